package org.chasqui.migrate;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes the few shapes of YAML that records have. */
final class Yaml {
  // Nothing that any YAML reader could take for something else than these very letters.
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}/][\\p{L}\\p{N} ./_+()'’,;!?&=%~–—-]*");
  private static final Pattern WORD = Pattern.compile("(?i)true|false|yes|no|on|off|y|n|null");

  private final StringBuilder out = new StringBuilder();

  /** A remark. */
  Yaml remark(String text) {
    out.append("# ").append(text).append('\n');
    return this;
  }

  /** A key with a value, unless there is none. */
  Yaml put(String key, String value) {
    if (!value.isBlank()) {
      out.append(key).append(": ").append(scalar(value)).append('\n');
    }
    return this;
  }

  /** A key with a list, unless it is empty. */
  Yaml put(String key, Collection<String> values) {
    if (!values.isEmpty()) {
      out.append(key).append(":\n");
      values.forEach(value -> out.append("  - ").append(scalar(value)).append('\n'));
    }
    return this;
  }

  /** A key with a group, unless it is empty. */
  Yaml put(String key, Map<String, String> values) {
    if (!values.isEmpty()) {
      out.append(key).append(":\n");
      values.forEach(
          (name, value) ->
              out.append("  ")
                  .append(scalar(name))
                  .append(": ")
                  .append(scalar(value))
                  .append('\n'));
    }
    return this;
  }

  /** Lines that are YAML already. */
  Yaml raw(String lines) {
    out.append(lines);
    return this;
  }

  String text() {
    return out.toString();
  }

  /** A text as a value. */
  static String scalar(String value) {
    String line = value.strip().replaceAll("\\s*\\n\\s*", " ");
    if (PLAIN.matcher(line).matches() && !WORD.matcher(line).matches()) {
      return line;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (Character.isISOControl(c)) {
        quoted.append(String.format("\\x%02x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
