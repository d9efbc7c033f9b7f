package org.chasqui.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON (RFC 8259) for {@code --json}: one line, keys in the order given, characters outside
 * ASCII as they are.
 */
final class Json {
  private Json() {}

  /**
   * The JSON of a value made of maps with string keys, lists, strings, numbers, booleans and null.
   *
   * @throws IllegalArgumentException for anything else
   */
  static String write(@Nullable Object value) {
    if (value == null || value instanceof Boolean || value instanceof Number) {
      return String.valueOf(value);
    } else if (value instanceof String text) {
      return quote(text);
    } else if (value instanceof List<?> list) {
      return list.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> quote(String.valueOf(e.getKey())) + ":" + write(e.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    throw new IllegalArgumentException("no JSON for " + value.getClass());
  }

  /** A diagnostic as an object: severity, code, message, file, both ends, help (or null). */
  static Map<String, @Nullable Object> of(Diagnostic diagnostic) {
    SourceSpan span = diagnostic.span();
    SourceSpan end = new SourceSpan(span.file(), span.end(), span.end());
    Map<String, @Nullable Object> map = new java.util.LinkedHashMap<>();
    map.put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
    map.put("code", diagnostic.code());
    map.put("message", diagnostic.message());
    map.put("file", span.file().path());
    map.put("line", span.line());
    map.put("column", span.column());
    map.put("endLine", end.line());
    map.put("endColumn", end.column());
    map.put("help", diagnostic.help().orElse(null));
    return map;
  }

  private static String quote(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          // U+2028/9 end lines in JavaScript; a lone surrogate has no UTF-8.
          if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029 || isLone(text, i)) {
            json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }

  private static boolean isLone(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
