package org.chasqui.notebook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.notebook.NotebookText.CellText;

/**
 * Which cell of a new edition is which cell of the published one: the pairing that keeps the order
 * on both sides and leaves the fewest words unexplained. What has no partner is new, or has moved.
 */
final class CellAlignment {
  private static final int SAME_TEXT = 200;
  private static final int SIMILAR_TEXT = 300;
  private static final int EACH_LINE = 100;
  // An id stands right above the first line, and git keeps together what it finds together: of a
  // cell that was divided the first part is the old one.
  private static final int SAME_FIRST_LINE = 150;
  private static final int SAME_KEY = 150;
  private static final double HALF = 0.5;

  private final List<CellText> published;
  private final List<CellText> wanted;
  private final List<Map<String, Integer>> publishedWords;
  private final List<Map<String, Integer>> wantedWords;
  private final int[] partner;

  private CellAlignment(List<CellText> published, List<CellText> wanted) {
    this.published = published;
    this.wanted = wanted;
    this.publishedWords = published.stream().map(CellAlignment::words).toList();
    this.wantedWords = wanted.stream().map(CellAlignment::words).toList();
    this.partner = new int[wanted.size()];
    Arrays.fill(partner, -1);
  }

  /** For every wanted cell the place of its published partner, or -1. */
  static int[] of(List<CellText> published, List<CellText> wanted) {
    CellAlignment alignment = new CellAlignment(published, wanted);
    int first = alignment.sameAtTheTop();
    int last = alignment.sameAtTheBottom(first);
    alignment.pairBest(first, published.size() - last, wanted.size() - last);
    alignment.pairReplaced();
    alignment.pairJoined();
    return alignment.partner;
  }

  private int sameAtTheTop() {
    int i = 0;
    while (i < Math.min(published.size(), wanted.size()) && same(i, i)) {
      partner[i] = i;
      i++;
    }
    return i;
  }

  private int sameAtTheBottom(int from) {
    int most = Math.min(published.size(), wanted.size()) - from;
    int i = 0;
    while (i < most && same(published.size() - 1 - i, wanted.size() - 1 - i)) {
      partner[wanted.size() - 1 - i] = published.size() - 1 - i;
      i++;
    }
    return i;
  }

  private boolean same(int old, int now) {
    return published.get(old).lines().equals(wanted.get(now).lines());
  }

  // The longest common subsequence, with a weight for each pair.
  private void pairBest(int from, int oldEnd, int nowEnd) {
    int rows = oldEnd - from;
    int columns = nowEnd - from;
    int[][] best = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        int without = Math.max(best[i + 1][j], best[i][j + 1]);
        int pair = likeness(from + i, from + j);
        best[i][j] = pair == 0 ? without : Math.max(without, pair + best[i + 1][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      int pair = likeness(from + i, from + j);
      if (pair > 0 && best[i][j] == pair + best[i + 1][j + 1]) {
        partner[from + j++] = from + i++;
      } else if (best[i][j] == best[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private int likeness(int old, int now) {
    CellText before = published.get(old);
    CellText after = wanted.get(now);
    if (before.code() != after.code()) {
      return 0;
    }
    boolean sameKey = CellIds.keyOf(before.id()).equals(CellIds.keyOf(after.id()));
    boolean sameStart = startsLike(before.source(), after.source());
    int extra = (sameKey ? SAME_KEY : 0) + (sameStart ? SAME_FIRST_LINE : 0);
    if (before.source().equals(after.source())) {
      return SAME_TEXT + EACH_LINE * before.source().size() + extra;
    }
    double like = likeness(publishedWords.get(old), wantedWords.get(now));
    if (extra == 0 && like < HALF) {
      return 0;
    }
    int lines = Math.min(before.source().size(), after.source().size());
    return (int) (like * (SIMILAR_TEXT + EACH_LINE * lines)) + extra + 1;
  }

  private static boolean startsLike(List<String> before, List<String> after) {
    return !before.isEmpty() && !after.isEmpty() && bare(before.get(0)).equals(bare(after.get(0)));
  }

  // The last line of a cell has neither a line end nor a comma.
  private static String bare(String line) {
    return line.replaceFirst("(\\\\n)?\",?$", "");
  }

  // Dice's coefficient: the share of words that both have.
  private static double likeness(Map<String, Integer> a, Map<String, Integer> b) {
    int common = 0;
    for (Map.Entry<String, Integer> word : a.entrySet()) {
      common += Math.min(word.getValue(), b.getOrDefault(word.getKey(), 0));
    }
    int all = total(a) + total(b);
    return all == 0 ? 0 : 2.0 * common / all;
  }

  private static int total(Map<String, Integer> words) {
    return words.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> words(CellText cell) {
    Map<String, Integer> words = new HashMap<>();
    for (String line : cell.source()) {
      for (String word : line.split("[^\\p{L}\\p{N}]+")) {
        if (!word.isEmpty()) {
          words.merge(word, 1, Integer::sum);
        }
      }
    }
    return words;
  }

  // What stands alone between the same neighbours on both sides was rewritten in place, unless it
  // came from elsewhere.
  private void pairReplaced() {
    Set<List<String>> gone = new HashSet<>();
    Set<Integer> kept = new HashSet<>();
    Arrays.stream(partner).forEach(kept::add);
    for (int i = 0; i < published.size(); i++) {
      if (!kept.contains(i)) {
        gone.add(published.get(i).source());
      }
    }
    int old = 0;
    int now = 0;
    while (now < wanted.size()) {
      int end = now;
      while (end < wanted.size() && partner[end] < 0) {
        end++;
      }
      int oldEnd = end < wanted.size() ? partner[end] : published.size();
      if (end > now && sameKinds(old, oldEnd, now, end)) {
        for (int i = 0; i < end - now; i++) {
          partner[now + i] = gone.contains(wanted.get(now + i).source()) ? -1 : old + i;
        }
      }
      old = oldEnd + 1;
      now = end + 1;
    }
  }

  // Two cells become one when the code between them goes. Git puts the new one where the first was:
  // under the id of the second it would stand there twice for learners who had run the code.
  private void pairJoined() {
    Set<Integer> kept = new HashSet<>();
    Arrays.stream(partner).forEach(kept::add);
    int from = 0;
    for (int now = 0; now < wanted.size(); now++) {
      int old = partner[now];
      if (old < 0) {
        continue;
      }
      if (!wanted.get(now).code()
          && !startsLike(published.get(old).source(), wanted.get(now).source())) {
        int first = from;
        while (first < old && !joins(first, now, kept)) {
          first++;
        }
        partner[now] = first;
      }
      from = old + 1;
    }
  }

  private boolean joins(int old, int now, Set<Integer> kept) {
    return !kept.contains(old)
        && !published.get(old).code()
        && startsLike(published.get(old).source(), wanted.get(now).source());
  }

  private boolean sameKinds(int old, int oldEnd, int now, int end) {
    if (oldEnd - old != end - now) {
      return false;
    }
    for (int i = 0; i < end - now; i++) {
      if (published.get(old + i).code() != wanted.get(now + i).code()) {
        return false;
      }
    }
    return true;
  }
}
