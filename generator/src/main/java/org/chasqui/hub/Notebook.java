package org.chasqui.hub;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The cells of a notebook (format 4), as far as this room cares for them.
 *
 * @param cells in their order
 */
record Notebook(List<Cell> cells) {
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * A cell.
   *
   * @param id its id; its place, if it has none
   * @param type {@code code}, {@code markdown} or {@code raw}
   * @param source its text
   */
  record Cell(String id, String type, String source) {}

  /** Reads it; empty for bytes that are no notebook. */
  static Optional<Notebook> read(byte[] bytes) {
    try (JsonParser json =
        JSON.createParser(ObjectReadContext.empty(), new String(bytes, StandardCharsets.UTF_8))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      List<Cell> cells = null;
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean here = json.currentName().equals("cells");
        if (json.nextToken() == JsonToken.START_ARRAY && here) {
          cells = cells(json);
        } else {
          json.skipChildren();
        }
      }
      // What follows the object, or is missing of it, makes it no notebook.
      return cells == null || json.nextToken() != null
          ? Optional.empty()
          : Optional.of(new Notebook(List.copyOf(cells)));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static List<Cell> cells(JsonParser json) {
    List<Cell> cells = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        cells.add(cell(json, cells.size()));
      } else {
        json.skipChildren();
      }
    }
    return cells;
  }

  private static Cell cell(JsonParser json, int place) {
    String id = "#" + (place + 1);
    String type = "";
    String source = "";
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals("source")) {
        source = text(json, value);
      } else if (name.equals("id") && value == JsonToken.VALUE_STRING) {
        id = json.getString();
      } else if (name.equals("cell_type") && value == JsonToken.VALUE_STRING) {
        type = json.getString();
      } else {
        json.skipChildren();
      }
    }
    return new Cell(id, type, source);
  }

  private static String text(JsonParser json, @Nullable JsonToken value) {
    if (value != JsonToken.START_ARRAY) {
      return value == JsonToken.VALUE_STRING ? json.getString() : "";
    }
    StringBuilder text = new StringBuilder();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.VALUE_STRING) {
        text.append(json.getString());
      } else {
        json.skipChildren();
      }
    }
    return text.toString();
  }
}
