package org.chasqui.gettext;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which texts have which words: only those that share rare words are compared. Two words with one
 * number only make a text a candidate that is none. A million words take no objects and are not
 * sorted: for one new text in a site, all that a language has ever said is read.
 */
final class WordIndex {
  // Words that stand in more texts than this tell nothing about a text.
  private static final int COMMON = 400;
  private static final int CANDIDATES = 24;
  private static final int SCATTER = 0x9E3779B9;

  private final List<String> sources;
  // A table of words: the number of each, how often it stands in all texts, and where the texts
  // that have it begin in the list of texts.
  private int[] words = new int[1024];
  private int[] counts = new int[1024];
  private int different;
  private final int[] starts;
  private final int[] texts;

  /**
   * Reads all texts.
   *
   * @param sources the texts, the most trusted first
   */
  WordIndex(List<String> sources) {
    this.sources = sources;
    WordNumbers all = new WordNumbers();
    int[] ends = new int[sources.size()];
    for (int i = 0; i < ends.length; i++) {
      all.add(sources.get(i));
      ends[i] = all.count();
    }
    for (int i = 0; i < all.count(); i++) {
      count(all.get(i), 1);
    }
    this.starts = new int[counts.length];
    this.texts = new int[begin()];
    fill(all, ends);
  }

  // Where a word stands in the table, or the empty place where it would.
  private int place(int word) {
    int mask = words.length - 1;
    int place = ((word * SCATTER) >>> 8) & mask;
    while (counts[place] > 0 && words[place] != word) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void count(int word, int times) {
    int place = place(word);
    different += counts[place] == 0 ? 1 : 0;
    words[place] = word;
    counts[place] += times;
    if (different * 2 > words.length) {
      grow();
    }
  }

  private void grow() {
    int[] oldWords = words;
    int[] oldCounts = counts;
    words = new int[oldWords.length * 2];
    counts = new int[words.length];
    different = 0;
    for (int i = 0; i < oldWords.length; i++) {
      if (oldCounts[i] > 0) {
        count(oldWords[i], oldCounts[i]);
      }
    }
  }

  // Nobody asks for the texts of words that stand everywhere.
  private int begin() {
    int start = 0;
    for (int place = 0; place < counts.length; place++) {
      starts[place] = start;
      start += counts[place] > COMMON ? 0 : counts[place];
    }
    return start;
  }

  private void fill(WordNumbers all, int[] ends) {
    int[] next = starts.clone();
    int at = 0;
    for (int text = 0; text < ends.length; text++) {
      for (; at < ends[text]; at++) {
        int place = place(all.get(at));
        if (counts[place] <= COMMON) {
          texts[next[place]++] = text;
        }
      }
    }
  }

  /** Those that share most of the telling words, in the order of the memory. */
  List<String> candidates(String source) {
    Map<Integer, Integer> shared = new HashMap<>();
    Arrays.stream(WordNumbers.of(source)).distinct().forEach(word -> share(word, shared));
    return shared.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(CANDIDATES)
        .map(entry -> sources.get(entry.getKey()))
        .toList();
  }

  private void share(int word, Map<Integer, Integer> shared) {
    int place = place(word);
    if (counts[place] > COMMON) {
      return;
    }
    int end = starts[place] + counts[place];
    for (int i = starts[place]; i < end; i++) {
      // A text that has the word twice shares it once.
      if (i == starts[place] || texts[i] != texts[i - 1]) {
        shared.merge(texts[i], 1, Integer::sum);
      }
    }
  }
}
