package org.chasqui.diagnostic;

/**
 * A line of a file as it can be shown on a terminal, with the carets that go below it.
 *
 * <p>Tabs become spaces, control and direction characters become {@code U+FFFD} (a file must not be
 * able to steer the terminal that shows it), and of a long line only the part around the place is
 * kept.
 *
 * @param line the line
 * @param indent how many columns to leave before the carets
 * @param width how many carets
 */
record SourceArrow(String line, int indent, int width) {
  private static final int TAB = 4;
  private static final int LONGEST = 100;
  private static final int BEFORE = 30;

  /** The line on which a span begins, and carets below the part of the span that is on it. */
  static SourceArrow of(SourceSpan place) {
    SourceSpan span = place.file().shown(place);
    String text = span.lineText();
    int lineStart = span.file().lineStart(span.line());
    int from = Math.max(0, Math.min(span.start() - lineStart, text.length()));
    int to = Math.max(from, Math.min(span.end() - lineStart, text.length()));
    String before = shown(text.substring(0, from), 0);
    String marked = shown(text.substring(from, to), DisplayWidth.of(before));
    String after = shown(text.substring(to), DisplayWidth.of(before + marked));
    if (DisplayWidth.of(before + marked + after) > LONGEST) {
      before = end(before, BEFORE);
      marked = start(marked, LONGEST - DisplayWidth.of(before));
      after = start(after, LONGEST - DisplayWidth.of(before + marked));
    }
    return new SourceArrow(
        (before + marked + after).stripTrailing(),
        DisplayWidth.of(before),
        Math.max(1, DisplayWidth.of(marked.stripTrailing())));
  }

  /** Text that a terminal shows and does not obey; tabs are filled up from a column on. */
  static String shown(String text, int column) {
    StringBuilder shown = new StringBuilder();
    int at = column;
    for (int c : text.codePoints().toArray()) {
      if (c == '\t') {
        int spaces = TAB - at % TAB;
        shown.append(" ".repeat(spaces));
        at += spaces;
      } else {
        int safe = isHarmless(c) ? c : 0xFFFD;
        shown.appendCodePoint(safe);
        at += DisplayWidth.of(safe);
      }
    }
    return shown.toString();
  }

  private static boolean isHarmless(int c) {
    boolean turnsDirection =
        (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
    return !turnsDirection
        && Character.getType(c) != Character.CONTROL
        && Character.getType(c) != Character.SURROGATE
        && c != 0x2028
        && c != 0x2029;
  }

  // The last columns of a text, with an ellipsis for what is left out.
  private static String end(String text, int columns) {
    int width = DisplayWidth.of(text);
    int at = 0;
    while (width > columns && at < text.length()) {
      int c = text.codePointAt(at);
      width -= DisplayWidth.of(c);
      at += Character.charCount(c);
    }
    return at == 0 ? text : "…" + text.substring(at);
  }

  // The first columns of a text, likewise.
  private static String start(String text, int columns) {
    int width = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (width + DisplayWidth.of(c) > Math.max(columns, 1)) {
        return text.substring(0, at) + "…";
      }
      width += DisplayWidth.of(c);
      at += Character.charCount(c);
    }
    return text;
  }
}
