package org.chasqui.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One tag of a shortcode as Hugo writes it: <code>{{&lt; name "a" key=`b` &gt;}}</code>, <code>
 * {{% /name %}}</code>, <code>{{&lt; name /&gt;}}</code>; or the escaped form <code>
 * {{&lt;/* name *&#47;&gt;}}</code>, which stands for itself without the comment signs.
 *
 * @param start where it begins
 * @param end where it ends
 * @param kind what it does
 * @param name the shortcode
 * @param arguments its arguments, in order
 * @param text of an escaped tag what it stands for, otherwise empty
 */
record ShortcodeTag(
    int start, int end, Kind kind, String name, List<Argument> arguments, String text) {

  /** What a tag does. */
  enum Kind {
    OPEN,
    CLOSE,
    SELF_CLOSED,
    ESCAPED
  }

  /**
   * An argument.
   *
   * @param key its name, empty if it goes by position
   * @param value its value, unquoted
   * @param start where the value begins, quotes excluded
   * @param end where the value ends
   * @param quote the quote around it, or a blank
   */
  record Argument(String key, String value, int start, int end, char quote) {}

  List<String> positional() {
    return arguments.stream().filter(a -> a.key().isEmpty()).map(Argument::value).toList();
  }

  Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    for (Argument argument : arguments) {
      if (!argument.key().isEmpty()) {
        named.put(argument.key(), argument.value());
      }
    }
    return named;
  }

  /** Code in which escaped tags stand for themselves, as Hugo shows it. */
  static String unescaped(String code) {
    return code.contains("/*") && code.contains("{{")
        ? code.replaceAll("\\{\\{([<%])/\\*(.*?)\\*/([>%])\\}\\}", "{{$1$2$3}}")
        : code;
  }

  /** Reads the tag that opens at an offset; nothing if there is none. */
  static Optional<ShortcodeTag> parse(CharSequence text, int at) {
    if (at + 5 > text.length() || text.charAt(at) != '{' || text.charAt(at + 1) != '{') {
      return Optional.empty();
    }
    char mark = text.charAt(at + 2);
    return mark == '<' || mark == '%' ? new Reader(text, at, mark).read() : Optional.empty();
  }

  private static final class Reader {
    // A tag that is longer is a slip of the keyboard; the limit keeps reading linear.
    private static final int LONGEST = 4000;
    private final CharSequence text;
    private final int start;
    private final int limit;
    private final char close;
    private int at;

    Reader(CharSequence text, int start, char mark) {
      this.text = text;
      this.start = start;
      this.limit = Math.min(text.length(), start + LONGEST);
      this.close = mark == '<' ? '>' : '%';
      this.at = start + 3;
    }

    Optional<ShortcodeTag> read() {
      if (looksAt("/*")) {
        return escaped();
      }
      skipSpace();
      boolean closing = peek() == '/';
      if (closing) {
        at++;
        skipSpace();
      }
      String name = name();
      if (name.isEmpty()) {
        return Optional.empty();
      }
      List<Argument> arguments = new ArrayList<>();
      while (true) {
        skipSpace();
        boolean selfClosed = peek() == '/' && endsAt(at + 1);
        if (selfClosed || endsAt(at)) {
          int end = at + (selfClosed ? 4 : 3);
          Kind kind = closing ? Kind.CLOSE : selfClosed ? Kind.SELF_CLOSED : Kind.OPEN;
          return Optional.of(new ShortcodeTag(start, end, kind, name, List.copyOf(arguments), ""));
        }
        Optional<Argument> argument = argument();
        if (argument.isEmpty()) {
          return Optional.empty();
        }
        arguments.add(argument.get());
      }
    }

    private Optional<ShortcodeTag> escaped() {
      for (int i = at + 2; i + 5 <= limit && !opensEscaped(i); i++) {
        if (text.charAt(i) == '*' && text.charAt(i + 1) == '/' && endsAt(i + 2)) {
          String inner =
              text.subSequence(start, at).toString()
                  + text.subSequence(at + 2, i)
                  + text.subSequence(i + 2, i + 5);
          return Optional.of(new ShortcodeTag(start, i + 5, Kind.ESCAPED, "", List.of(), inner));
        }
      }
      return Optional.empty();
    }

    // Another one begins: this one was never finished.
    private boolean opensEscaped(int i) {
      return text.charAt(i) == '{'
          && text.charAt(i + 1) == '{'
          && text.charAt(i + 3) == '/'
          && text.charAt(i + 4) == '*';
    }

    private Optional<Argument> argument() {
      int from = at;
      // A tag within a tag: the first one was never finished.
      if (looksAt("{{")) {
        return Optional.empty();
      }
      if (isQuote(peek())) {
        return quoted("");
      }
      while (at < limit && isBare(text.charAt(at))) {
        if (text.charAt(at) == '=' && at > from) {
          String key = text.subSequence(from, at).toString();
          at++;
          if (isQuote(peek())) {
            return quoted(key);
          }
          int valueStart = at;
          while (at < limit && isBare(text.charAt(at)) && !closes()) {
            at++;
          }
          return Optional.of(
              new Argument(key, text.subSequence(valueStart, at).toString(), valueStart, at, ' '));
        }
        if (closes()) {
          break;
        }
        at++;
      }
      return at == from
          ? Optional.empty()
          : Optional.of(new Argument("", text.subSequence(from, at).toString(), from, at, ' '));
    }

    private Optional<Argument> quoted(String key) {
      char quote = peek();
      int from = ++at;
      StringBuilder value = new StringBuilder();
      while (at < limit && text.charAt(at) != quote) {
        char c = text.charAt(at);
        if (c == '\\' && quote != '`' && at + 1 < limit) {
          at++;
          c = text.charAt(at);
        }
        value.append(c);
        at++;
      }
      if (at >= limit) {
        return Optional.empty();
      }
      at++;
      return Optional.of(new Argument(key, value.toString(), from, at - 1, quote));
    }

    private boolean closes() {
      return endsAt(at) || (text.charAt(at) == '/' && endsAt(at + 1));
    }

    private String name() {
      int from = at;
      while (at < limit
          && (Character.isLetterOrDigit(text.charAt(at)) || "-_./".indexOf(text.charAt(at)) >= 0)
          && !closes()) {
        at++;
      }
      return text.subSequence(from, at).toString();
    }

    private boolean endsAt(int i) {
      return i + 3 <= limit
          && text.charAt(i) == close
          && text.charAt(i + 1) == '}'
          && text.charAt(i + 2) == '}';
    }

    private boolean looksAt(String what) {
      return at + what.length() <= limit
          && text.charAt(at) == what.charAt(0)
          && text.charAt(at + 1) == what.charAt(1);
    }

    private static boolean isQuote(char c) {
      return c == '"' || c == '`';
    }

    private static boolean isBare(char c) {
      return !Character.isWhitespace(c) && c != '"' && c != '`';
    }

    private void skipSpace() {
      while (at < limit && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }

    private char peek() {
      return at < limit ? text.charAt(at) : '\0';
    }
  }
}
