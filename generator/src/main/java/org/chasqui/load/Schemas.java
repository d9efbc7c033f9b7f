package org.chasqui.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * JSON Schemas (draft 7, which editors know best) of front matter, records and {@code site.yaml},
 * made from the very keys that the loader reads. They are for completion and early warning: a value
 * that Chasqui itself takes in several shapes is free in them too, and keys that other tools read
 * are no faults.
 */
public final class Schemas {
  private static final Set<String> LEFT = Set.of("sections", "resources");
  private static final String SECTIONS =
      "{\"type\": [\"array\", \"null\"], \"description\": \"The blocks of a landing page.\","
          + " \"items\": {\"type\": \"object\", \"properties\": {\"block\": {\"enum\": [\"hero\","
          + " \"markdown\", \"cta\", \"cards\", \"people\", \"events\", \"posts\"]}, \"count\":"
          + " {\"type\": \"integer\"}, \"items\": {\"type\": \"array\"}}}}";
  private static final String RESOURCES =
      "{\"type\": [\"array\", \"null\"], \"description\": \"What is said of pictures beside the"
          + " page, for galleries: src, title, params with alt, caption, credit.\", \"items\":"
          + " {\"type\": \"object\"}}";

  private Schemas() {}

  /** All schemas as JSON, by file name: {@code site.schema.json}. */
  public static Map<String, String> all() {
    return all(Set.of());
  }

  /**
   * The same for a site that groups pages by taxonomies of its own.
   *
   * @param taxonomies their keys
   */
  public static Map<String, String> all(Collection<String> taxonomies) {
    Map<String, Key.Schema> kinds = new LinkedHashMap<>();
    kinds.put("page", Key.COMMUNITY_PAGE);
    kinds.put("post", Key.POST);
    kinds.put("job", Key.JOB);
    kinds.put("event", Key.EVENT);
    kinds.put("person", Key.PERSON);
    kinds.put("organisation", Key.ORGANISATION_RECORD);
    kinds.put("hub", Key.HUB);
    kinds.put("lesson", Key.LESSON);
    kinds.put("episode", Key.EPISODE);
    kinds.put("path", Key.PATH);
    Map<String, String> files = new TreeMap<>();
    kinds.forEach(
        (kind, schema) -> files.put(kind + ".schema.json", json(kind, schema.knowing(taxonomies))));
    files.put("site.schema.json", json("site", Key.SITE));
    files.put("locale.schema.json", json("locale", Key.LOCALE));
    return files;
  }

  private static String json(String kind, Key.Schema schema) {
    List<String> properties = new ArrayList<>();
    for (String spelling : new TreeSet<>(schema.keys().keySet())) {
      properties.add("    " + KeyGuide.quoted(spelling) + ": " + property(spelling, schema));
    }
    boolean strict = schema.silent().isEmpty();
    if (!strict) {
      properties.add("    \"sections\": " + SECTIONS);
      properties.add("    \"resources\": " + RESOURCES);
    }
    return "{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n  \"title\": "
        + KeyGuide.quoted("Chasqui: " + kind)
        + ",\n  \"type\": \"object\",\n  \"additionalProperties\": false,\n  \"properties\": {\n"
        + String.join(",\n", properties)
        + "\n  }"
        + (strict ? "" : ",\n  \"patternProperties\": {\n    " + others(schema) + ": {}\n  }")
        + "\n}\n";
  }

  // Kept for shortcodes; an editor neither offers them nor minds them.
  private static String others(Key.Schema schema) {
    Set<String> names = new TreeSet<>(schema.silent());
    names.removeAll(schema.keys().keySet());
    names.removeAll(LEFT);
    return KeyGuide.quoted("^(" + String.join("|", names) + "|[_.].*)$");
  }

  private static String property(String spelling, Key.Schema schema) {
    Key key = schema.keys().get(spelling);
    String told = key == null ? "" : KeyGuide.of(key);
    if (key == null || spelling.equals(key.name())) {
      return "{" + told + "}";
    }
    String same = "\"description\": " + KeyGuide.quoted("The same as '" + key.name() + "'.");
    int description = told.lastIndexOf("\"description\": ");
    return "{" + (description < 0 ? "" : told.substring(0, Math.max(0, description))) + same + "}";
  }
}
