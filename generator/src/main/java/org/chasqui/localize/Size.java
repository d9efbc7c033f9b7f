package org.chasqui.localize;

import java.util.List;
import org.chasqui.gettext.PoEntry;

/**
 * How much there is to translate on a page.
 *
 * @param messages how many different texts
 * @param words how many words in them
 */
record Size(int messages, int words) {
  static Size of(PageTexts texts) {
    List<PoEntry> messages = Messages.bare(texts);
    return new Size(messages.size(), messages.stream().mapToInt(Size::words).sum());
  }

  /** How many words a message has. */
  static int words(PoEntry entry) {
    return words(entry.id()) + words(entry.plural().orElse(""));
  }

  private static int words(String text) {
    int words = 0;
    boolean within = false;
    // An array: the compiler that starts quickly reads strings slowly.
    char[] letters = text.toCharArray();
    for (char c : letters) {
      boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
      words += !blank && !within ? 1 : 0;
      within = !blank;
    }
    return words;
  }

  List<String> down() {
    return List.of(String.valueOf(messages), String.valueOf(words));
  }

  static Size up(List<String> row) {
    return new Size(Integer.parseInt(row.get(0)), Integer.parseInt(row.get(1)));
  }
}
