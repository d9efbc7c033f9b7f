package org.chasqui.localize;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which section of a text is which of its translation, by what no translation changes: code,
 * targets of links, numbers, ids of headings. That shows whether they stand in another order.
 */
final class SectionPairs {
  private static final double LEAST = 0.5;

  private SectionPairs() {}

  /**
   * Sections that are nearest to each other, by number.
   *
   * @param ours what marks each section of the source
   * @param theirs what marks each section of the translation
   */
  static Map<Integer, Integer> of(List<Set<String>> ours, List<Set<String>> theirs) {
    Map<Integer, Integer> pairs = new TreeMap<>();
    for (int i = 0; i < ours.size(); i++) {
      int j = nearest(ours.get(i), i, theirs);
      if (j >= 0 && nearest(theirs.get(j), j, ours) == i) {
        pairs.put(i, j);
      }
    }
    return pairs;
  }

  // Of several that are equally near, the one at the same place or next to it.
  private static int nearest(Set<String> marks, int place, List<Set<String>> others) {
    int best = -1;
    double most = 0;
    for (int i = 0; i < others.size(); i++) {
      double likeness = alike(marks, others.get(i));
      boolean closer = Math.abs(i - place) < Math.abs(best - place);
      if (likeness >= LEAST && (likeness > most || (likeness == most && closer))) {
        best = i;
        most = likeness;
      }
    }
    return best;
  }

  private static double alike(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return both.isEmpty() ? 0 : 2.0 * both.size() / (one.size() + other.size());
  }

  /** Whether any stand in another order. */
  static boolean moved(Map<Integer, Integer> pairs) {
    int last = -1;
    for (int there : pairs.values()) {
      if (there < last) {
        return true;
      }
      last = there;
    }
    return false;
  }

  /**
   * The pairs, and for sections that nothing marks the one after that of the section before: who
   * moves a section moves what belongs to it.
   */
  static Map<Integer, Integer> withFollowers(Map<Integer, Integer> pairs, int ours, int theirs) {
    Map<Integer, Integer> all = new TreeMap<>(pairs);
    Set<Integer> taken = new HashSet<>(all.values());
    if (!all.containsKey(0) && taken.add(0)) {
      all.put(0, 0);
    }
    for (int i = 1; i < ours; i++) {
      Integer before = all.get(i - 1);
      if (!all.containsKey(i) && before != null && before + 1 < theirs && taken.add(before + 1)) {
        all.put(i, before + 1);
      }
    }
    return all;
  }
}
