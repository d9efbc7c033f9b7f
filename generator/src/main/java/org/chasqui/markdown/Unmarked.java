package org.chasqui.markdown;

/**
 * Texts that are the same with and without Markdown, seen without a parser: most titles, names and
 * labels. A site of ten thousand pages says a title some hundred thousand times.
 */
final class Unmarked {
  private Unmarked() {}

  /**
   * Whether nothing in a text can be markup, nor a character that HTML escapes: words of letters
   * and digits, one blank between them, and marks that mean nothing where they stand. False proves
   * nothing.
   */
  static boolean is(String text) {
    int length = text.length();
    if (length == 0 || !Character.isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char before = text.charAt(i - 1);
      char c = text.charAt(i);
      boolean fine =
          switch (c) {
            case ' ', '-', '’' -> Character.isLetterOrDigit(before) || isMark(before) && c == ' ';
            case ',', ';', '?' -> Character.isLetterOrDigit(before);
            case ':' -> Character.isLetterOrDigit(before) && followed(text, i);
            case '.', '!' ->
                i > 1
                    && Character.isLetterOrDigit(before)
                    && (i + 1 == length || followed(text, i));
            default -> Character.isLetterOrDigit(c);
          };
      if (!fine) {
        return false;
      }
    }
    return text.charAt(length - 1) != ' ';
  }

  private static boolean isMark(char c) {
    return ",;?:.!".indexOf(c) >= 0;
  }

  // Within a word a colon may begin an address or an emoji, a full stop be of an address, and an
  // exclamation mark stand before a picture.
  private static boolean followed(String text, int mark) {
    return mark + 1 < text.length() && text.charAt(mark + 1) == ' ';
  }
}
