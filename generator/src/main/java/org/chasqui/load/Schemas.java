package org.chasqui.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * JSON Schemas (draft 7, which editors know best) of front matter, records and {@code site.yaml},
 * made from the very keys that the loader reads. They are for completion and early warning: a value
 * that Chasqui itself takes in several shapes is free in them too.
 */
public final class Schemas {
  private static final String TEXT = "{\"type\": [\"string\", \"number\", \"boolean\"]}";
  private static final String LIST = "{\"type\": [\"array\", \"string\"]}";
  private static final String GROUPS = "{\"type\": [\"array\", \"object\"]}";
  private static final String MAPPING = "{\"type\": \"object\"}";
  private static final String FLAG = "{\"type\": \"boolean\"}";
  private static final String NUMBER = "{\"type\": \"integer\"}";
  private static final String ANY = "{}";

  private static final Set<Key> FLAGS = Set.of(Key.DRAFT, Key.OPEN);
  private static final Set<Key> NUMBERS = Set.of(Key.WEIGHT, Key.TEACHING, Key.EXERCISES);
  private static final Set<Key> LISTS =
      Set.of(
          Key.TAGS,
          Key.CATEGORIES,
          Key.ALIASES,
          Key.TASKS,
          Key.QUESTIONS,
          Key.OBJECTIVES,
          Key.KEYPOINTS,
          Key.PREREQUISITES,
          Key.EPISODES,
          Key.LANGUAGES,
          Key.LESSONS);
  private static final Set<Key> MAPPINGS =
      Set.of(
          Key.PARAMS,
          Key.PERMALINKS,
          Key.TAXONOMIES,
          Key.TRANSLATIONS,
          Key.EXTERNAL,
          Key.MATH,
          Key.KERNELS);
  private static final Set<Key> WORDS =
      Set.of(
          Key.TITLE,
          Key.SUMMARY,
          Key.SLUG,
          Key.CANONICAL,
          Key.TRANSLATION_KEY,
          Key.DEADLINE,
          Key.SALARY,
          Key.TIME_ZONE,
          Key.ONLINE,
          Key.KERNEL,
          Key.LEVEL,
          Key.LICENSE,
          Key.ADDRESS,
          Key.REPOSITORY,
          Key.BRANCH,
          Key.FOLDER,
          Key.STATUS,
          Key.VARIANT,
          Key.BASE_URL,
          Key.THEME,
          Key.EDIT_URL);

  private Schemas() {}

  /** All schemas as JSON, by file name: {@code site.schema.json}. */
  public static Map<String, String> all() {
    Map<String, Key.Schema> kinds = new LinkedHashMap<>();
    kinds.put("site", Key.SITE);
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
    kinds.forEach((kind, schema) -> files.put(kind + ".schema.json", json(kind, schema)));
    return files;
  }

  private static String json(String kind, Key.Schema schema) {
    List<String> properties = new ArrayList<>();
    for (String spelling : new TreeSet<>(schema.keys().keySet())) {
      properties.add("    " + quoted(spelling) + ": " + property(spelling, schema));
    }
    boolean strict = schema.equals(Key.SITE);
    return "{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n  \"title\": "
        + quoted("Chasqui: " + kind)
        + ",\n  \"type\": \"object\",\n  \"additionalProperties\": "
        + !strict
        + ",\n  \"properties\": {\n"
        + String.join(",\n", properties)
        + "\n  }\n}\n";
  }

  private static String property(String spelling, Key.Schema schema) {
    Key key = schema.keys().get(spelling);
    String type = key == null ? ANY : type(key);
    if (key == null || spelling.equals(key.name())) {
      return type;
    }
    String inside = type.substring(1, type.length() - 1);
    return "{"
        + (inside.isEmpty() ? "" : inside + ", ")
        + "\"description\": "
        + quoted("The same as '" + key.name() + "'.")
        + "}";
  }

  // Empty values are fine everywhere: somebody left the rest for later.
  private static String type(Key key) {
    String type =
        FLAGS.contains(key)
            ? FLAG
            : NUMBERS.contains(key)
                ? NUMBER
                : LISTS.contains(key)
                    ? LIST
                    : MAPPINGS.contains(key)
                        ? MAPPING
                        : key == Key.MENU ? GROUPS : WORDS.contains(key) ? TEXT : ANY;
    return type.equals(ANY)
        ? ANY
        : type.contains("[")
            ? type.replace("]", ", \"null\"]")
            : type.replaceAll(": (\"[a-z]+\")", ": [$1, \"null\"]");
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
