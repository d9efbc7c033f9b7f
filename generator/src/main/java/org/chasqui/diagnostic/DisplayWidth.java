package org.chasqui.diagnostic;

/**
 * How many columns text takes on a terminal: two for East Asian wide characters and emoji, none for
 * marks that sit on the character before them.
 *
 * <p>After Unicode Standard Annex 11: what is Wide or Fullwidth there counts two. Ambiguous
 * characters count one, as terminals outside East Asia draw them.
 */
public final class DisplayWidth {
  // First and last code point of each wide stretch, ascending.
  private static final int[][] WIDE = {
    {0x1100, 0x115F}, {0x231A, 0x231B}, {0x23E9, 0x23EC}, {0x2614, 0x2615}, {0x26A1, 0x26A1},
    {0x2705, 0x2705}, {0x2728, 0x2728}, {0x274C, 0x274C}, {0x2753, 0x2755}, {0x2E80, 0x303E},
    {0x3041, 0x4DBF}, {0x4E00, 0xA4CF}, {0xA960, 0xA97F}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F1E6, 0x1F1FF}, {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
  };

  private DisplayWidth() {}

  /** The columns of a text without tabs and control characters. */
  public static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  /** The columns of one code point: 0, 1 or 2. */
  public static int of(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    for (int[] stretch : WIDE) {
      if (codePoint <= stretch[1]) {
        return codePoint >= stretch[0];
      }
    }
    return false;
  }
}
