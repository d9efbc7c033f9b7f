package org.chasqui.search;

import java.util.List;
import java.util.stream.Collectors;

/** Values as JavaScript writes them. */
final class Script {
  private Script() {}

  /** A string between quotation marks; nothing in it can end the script element around it. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        case '\u2028', '\u2029' -> out.append(' ');
        default -> out.append(c < ' ' ? ' ' : c);
      }
    }
    return out.append('"').toString();
  }

  static String array(List<String> values) {
    return values.stream().map(Script::quoted).collect(Collectors.joining(",", "[", "]"));
  }
}
