package org.chasqui.proofread;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words of a text. */
final class Words {
  private Words() {}

  /** The words, in small letters. An elided article stands alone: {@code l'ordinateur} is two. */
  static List<String> of(String text, Locale locale) {
    List<String> words = new ArrayList<>();
    String low = text.toLowerCase(locale).replace('’', '\'');
    char[] letters = low.toCharArray();
    int end = 0;
    for (int at = next(letters, 0); at < letters.length; at = next(letters, end)) {
      end = end(letters, at);
      String word = low.substring(at, end);
      int mark = word.indexOf('\'');
      if (mark > 0 && mark <= 2) {
        words.add(word.substring(0, mark + 1));
        words.add(word.substring(mark + 1));
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private static int next(char[] text, int from) {
    int at = from;
    while (at < text.length && !isPart(text, at)) {
      at += width(text, at);
    }
    return at;
  }

  // Letters with their accents; an apostrophe or a hyphen between letters belongs to the word.
  private static int end(char[] text, int from) {
    int at = from;
    while (at < text.length) {
      boolean joins = (text[at] == '\'' || text[at] == '-') && at + 1 < text.length;
      if (!isPart(text, at) && !(joins && isPart(text, at + 1))) {
        return at;
      }
      at += width(text, at);
    }
    return at;
  }

  private static int width(char[] text, int at) {
    return text[at] < 0x80 ? 1 : Character.charCount(Character.codePointAt(text, at));
  }

  private static boolean isPart(char[] text, int at) {
    char c = text[at];
    if (c < 0x80) {
      return c >= 'a' ? c <= 'z' : c >= 'A' && c <= 'Z';
    }
    return isPart(Character.codePointAt(text, at));
  }

  private static boolean isPart(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** Whether a text in small letters has a word, not only as a part of another. */
  static boolean contains(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean begins = at == 0 || !Character.isLetter(text.codePointBefore(at));
      if (begins && (end == text.length() || !Character.isLetter(text.codePointAt(end)))) {
        return true;
      }
    }
    return false;
  }
}
