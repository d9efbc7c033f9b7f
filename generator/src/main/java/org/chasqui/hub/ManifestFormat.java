package org.chasqui.hub;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chasqui.site.OutputPath;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * The manifest's JSON. Keys are sorted and the layout is fixed, so that the same publication is the
 * same bytes everywhere:
 *
 * <pre>{@code
 * {
 *   "files" : {
 *     "es/first-steps/01-intro.ipynb" : {
 *       "blob" : "8ab6…", "cells" : [ "intro", "load-data-V2" ], "sha256" : "e3b0…", "stub" : false
 *     }
 *   },
 *   "languages" : [ "es" ],
 *   "lessons" : {
 *     "es/first-steps" : { "publication" : 2, "since" : "2026-03-01T10:00:00Z" }
 *   },
 *   "previous" : "9f2c…", "publication" : 3, "schema" : 1, "source" : "41c0…", "tool" : "chasqui"
 * }
 * }</pre>
 */
final class ManifestFormat {
  static final int SCHEMA = 1;
  static final String TOOL = "chasqui";
  private static final int LONGEST = 64 << 20;
  private static final JsonFactory JSON = new JsonFactory();

  private ManifestFormat() {}

  /** The bytes of a manifest. */
  static byte[] write(Manifest manifest) {
    return write(manifest, TOOL);
  }

  /**
   * Likewise.
   *
   * @param tool what made the publication, with its version
   */
  static byte[] write(Manifest manifest, String tool) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(new Pretty(), bytes)) {
      json.writeStartObject();
      json.writeObjectPropertyStart("files");
      manifest.files().forEach((path, entry) -> write(json, path, entry));
      json.writeEndObject();
      write(json, manifest.lineage());
      json.writeNumberProperty("publication", manifest.publication());
      json.writeNumberProperty("schema", SCHEMA);
      manifest.source().ifPresent(source -> json.writeStringProperty("source", source));
      json.writeStringProperty("tool", tool);
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Manifest.Lineage lineage) {
    if (!lineage.languages().isEmpty()) {
      json.writeArrayPropertyStart("languages");
      lineage.languages().forEach(json::writeString);
      json.writeEndArray();
    }
    if (!lineage.lessons().isEmpty()) {
      json.writeObjectPropertyStart("lessons");
      lineage
          .lessons()
          .forEach(
              (lesson, since) -> {
                json.writeObjectPropertyStart(lesson);
                json.writeNumberProperty("publication", since.publication());
                json.writeStringProperty("since", since.time().toString());
                json.writeEndObject();
              });
      json.writeEndObject();
    }
    lineage.previous().ifPresent(commit -> json.writeStringProperty("previous", commit));
  }

  private static void write(JsonGenerator json, OutputPath path, Manifest.Entry entry) {
    json.writeObjectPropertyStart(path.value());
    if (entry.adopted()) {
      json.writeBooleanProperty("adopted", true);
    }
    json.writeStringProperty("blob", entry.blob().name());
    if (!entry.cells().isEmpty()) {
      json.writeArrayPropertyStart("cells");
      entry.cells().forEach(json::writeString);
      json.writeEndArray();
    }
    json.writeStringProperty("sha256", entry.sha256());
    json.writeBooleanProperty("stub", entry.stub());
    json.writeEndObject();
  }

  /**
   * The manifest of some bytes; empty if they are none. Entries that make no sense are passed over:
   * their files then count as somebody else's, which are never touched.
   *
   * @throws Trouble CORRUPT if a newer version of this program wrote it
   */
  static Optional<Manifest> read(byte[] bytes) throws Trouble {
    if (bytes.length > LONGEST) {
      return Optional.empty();
    }
    Fields fields = new Fields();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        fields.read(json);
      }
    } catch (JacksonException e) {
      return Optional.empty();
    }
    return fields.manifest();
  }

  /** What has been read so far. */
  private static final class Fields {
    private final SortedMap<OutputPath, Manifest.Entry> files = new TreeMap<>();
    private final SortedSet<String> languages = new TreeSet<>();
    private final SortedMap<String, Manifest.Since> lessons = new TreeMap<>();
    private int schema;
    private int publication;
    private Optional<String> source = Optional.empty();
    private Optional<String> previous = Optional.empty();

    void read(JsonParser json) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals("files") && value == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
          readFile(json);
        }
      } else if (name.equals("schema") && value == JsonToken.VALUE_NUMBER_INT) {
        schema = json.getIntValue();
      } else if (name.equals("publication") && value == JsonToken.VALUE_NUMBER_INT) {
        publication = json.getIntValue();
      } else if (name.equals("source") && value == JsonToken.VALUE_STRING) {
        source = Optional.of(json.getString()).filter(ObjectId::isId);
      } else if (name.equals("previous") && value == JsonToken.VALUE_STRING) {
        previous = Optional.of(json.getString()).filter(ObjectId::isId);
      } else if (name.equals("languages") && value == JsonToken.START_ARRAY) {
        languages.addAll(strings(json));
      } else if (name.equals("lessons") && value == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
          readLesson(json);
        }
      } else {
        json.skipChildren();
      }
    }

    private static List<String> strings(JsonParser json) {
      List<String> strings = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
          strings.add(json.getString());
        } else {
          json.skipChildren();
        }
      }
      return strings;
    }

    private static Map<String, String> values(JsonParser json, List<String> cells) {
      Map<String, String> values = new TreeMap<>();
      if (json.nextToken() != JsonToken.START_OBJECT) {
        json.skipChildren();
        return values;
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (value.isScalarValue()) {
          values.put(name, String.valueOf(json.getString()));
        } else if (name.equals("cells") && value == JsonToken.START_ARRAY) {
          cells.addAll(strings(json));
        } else {
          json.skipChildren();
        }
      }
      return values;
    }

    private void readLesson(JsonParser json) {
      String lesson = json.currentName();
      Map<String, String> values = values(json, new ArrayList<>());
      try {
        Instant time = Instant.parse(values.getOrDefault("since", ""));
        int number = Integer.parseInt(values.getOrDefault("publication", ""));
        lessons.put(lesson, new Manifest.Since(number, time));
      } catch (DateTimeParseException | NumberFormatException e) {
        // What makes no sense is passed over: it will be told from the publication at hand.
      }
    }

    private void readFile(JsonParser json) {
      String path = json.currentName();
      List<String> cells = new ArrayList<>();
      Manifest.Entry entry = entry(values(json, cells), cells);
      if (entry != null && OutputPath.isSafe(path)) {
        files.put(OutputPath.of(path), entry);
      }
    }

    private static Manifest.@Nullable Entry entry(Map<String, String> values, List<String> cells) {
      String blob = values.getOrDefault("blob", "");
      String sha256 = values.getOrDefault("sha256", "");
      boolean stub = "true".equals(values.get("stub"));
      boolean adopted = "true".equals(values.get("adopted"));
      return ObjectId.isId(blob)
          ? new Manifest.Entry(ObjectId.fromString(blob), sha256, stub, adopted, cells)
          : null;
    }

    Optional<Manifest> manifest() throws Trouble {
      if (schema > SCHEMA) {
        throw new Trouble(
            Trouble.Code.CORRUPT,
            "A newer version of Chasqui published here (manifest schema "
                + schema
                + "); use that version.");
      }
      return schema < 1 || publication < 1
          ? Optional.empty()
          : Optional.of(
              new Manifest(
                  source, publication, files, new Manifest.Lineage(previous, languages, lessons)));
    }
  }

  /** Two spaces and a line feed on every system. */
  static final class Pretty extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
