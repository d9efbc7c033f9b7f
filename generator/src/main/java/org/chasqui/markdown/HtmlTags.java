package org.chasqui.markdown;

import java.util.Locale;

/**
 * Goes through the tags and comments of a piece of HTML, one after the other, as browsers read
 * them: a tag ends at the first {@code >} outside quotes.
 */
final class HtmlTags {
  private final CharSequence html;
  private final int limit;
  private int start = -1;
  private int end;
  private int nameEnd;
  private boolean closing;
  private boolean noMoreEnds;

  HtmlTags(CharSequence html) {
    this(html, 0, html.length());
  }

  HtmlTags(CharSequence html, int from, int to) {
    this.html = html;
    this.end = from;
    this.limit = to;
  }

  /** Goes to the next tag or comment; false if there is none. */
  boolean find() {
    for (int at = indexOf('<', end); at >= 0; at = indexOf('<', at + 1)) {
      start = at;
      closing = false;
      nameEnd = at + 1;
      int found = at + 1 < limit ? endOf(at) : -1;
      if (found > 0) {
        end = found;
        return true;
      }
    }
    return false;
  }

  private int endOf(int at) {
    if (startsWith("<!--", at)) {
      return startsWith("<!-->", at) ? at + 5 : startsWith("<!--->", at) ? at + 6 : comment(at + 4);
    }
    char next = html.charAt(at + 1);
    if (next == '!' || next == '?') {
      int close = noMoreEnds ? -1 : indexOf('>', at);
      noMoreEnds = close < 0;
      return close < 0 ? -1 : close + 1;
    }
    closing = next == '/';
    int from = closing ? at + 2 : at + 1;
    nameEnd = from;
    while (nameEnd < limit && isName(html.charAt(nameEnd), nameEnd == from)) {
      nameEnd++;
    }
    return nameEnd == from ? -1 : tagEnd(nameEnd);
  }

  private int comment(int from) {
    for (int i = from; i + 3 <= limit; i++) {
      if (startsWith("-->", i)) {
        return i + 3;
      }
    }
    return limit;
  }

  private int tagEnd(int from) {
    for (int i = from; i < limit; i++) {
      char c = html.charAt(i);
      if (c == '>') {
        return i + 1;
      }
      if (c == '<') {
        return -1;
      }
      if (c == '"' || c == '\'') {
        i = indexOf(c, i + 1);
        if (i < 0) {
          return -1;
        }
      }
    }
    return -1;
  }

  private static boolean isName(char c, boolean first) {
    return HtmlSyntax.isLetter(c) || (!first && (HtmlSyntax.isDigit(c) || c == '-' || c == '_'));
  }

  private int indexOf(char c, int from) {
    for (int i = from; i < limit; i++) {
      if (html.charAt(i) == c) {
        return i;
      }
    }
    return -1;
  }

  private boolean startsWith(String what, int at) {
    boolean fits = at + what.length() <= limit;
    for (int i = 0; fits && i < what.length(); i++) {
      fits = html.charAt(at + i) == what.charAt(i);
    }
    return fits;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  boolean isClosing() {
    return closing;
  }

  /** The element's name in lower case; empty for comments and declarations. */
  String name() {
    int from = closing ? start + 2 : start + 1;
    return html.subSequence(from, Math.max(from, nameEnd)).toString().toLowerCase(Locale.ROOT);
  }

  /** Where the attributes begin. */
  int attributes() {
    return nameEnd;
  }

  /** The tag as it is written. */
  String written() {
    return html.subSequence(start, end).toString();
  }

  /** A piece of HTML with something else in the place of each tag. */
  static String replaced(String html, String by) {
    HtmlTags tags = new HtmlTags(html);
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (tags.find()) {
      out.append(html, at, tags.start()).append(by);
      at = tags.end();
    }
    return out.append(html, at, html.length()).toString();
  }
}
