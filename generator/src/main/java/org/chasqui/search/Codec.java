package org.chasqui.search;

/**
 * Numbers as printable ASCII, small ones in one character, made for what gzip does afterwards.
 *
 * <p>A number below 44 is one letter of {@link #LAST}. A larger one is preceded by letters of
 * {@link #LEADING}: what remains of it, divided by 44, counted from 1 with 28 digits. A letter of
 * {@link #SECTION} after it says in which section of the page the word stands best: the letters
 * mean 1 to 19, the last of them that a number follows, to which 20 is added. {@code search.js}
 * reads it.
 */
final class Codec {
  /** No quotation mark and no backslash, so that a string of JavaScript holds them as they are. */
  private static final String ALPHABET = alphabet();

  static final String LAST = ALPHABET.substring(0, 44);
  static final String LEADING = ALPHABET.substring(44, 72);
  static final String SECTION = ALPHABET.substring(72, 92);

  private Codec() {}

  private static String alphabet() {
    StringBuilder all = new StringBuilder();
    for (char c = '!'; c <= '~'; c++) {
      if (c != '"' && c != '\\') {
        all.append(c);
      }
    }
    return all.toString();
  }

  /** Writes a number that is not negative. */
  static void number(int n, StringBuilder out) {
    StringBuilder leading = new StringBuilder();
    for (int rest = n / LAST.length(); rest > 0; rest = (rest - 1) / LEADING.length()) {
      leading.append(LEADING.charAt((rest - 1) % LEADING.length()));
    }
    out.append(leading.reverse()).append(LAST.charAt(n % LAST.length()));
  }

  /** Writes which section; nothing for the beginning of the page. */
  static void section(int section, StringBuilder out) {
    int direct = SECTION.length() - 1;
    if (section > direct) {
      out.append(SECTION.charAt(direct));
      number(section - direct - 1, out);
    } else if (section > 0) {
      out.append(SECTION.charAt(section - 1));
    }
  }
}
