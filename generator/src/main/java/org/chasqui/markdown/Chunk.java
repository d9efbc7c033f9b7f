package org.chasqui.markdown;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The options of a chunk of R Markdown, <code>{r name, echo=FALSE}</code>, as what Chasqui calls
 * them. See <a href="https://yihui.org/knitr/options/">Chunk options</a> of knitr.
 */
final class Chunk {
  private static final Set<String> ENGINES =
      Set.of("r", "python", "bash", "sh", "sql", "julia", "stan", "c", "js", "css");

  private Chunk() {}

  /** Whether a name in braces is that of an engine of knitr. */
  static boolean isEngine(String name) {
    return ENGINES.contains(name);
  }

  /** What the options mean: {@code eval} and {@code tags}; {@code engine} if there is one. */
  static Map<String, String> attributes(String inside) {
    Map<String, String> options = options(inside);
    Set<String> tags = new TreeSet<>();
    Map<String, String> attributes = new LinkedHashMap<>();
    options.forEach(
        (key, value) -> {
          switch (key + "=" + value.toLowerCase(Locale.ROOT)) {
            case "eval=false", "eval=f" -> attributes.put("eval", "false");
            case "include=false", "include=f" -> tags.add("remove-cell");
            case "echo=false", "echo=f" -> tags.add("remove-input");
            case "results=hide" -> tags.add("remove-output");
            case "error=true", "error=t" -> tags.add("raises-exception");
            default -> {}
          }
        });
    if (!tags.isEmpty()) {
      attributes.put("tags", String.join(" ", tags));
    }
    if (options.containsKey("engine")) {
      attributes.put("engine", options.get("engine"));
    }
    return attributes;
  }

  // name=value, parted by commas or blanks; a value in quotation marks may have both.
  private static Map<String, String> options(String inside) {
    Map<String, String> options = new LinkedHashMap<>();
    int at = 0;
    while (at < inside.length()) {
      int from = at;
      while (at < inside.length() && "=, \t".indexOf(inside.charAt(at)) < 0) {
        at++;
      }
      String key = inside.substring(from, at);
      at = blanks(inside, at);
      if (at < inside.length() && inside.charAt(at) == '=') {
        at = blanks(inside, at + 1);
        int end = valueEnd(inside, at);
        options.put(key, unquoted(inside.substring(at, end)));
        at = end;
      }
      while (at < inside.length() && "=, \t".indexOf(inside.charAt(at)) >= 0) {
        at++;
      }
    }
    return options;
  }

  private static int blanks(String text, int from) {
    int at = from;
    while (at < text.length() && " \t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static int valueEnd(String text, int from) {
    char quote = from < text.length() ? text.charAt(from) : ' ';
    if (quote == '"' || quote == '\'') {
      int close = text.indexOf(quote, from + 1);
      return close < 0 ? text.length() : close + 1;
    }
    int at = from;
    while (at < text.length() && ", \t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static String unquoted(String value) {
    return value.replaceAll("^[\"']|[\"']$", "");
  }
}
