package org.chasqui.math;

import java.util.Map;

/**
 * Letters in the styles that mathematics tells apart. MathML Core has no attribute for them, but
 * Unicode has the letters (chapter 22.2, Mathematical Alphanumeric Symbols).
 */
final class Letters {
  /**
   * Where a style's letters begin.
   *
   * @param capital the capital A
   * @param small the small a
   * @param digit the digit zero, or 0
   * @param greek the capital alpha, or 0
   */
  private record Style(int capital, int small, int digit, int greek) {}

  private static final Map<String, Style> STYLES =
      Map.ofEntries(
          Map.entry("bold", new Style(0x1d400, 0x1d41a, 0x1d7ce, 0x1d6a8)),
          Map.entry("italic", new Style(0x1d434, 0x1d44e, 0, 0x1d6e2)),
          Map.entry("bold-italic", new Style(0x1d468, 0x1d482, 0, 0x1d71c)),
          Map.entry("script", new Style(0x1d49c, 0x1d4b6, 0, 0)),
          Map.entry("bold-script", new Style(0x1d4d0, 0x1d4ea, 0, 0)),
          Map.entry("fraktur", new Style(0x1d504, 0x1d51e, 0, 0)),
          Map.entry("double-struck", new Style(0x1d538, 0x1d552, 0x1d7d8, 0)),
          Map.entry("bold-fraktur", new Style(0x1d56c, 0x1d586, 0, 0)),
          Map.entry("sans-serif", new Style(0x1d5a0, 0x1d5ba, 0x1d7e2, 0)),
          Map.entry("bold-sans-serif", new Style(0x1d5d4, 0x1d5ee, 0x1d7ec, 0x1d756)),
          Map.entry("sans-serif-italic", new Style(0x1d608, 0x1d622, 0, 0)),
          Map.entry("sans-serif-bold-italic", new Style(0x1d63c, 0x1d656, 0, 0x1d790)),
          Map.entry("monospace", new Style(0x1d670, 0x1d68a, 0x1d7f6, 0)));

  // Letters that Unicode had before it had the alphabets, by the place where they would stand.
  private static final Map<Integer, Integer> ELSEWHERE =
      Map.ofEntries(
          Map.entry(0x1d455, 0x210e),
          Map.entry(0x1d49d, 0x212c),
          Map.entry(0x1d4a0, 0x2130),
          Map.entry(0x1d4a1, 0x2131),
          Map.entry(0x1d4a3, 0x210b),
          Map.entry(0x1d4a4, 0x2110),
          Map.entry(0x1d4a7, 0x2112),
          Map.entry(0x1d4a8, 0x2133),
          Map.entry(0x1d4ad, 0x211b),
          Map.entry(0x1d4ba, 0x212f),
          Map.entry(0x1d4bc, 0x210a),
          Map.entry(0x1d4c4, 0x2134),
          Map.entry(0x1d506, 0x212d),
          Map.entry(0x1d50b, 0x210c),
          Map.entry(0x1d50c, 0x2111),
          Map.entry(0x1d515, 0x211c),
          Map.entry(0x1d51d, 0x2128),
          Map.entry(0x1d53a, 0x2102),
          Map.entry(0x1d53f, 0x210d),
          Map.entry(0x1d545, 0x2115),
          Map.entry(0x1d547, 0x2119),
          Map.entry(0x1d548, 0x211a),
          Map.entry(0x1d549, 0x211d),
          Map.entry(0x1d551, 0x2124));

  // What follows omega in each Greek alphabet.
  private static final String AFTER_OMEGA = "\u2202\u03f5\u03d1\u03f0\u03d5\u03f1\u03d6";

  private Letters() {}

  /** Whether there are letters of a style. */
  static boolean has(String style) {
    return STYLES.containsKey(style);
  }

  /** A text in the letters of a style; what the style has no letter for stays. */
  static String in(String name, String text) {
    Style style = STYLES.get(name);
    if (style == null) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .map(c -> styled(style, c))
        .map(c -> ELSEWHERE.getOrDefault(c, c))
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static int styled(Style style, int c) {
    if (c >= 'A' && c <= 'Z') {
      return style.capital() + c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return style.small() + c - 'a';
    }
    if (c >= '0' && c <= '9' && style.digit() > 0) {
      return style.digit() + c - '0';
    }
    return style.greek() > 0 ? greek(style.greek(), c) : c;
  }

  // 25 capitals with a gap that the symbol theta fills, nabla, 25 small letters, and some variants.
  private static int greek(int alpha, int c) {
    if (c >= 0x391 && c <= 0x3a9) {
      return alpha + c - 0x391;
    }
    if (c == 0x2207) {
      return alpha + 25;
    }
    if (c >= 0x3b1 && c <= 0x3c9) {
      return alpha + 26 + c - 0x3b1;
    }
    int after = AFTER_OMEGA.indexOf(c);
    return after >= 0 ? alpha + 51 + after : c;
  }
}
