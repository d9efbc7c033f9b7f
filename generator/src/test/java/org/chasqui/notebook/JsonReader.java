package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON into the room's own values, for tests. */
final class JsonReader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonReader() {}

  static Json.Members object(String text) {
    return (Json.Members) of(MAPPER.readTree(text));
  }

  private static Json of(JsonNode node) {
    if (node.isObject()) {
      Map<String, Json> members = new LinkedHashMap<>();
      node.properties().forEach(entry -> members.put(entry.getKey(), of(entry.getValue())));
      return new Json.Members(members);
    }
    if (node.isArray()) {
      List<Json> items = new ArrayList<>();
      node.forEach(item -> items.add(of(item)));
      return new Json.Items(items);
    }
    if (node.isString()) {
      return new Json.Text(node.stringValue());
    }
    if (node.isBoolean()) {
      return new Json.Truth(node.booleanValue());
    }
    if (node.isIntegralNumber()) {
      return new Json.Whole(node.bigIntegerValue());
    }
    return node.isNumber() ? new Json.Fraction(node.doubleValue()) : new Json.Nothing();
  }
}
