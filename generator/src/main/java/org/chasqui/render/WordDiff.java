package org.chasqui.render;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.theme.Html;

/** Shows what became of a text, word by word, as {@code ins} and {@code del}. */
final class WordDiff {
  // The table of a comparison grows with the product of the lengths.
  private static final int LONGEST = 2000;

  private final StringBuilder out = new StringBuilder();
  private final StringBuilder gone = new StringBuilder();
  private final StringBuilder come = new StringBuilder();

  private WordDiff() {}

  /** The new text with what is new in it and what is gone. */
  static Html of(String before, String now) {
    WordDiff diff = new WordDiff();
    diff.compare(words(before), words(now));
    return new Html(diff.out.toString());
  }

  // Words and the spaces between them, so that nothing gets lost.
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>(List.of(text.split("(?<=\\s)(?=\\S)")));
    return words.size() > LONGEST ? List.of(text) : words;
  }

  private void compare(List<String> old, List<String> young) {
    int[][] common = common(old, young);
    int i = 0;
    int j = 0;
    while (i < old.size() || j < young.size()) {
      if (i < old.size() && j < young.size() && same(old.get(i), young.get(j))) {
        flush();
        out.append(Html.escape(young.get(j++)).markup());
        i++;
      } else if (j == young.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        gone.append(old.get(i++));
      } else {
        come.append(young.get(j++));
      }
    }
    flush();
  }

  private static boolean same(String one, String other) {
    return one.strip().equals(other.strip());
  }

  // common[i][j]: how many words the rests from i and j have in common, in order.
  private static int[][] common(List<String> a, List<String> b) {
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            same(a.get(i), b.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private void flush() {
    mark("del", gone);
    mark("ins", come);
  }

  private void mark(String element, StringBuilder words) {
    if (!words.isEmpty()) {
      String text = words.toString().stripTrailing();
      String space = words.substring(text.length());
      out.append('<').append(element).append('>').append(Html.escape(text).markup());
      out.append("</").append(element).append('>').append(space.isEmpty() ? " " : space);
      words.setLength(0);
    }
  }
}
