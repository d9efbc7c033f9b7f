package org.chasqui.gettext;

import java.util.ArrayList;
import java.util.List;

/** How long the lines of a PO file are. */
public enum Wrap {
  /** As long as their text: {@code msgcat --no-wrap}. Changes are small and never conflict. */
  NONE,
  /** As {@code msgcat} breaks them: 79 columns with the quotes. */
  GETTEXT;

  private static final int COLUMNS = 79;

  /**
   * The quoted lines of a string, without quotes.
   *
   * @param prefix what stands before each line: {@code #~ }
   * @param keyword what stands before the first, with a space: {@code msgid }
   * @param escaped the text as it stands in a file, with {@code \n} where a line ends
   * @return one line if all of it stands behind the keyword; else several, the first empty
   */
  List<String> lines(String prefix, String keyword, String escaped) {
    int columns = COLUMNS - 2 - prefix.length();
    List<String> parts = parts(escaped);
    boolean fits = this == NONE || broken(parts.get(0), columns - keyword.length()).size() == 1;
    if (parts.size() == 1 && fits) {
      return parts;
    }
    List<String> lines = new ArrayList<>(List.of(""));
    for (String part : parts) {
      lines.addAll(this == NONE ? List.of(part) : broken(part, columns));
    }
    return lines;
  }

  private static List<String> parts(String escaped) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < escaped.length(); at++) {
      if (escaped.charAt(at) == '\\') {
        at++;
        if (escaped.charAt(at) == 'n' && at + 1 < escaped.length()) {
          parts.add(escaped.substring(start, at + 1));
          start = at + 1;
        }
      }
    }
    parts.add(escaped.substring(start));
    return parts;
  }

  private static List<String> broken(String part, int columns) {
    boolean[] allowed = LineBreaks.of(part);
    for (int at = 0; at + 1 < part.length(); at++) {
      if (part.charAt(at) == '\\') {
        allowed[at + 1] = false;
        boolean end = at + 2 == part.length() && part.charAt(at + 1) == 'n';
        allowed[at] &= !end;
        at++;
      }
    }
    List<String> lines = new ArrayList<>();
    int start = 0;
    int last = 0;
    for (int at = 1; at <= part.length(); at++) {
      if (at == part.length() || allowed[at]) {
        if (last > start && LineBreaks.width(part.substring(start, at)) > columns) {
          lines.add(part.substring(start, last));
          start = last;
        }
        last = at;
      }
    }
    lines.add(part.substring(start));
    return lines;
  }
}
