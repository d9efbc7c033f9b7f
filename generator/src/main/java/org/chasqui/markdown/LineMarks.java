package org.chasqui.markdown;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of code that an author marks, as Sphinx, Hugo and VitePress write it. */
final class LineMarks {
  private static final Pattern HUGO =
      Pattern.compile("hl_lines\\s*=\\s*(\\[[^\\[\\]]*\\]|\"[^\"]*\"|[0-9,-]+)");
  private static final Pattern BRACED = Pattern.compile("\\{\\s*([0-9][0-9,\\s-]*)\\}");

  private LineMarks() {}

  /** The lines that an info string marks, {@code 1,3-5}; empty if none. */
  static String of(String info) {
    Matcher hugo = HUGO.matcher(info);
    if (hugo.find()) {
      return hugo.group(1).replaceAll("[\\[\\]\"']", " ").strip();
    }
    Matcher braced = BRACED.matcher(info);
    return braced.find() ? braced.group(1).strip() : "";
  }

  /** Puts marked lines of coloured code into {@code <mark>}; a token never spans two lines then. */
  static void write(String html, Set<Integer> marked, StringBuilder out) {
    String open = "";
    int number = 1;
    for (String line : html.split("(?<=\n)")) {
      String text = line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
      boolean mark = marked.contains(number++);
      out.append(mark ? "<mark class=\"line\">" : "").append(open).append(text);
      int span = text.lastIndexOf("<span");
      if (span > text.lastIndexOf("</span>")) {
        open = text.substring(span, text.indexOf('>', span) + 1);
      } else if (text.contains("</span>")) {
        open = "";
      }
      out.append(open.isEmpty() ? "" : "</span>").append(mark ? "</mark>" : "");
      out.append(line.endsWith("\n") ? "\n" : "");
    }
  }
}
