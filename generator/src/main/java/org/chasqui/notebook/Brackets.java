package org.chasqui.notebook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The brackets and parentheses of Markdown links. */
final class Brackets {
  private static final int LONGEST_LABEL = 1000;
  private static final int LONGEST_TARGET = 1000;
  private static final Pattern TITLE = Pattern.compile("\\s+(\"[^\"]*\"|'[^']*'|\\([^)]*\\))\\s*");

  private Brackets() {}

  /**
   * The target of an inline link.
   *
   * @param target as written, without angle brackets
   * @param title the title with its quotes, or empty
   * @param end the offset after the closing parenthesis
   */
  record Destination(String target, String title, int end) {}

  /** The offset after the bracket that closes the one at {@code open}; -1 if none does. */
  static int end(String text, int open) {
    int depth = 0;
    int limit = Math.min(text.length(), open + LONGEST_LABEL);
    for (int i = open; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '`') {
        i = Math.max(i, text.indexOf('`', i + 1));
      } else if (c == '[') {
        depth++;
      } else if (c == ']' && --depth == 0) {
        return i + 1;
      } else if (c == '\n' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        return -1;
      }
    }
    return -1;
  }

  /** The target in parentheses at an offset, if one stands there. */
  static Optional<Destination> destination(String text, int at) {
    if (at >= text.length() || text.charAt(at) != '(') {
      return Optional.empty();
    }
    int from = at + 1;
    while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    boolean angled = from < text.length() && text.charAt(from) == '<';
    int to = angled ? text.indexOf('>', from) : endOfTarget(text, from);
    if (to < 0) {
      return Optional.empty();
    }
    String target = text.substring(angled ? from + 1 : from, to);
    int after = angled ? to + 1 : to;
    Matcher title = TITLE.matcher(text).region(after, text.length());
    if (title.lookingAt() && title.end() < text.length() && text.charAt(title.end()) == ')') {
      return Optional.of(new Destination(target, title.group(1), title.end() + 1));
    }
    while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
      after++;
    }
    return after < text.length() && text.charAt(after) == ')'
        ? Optional.of(new Destination(target, "", after + 1))
        : Optional.empty();
  }

  private static int endOfTarget(String text, int from) {
    int depth = 0;
    // A longer one can only be data: it leads nowhere else and stays as it is.
    int limit = Math.min(text.length(), from + LONGEST_TARGET);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        return i;
      }
      if (c == '(') {
        depth++;
      } else if (c == ')' && depth-- == 0) {
        return i;
      }
    }
    return -1;
  }

  /** A target as it can stand in parentheses. */
  static String writable(String target) {
    return isPlain(target) ? target : "<" + target + ">";
  }

  private static boolean isPlain(String target) {
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c <= ' ' || c == '(' || c == ')' || c == '<') {
        return false;
      }
    }
    return !target.isEmpty();
  }
}
