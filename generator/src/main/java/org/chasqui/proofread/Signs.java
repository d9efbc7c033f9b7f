package org.chasqui.proofread;

/**
 * Which characters a text has. Most rules look for signs that most texts have not: asking here is
 * much cheaper than going through the text again for each rule.
 */
final class Signs {
  private static final int HALF = 64;

  private long low;
  private long high;
  private boolean beyond;
  private boolean spaces;

  /** The characters of a text. */
  static Signs of(String text) {
    Signs signs = new Signs();
    char[] letters = text.toCharArray();
    long low = 0;
    long high = 0;
    for (int i = 0; i < letters.length; i++) {
      char c = letters[i];
      if (c >= 2 * HALF) {
        signs.beyond = true;
      } else if (c >= HALF) {
        high |= 1L << c;
      } else {
        low |= 1L << c;
        signs.spaces |= c == ' ' && i > 0 && letters[i - 1] == ' ';
      }
    }
    signs.low = low;
    signs.high = high;
    return signs;
  }

  /** Whether there may be one of these; characters that are not ASCII count as one. */
  boolean mayHave(String some) {
    for (int i = 0; i < some.length(); i++) {
      char c = some.charAt(i);
      long half = c < HALF ? low : high;
      if (c < 2 * HALF ? (half >>> c & 1) == 1 : beyond) {
        return true;
      }
    }
    return false;
  }

  /** Whether there are ASCII characters only. */
  boolean ascii() {
    return !beyond;
  }

  /** Whether there are two spaces side by side. */
  boolean twoSpaces() {
    return spaces;
  }
}
