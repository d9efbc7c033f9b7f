package org.chasqui.proofread;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a text. */
final class Words {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’-][\\p{L}\\p{M}]+)*");

  private Words() {}

  /** The words, in small letters. An elided article stands alone: {@code l'ordinateur} is two. */
  static List<String> of(String text, Locale locale) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(locale).replace('’', '\''));
    while (matcher.find()) {
      String word = matcher.group();
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
