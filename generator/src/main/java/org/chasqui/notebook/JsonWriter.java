package org.chasqui.notebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON in the one form that Jupyter writes: members sorted by code point, one space of
 * indentation for each level, {@code ": "} after a name, characters outside ASCII as they are.
 *
 * <p>The form is Python's {@code json.dumps(…, indent=1, sort_keys=True, separators=(",", ": "),
 * ensure_ascii=False)}, which {@code nbformat} calls. Every byte counts: learners' hubs merge
 * notebooks as text, and a file that Jupyter would write otherwise changes as a whole when a
 * learner first saves it.
 */
final class JsonWriter {
  /** Python sorts strings by code point; {@link String#compareTo} by UTF-16 code unit. */
  static final Comparator<String> BY_CODE_POINT = JsonWriter::compareCodePoints;

  private static final int SHORTEST_EXPONENT_FORM = 16;
  private static final int DIGITS_OF_A_DOUBLE = 17;

  private final StringBuilder out = new StringBuilder();

  JsonWriter() {}

  /**
   * The text of a value, without a line end.
   *
   * @throws IllegalArgumentException if a string has half a surrogate pair, which UTF-8 cannot
   *     hold, or a number is not finite
   */
  static String write(Json value) {
    JsonWriter writer = new JsonWriter();
    writer.value(value, 0);
    return writer.out.toString();
  }

  /** What was written so far. */
  String written() {
    return out.toString();
  }

  /** Writes signs and names that need no escapes as they are. */
  JsonWriter raw(String signs) {
    out.append(signs);
    return this;
  }

  /** Writes a value that stands so many levels deep. */
  void value(Json value, int depth) {
    if (value instanceof Json.Members object) {
      members(object.members(), depth);
    } else if (value instanceof Json.Items array) {
      items(array.items(), depth);
    } else if (value instanceof Json.Text text) {
      string(text.value());
    } else if (value instanceof Json.Whole number) {
      out.append(number.value());
    } else if (value instanceof Json.Fraction number) {
      out.append(pythonRepr(number.value()));
    } else if (value instanceof Json.Truth truth) {
      out.append(truth.value());
    } else {
      out.append("null");
    }
  }

  private void members(Map<String, Json> members, int depth) {
    if (members.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    String separator = "";
    String[] names = members.keySet().toArray(String[]::new);
    Arrays.sort(names, BY_CODE_POINT);
    for (String name : names) {
      out.append(separator);
      line(depth + 1);
      string(name);
      out.append(": ");
      value(members.getOrDefault(name, new Json.Nothing()), depth + 1);
      separator = ",";
    }
    line(depth);
    out.append('}');
  }

  private void items(List<Json> items, int depth) {
    if (items.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    String separator = "";
    for (Json item : items) {
      out.append(separator);
      line(depth + 1);
      value(item, depth + 1);
      separator = ",";
    }
    line(depth);
    out.append(']');
  }

  /** Writes a text as the array of its lines. */
  void lines(String text, int depth) {
    if (text.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    // All of a notebook's text passes here: an array is read faster than a string.
    char[] letters = text.toCharArray();
    for (int at = 0; at < letters.length; ) {
      int end = NotebookFormat.lineEnd(letters, at);
      out.append(at == 0 ? "" : ",");
      line(depth + 1);
      string(letters, at, end);
      at = end;
    }
    line(depth);
    out.append(']');
  }

  private void line(int depth) {
    out.append('\n');
    for (int i = 0; i < depth; i++) {
      out.append(' ');
    }
  }

  /** Writes a string. */
  void string(String text) {
    string(text.toCharArray(), 0, text.length());
  }

  private void string(char[] text, int from, int to) {
    out.append('"');
    int at = from;
    while (at < to) {
      int plain = at;
      while (plain < to && isPlain(text[plain])) {
        plain++;
      }
      out.append(text, at, plain - at);
      if (plain < to) {
        escaped(text, plain);
      }
      at = plain + 1;
    }
    out.append('"');
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c);
  }

  private void escaped(char[] text, int at) {
    char c = text[at];
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\f' -> out.append("\\f");
      case '\b' -> out.append("\\b");
      default -> plain(text, at, c);
    }
  }

  private void plain(char[] text, int at, char c) {
    if (c < ' ') {
      out.append("\\u00").append(c < 0x10 ? "0" : "").append(Integer.toHexString(c));
      return;
    }
    if (isLoneSurrogate(text, at)) {
      throw new IllegalArgumentException("half a surrogate pair at offset " + at);
    }
    out.append(c);
  }

  private static boolean isLoneSurrogate(char[] text, int at) {
    char c = text[at];
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length || !Character.isLowSurrogate(text[at + 1]);
    }
    return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text[at - 1]));
  }

  /**
   * A floating-point number as Python writes it: the fewest digits that read back as the same
   * number, with an exponent from {@code 1e+16} upwards and below {@code 0.0001}.
   */
  static String pythonRepr(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("JSON has no " + number);
    }
    String sign = Double.doubleToRawLongBits(number) < 0 ? "-" : "";
    if (number == 0) {
      return sign + "0.0";
    }
    BigDecimal shortest = shortest(Math.abs(number)).stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    int exponent = shortest.precision() - shortest.scale() - 1;
    return sign
        + (exponent < -4 || exponent >= SHORTEST_EXPONENT_FORM
            ? scientific(digits, exponent)
            : fixed(shortest));
  }

  private static String fixed(BigDecimal number) {
    String plain = number.toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  private static String scientific(String digits, int exponent) {
    String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : "" + Math.abs(exponent);
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + power;
  }

  // Double.toString gives the fewest digits only from Java 19 on. Both neighbours are tried,
  // because
  // beside a power of two the nearer one may be read as another number and the farther one not.
  private static BigDecimal shortest(double number) {
    BigDecimal exact = new BigDecimal(number);
    for (int digits = 1; digits < DIGITS_OF_A_DOUBLE; digits++) {
      BigDecimal down = exact.round(new MathContext(digits, RoundingMode.DOWN));
      BigDecimal up = exact.round(new MathContext(digits, RoundingMode.UP));
      boolean downIsNearer = exact.subtract(down).compareTo(up.subtract(exact)) <= 0;
      BigDecimal near = downIsNearer ? down : up;
      BigDecimal far = downIsNearer ? up : down;
      if (near.doubleValue() == number) {
        return near;
      }
      if (far.doubleValue() == number) {
        return far;
      }
    }
    return exact.round(new MathContext(DIGITS_OF_A_DOUBLE, RoundingMode.HALF_EVEN));
  }

  private static int compareCodePoints(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        // Surrogates stand below U+E000..U+FFFF as code units, and above them as code points.
        boolean sameSide = Character.isSurrogate(x) == Character.isSurrogate(y);
        return sameSide ? Character.compare(x, y) : (Character.isSurrogate(x) ? 1 : -1);
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
