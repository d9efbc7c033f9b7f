package org.chasqui.gettext;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Finds among many texts the one that is most like another, by {@link Similarity}.
 *
 * <p>Comparing is dear, so most texts are ruled out before: two texts can share no more letters
 * than both have. Counting them says for nearly every text that it cannot be the nearest as soon as
 * a good one is known, and the one with the highest count is tried first.
 */
final class NearestText {
  // Letters are counted in these many classes; what falls together makes the bound looser only.
  private static final int CLASSES = 64;

  private final List<byte[]> texts = new ArrayList<>();
  private final List<int[]> counts = new ArrayList<>();

  /** Adds a text; the first has the index 0. */
  void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    texts.add(bytes);
    counts.add(count(bytes));
  }

  /**
   * The index of the text that is most like another; of several the first; -1 if none is like it.
   *
   * @param text the other text
   * @param alike how like it must be at least, without being just that
   * @param bonus what is added for a text, by index
   */
  int find(String text, double alike, IntToDoubleFunction bonus) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int[] letters = count(bytes);
    double[] bounds = new double[texts.size()];
    int first = -1;
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = bound(letters, bytes.length, i) + bonus.applyAsDouble(i);
      first = bounds[i] > alike && (first < 0 || bounds[i] > bounds[first]) ? i : first;
    }
    if (first < 0) {
      return -1;
    }
    Similarity similarity = new Similarity(text);
    int found = -1;
    double best = alike;
    double weight = similarity.to(texts.get(first)) + bonus.applyAsDouble(first);
    if (weight > best) {
      found = first;
      best = weight;
    }
    for (int i = 0; i < bounds.length; i++) {
      if (i == first || bounds[i] < best) {
        continue;
      }
      weight = similarity.to(texts.get(i)) + bonus.applyAsDouble(i);
      if (weight > best || (weight == best && i < found)) {
        found = i;
        best = weight;
      }
    }
    return found;
  }

  private double bound(int[] letters, int length, int other) {
    int[] others = counts.get(other);
    int sum = length + texts.get(other).length;
    int shared = 0;
    for (int i = 0; i < CLASSES; i++) {
      shared += Math.min(letters[i], others[i]);
    }
    return sum == 0 ? 1 : 2.0 * shared / sum;
  }

  private static int[] count(byte[] text) {
    int[] counts = new int[CLASSES];
    for (byte b : text) {
      counts[b & (CLASSES - 1)]++;
    }
    return counts;
  }
}
