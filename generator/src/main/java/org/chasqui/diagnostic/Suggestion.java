package org.chasqui.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the nearest of the words that would have been right. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * The candidate nearest to a word by edit distance (swapped neighbours count one), if it is near
   * enough to be what was meant: at most a third of the word's length, and at least one edit. Ties
   * go to the candidate that sorts first.
   */
  public static Optional<String> closest(String word, Collection<String> candidates) {
    String wanted = word.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, wanted.length() / 3);
    String best = "";
    int bestDistance = limit + 1;
    for (String candidate : candidates) {
      int most = Math.min(limit, bestDistance);
      if (Math.abs(candidate.length() - word.length()) > most) {
        continue;
      }
      int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT), most);
      boolean sortsFirst = distance == bestDistance && candidate.compareTo(best) < 0;
      if (distance < bestDistance || (sortsFirst && distance <= limit)) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return bestDistance <= limit ? Optional.of(best) : Optional.empty();
  }

  /** {@code Did you mean 'x'?}, or nothing. */
  public static Optional<String> didYouMean(String word, Collection<String> candidates) {
    return closest(word, candidates).map(found -> "Did you mean '" + found + "'?");
  }

  // Optimal string alignment distance; where it is more than what counts, any such number.
  private static int distance(String a, String b, int most) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      // A swap may come from two rows above, but adds one to what is there.
      if (least > most) {
        return least;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
