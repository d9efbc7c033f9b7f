package org.chasqui.markdown;

import java.util.List;
import java.util.Optional;

/**
 * What stands in every text that marks a place to be referred to. Asked of every text of a site,
 * most of which have none of it: they are read once, letter by letter.
 */
final class LabelSigns {
  private static final String ID = "{#";
  private static final List<String> SIGNS =
      List.of(")=", ":name:", ":label:", ID, "{glossary}", ": glossary", "$$ (");

  private LabelSigns() {}

  /** Whether any of it stands in a text. */
  static boolean in(String text) {
    return next(text, text.toCharArray(), 0) < text.length();
  }

  /** The headings that have an id of their own; nothing if other places are marked, too. */
  static Optional<String> headings(String text) {
    // An array: the compiler that starts quickly reads strings slowly.
    char[] letters = text.toCharArray();
    StringBuilder headings = new StringBuilder();
    for (int at = next(text, letters, 0); at < letters.length; at = next(text, letters, at)) {
      int start = text.lastIndexOf('\n', at) + 1;
      if (!text.startsWith(ID, at) || letters[start] != '#') {
        return Optional.empty();
      }
      int end = text.indexOf('\n', at);
      at = end < 0 ? letters.length : end;
      headings.append(text, start, at).append('\n');
    }
    return Optional.of(headings.toString());
  }

  private static int next(String text, char[] letters, int from) {
    for (int i = from; i < letters.length; i++) {
      char c = letters[i];
      if ((c == ')' || c == ':' || c == '{' || c == '$') && any(text, i)) {
        return i;
      }
    }
    return letters.length;
  }

  private static boolean any(String text, int at) {
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        return true;
      }
    }
    return false;
  }
}
