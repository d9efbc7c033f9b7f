package org.chasqui.gettext;

import java.util.Arrays;

/**
 * A number for each word of some texts in small letters, in their order. Words are stretches of
 * letters, marks, numbers and underscores; two words may have one number.
 */
final class WordNumbers {
  private int[] numbers = new int[16];
  private int count;

  /** The words of one text. */
  static int[] of(String text) {
    WordNumbers words = new WordNumbers();
    words.add(text);
    return Arrays.copyOf(words.numbers, words.count);
  }

  int count() {
    return count;
  }

  int get(int place) {
    return numbers[place];
  }

  /** Adds the words of a text behind those of the texts before. */
  void add(String text) {
    int word = 0;
    boolean inside = false;
    int next;
    for (int at = 0; at < text.length(); at = next) {
      int c = text.charAt(at);
      next = at + 1;
      if (c >= 0x80) {
        c = text.codePointAt(at);
        next = at + Character.charCount(c);
      }
      if (isPart(c)) {
        word = 31 * word + small(c);
        inside = true;
      } else if (inside) {
        add(word);
        word = 0;
        inside = false;
      }
    }
    if (inside) {
      add(word);
    }
  }

  private void add(int word) {
    numbers = count == numbers.length ? Arrays.copyOf(numbers, count * 2) : numbers;
    numbers[count++] = word;
  }

  private static int small(int c) {
    if (c >= 0x80) {
      return Character.toLowerCase(c);
    }
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }

  private static boolean isPart(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> Character.isLetter(c);
    };
  }
}
