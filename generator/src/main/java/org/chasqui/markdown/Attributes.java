package org.chasqui.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Attributes in braces as Pandoc writes them: {@code {#id .class key="value"}}; kramdown's {@code
 * {: …}} is read too.
 *
 * @param start where the brace opens
 * @param end after the brace closes
 * @param id the id, empty if none
 * @param classes the classes, in order
 * @param values the other keys, with the place of each value
 */
record Attributes(int start, int end, String id, List<String> classes, Map<String, Value> values) {

  static final Attributes NONE = new Attributes(0, 0, "", List.of(), Map.of());

  /** A value and where it stands, quotes excluded. */
  record Value(String text, int start, int end) {}

  /** The value of a key. */
  Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key)).map(Value::text);
  }

  /** Keys and values without their places. */
  Map<String, String> plain() {
    Map<String, String> plain = new LinkedHashMap<>();
    values.forEach((key, value) -> plain.put(key, value.text()));
    return plain;
  }

  /** Reads attributes that open at an offset; nothing if what stands there is something else. */
  static Optional<Attributes> parse(CharSequence text, int at) {
    return new Reader(text, at).read();
  }

  private static final class Reader {
    private static final int LONGEST = 2000;
    private final CharSequence text;
    private final int start;
    private final int limit;
    private int at;
    private String id = "";
    private final List<String> classes = new ArrayList<>();
    private final Map<String, Value> values = new LinkedHashMap<>();

    Reader(CharSequence text, int start) {
      this.text = text;
      this.start = start;
      this.at = start;
      this.limit = Math.min(text.length(), start + LONGEST);
    }

    Optional<Attributes> read() {
      if (peek() != '{') {
        return Optional.empty();
      }
      at++;
      if (peek() == ':') {
        at++;
      }
      boolean any = false;
      while (true) {
        skipSpace();
        if (peek() == '}') {
          at++;
          return any
              ? Optional.of(new Attributes(start, at, id, List.copyOf(classes), values))
              : Optional.empty();
        }
        if (!item()) {
          return Optional.empty();
        }
        any = true;
      }
    }

    private boolean item() {
      char c = peek();
      if (c == '#' || c == '.') {
        at++;
        String name = word();
        if (name.isEmpty()) {
          return false;
        }
        if (c == '#') {
          id = name;
        } else {
          classes.add(name);
        }
        return true;
      }
      return keyValue();
    }

    private boolean keyValue() {
      int from = at;
      while (Character.isLetterOrDigit(peek()) || "-_:".indexOf(peek()) >= 0) {
        at++;
      }
      if (at == from || peek() != '=') {
        return false;
      }
      String key = text.subSequence(from, at).toString();
      at++;
      char quote = peek();
      if (quote != '"' && quote != '\'') {
        int valueStart = at;
        String value = word();
        values.put(key, new Value(value, valueStart, at));
        return !value.isEmpty();
      }
      int valueStart = ++at;
      at = closing(quote, true);
      if (at >= limit) {
        at = valueStart;
        at = closing(quote, false);
      }
      if (at >= limit) {
        return false;
      }
      String value = text.subSequence(valueStart, at).toString().replace("\\" + quote, "" + quote);
      values.put(key, new Value(value, valueStart, at));
      at++;
      return true;
    }

    // 'the page\'s address': as Pandoc reads it.
    private int closing(char quote, boolean escapes) {
      int end = at;
      while (end < limit && text.charAt(end) != quote) {
        boolean escaped =
            escapes && text.charAt(end) == '\\' && end + 1 < limit && text.charAt(end + 1) == quote;
        end += escaped ? 2 : 1;
      }
      return end;
    }

    private String word() {
      int from = at;
      while (at < limit && isWord(text.charAt(at))) {
        at++;
      }
      return text.subSequence(from, at).toString();
    }

    private static boolean isWord(char c) {
      return !Character.isWhitespace(c) && "{}\"'=<>`".indexOf(c) < 0;
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
