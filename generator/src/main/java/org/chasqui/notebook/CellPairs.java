package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.notebook.NotebookChanges.Given;
import org.chasqui.notebook.NotebookText.CellText;

/**
 * Which cell of a notebook that somebody edited is which cell that we make: by id first, then, for
 * what stands between two of those, by content and order.
 */
final class CellPairs {
  private final List<Given> edited;
  private final List<TracedCell> made;
  private final int[] partner;
  private final Set<Integer> moved = new HashSet<>();

  private CellPairs(List<Given> edited, List<TracedCell> made) {
    this.edited = edited;
    this.made = made;
    this.partner = new int[edited.size()];
    Arrays.fill(partner, -1);
  }

  static CellPairs of(List<Given> edited, List<TracedCell> made) {
    CellPairs pairs = new CellPairs(edited, made);
    pairs.byId();
    pairs.keepOrder();
    pairs.byContent();
    return pairs;
  }

  /** The place of the partner of an edited cell, or -1. */
  int partner(int cell) {
    return partner[cell];
  }

  /** The edited cells that have their partner on the other side of others. */
  Set<Integer> moved() {
    return moved;
  }

  private void byId() {
    Map<String, Integer> exact = new HashMap<>();
    Map<String, Integer> byKey = new HashMap<>();
    for (int i = 0; i < made.size(); i++) {
      exact.put(made.get(i).cell().id(), i);
      byKey.merge(CellIds.keyOf(made.get(i).cell().id()), i, (a, b) -> -1);
    }
    Set<Integer> used = new HashSet<>();
    for (int i = 0; i < edited.size(); i++) {
      take(i, exact.getOrDefault(edited.get(i).id(), -1), used);
    }
    for (int i = 0; i < edited.size(); i++) {
      if (partner[i] < 0) {
        take(i, byKey.getOrDefault(CellIds.keyOf(edited.get(i).id()), -1), used);
      }
    }
  }

  private void take(int cell, int candidate, Set<Integer> used) {
    boolean fits = candidate >= 0 && made.get(candidate).isCode() == edited.get(cell).code();
    if (fits && used.add(candidate)) {
      partner[cell] = candidate;
    }
  }

  // The longest row of pairs in order stays; the cells of the others have moved.
  private void keepOrder() {
    List<Integer> cells = new ArrayList<>();
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] >= 0) {
        cells.add(i);
      }
    }
    int[] length = new int[cells.size()];
    int[] before = new int[cells.size()];
    int last = -1;
    for (int i = 0; i < cells.size(); i++) {
      length[i] = 1;
      before[i] = -1;
      for (int j = 0; j < i; j++) {
        if (partner[cells.get(j)] < partner[cells.get(i)] && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          before[i] = j;
        }
      }
      last = last < 0 || length[i] > length[last] ? i : last;
    }
    moved.addAll(cells);
    for (int i = last; i >= 0; i = before[i]) {
      moved.remove(cells.get(i));
    }
  }

  private void byContent() {
    int from = 0;
    int madeFrom = 0;
    for (int i = 0; i <= edited.size(); i++) {
      boolean end = i == edited.size();
      if (end || (partner[i] >= 0 && !moved.contains(i))) {
        between(from, i, madeFrom, end ? made.size() : partner[i]);
        from = i + 1;
        madeFrom = end ? madeFrom : partner[i] + 1;
      }
    }
  }

  private void between(int from, int to, int madeFrom, int madeTo) {
    List<Integer> mine = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (partner[i] < 0) {
        mine.add(i);
      }
    }
    List<Integer> ours = new ArrayList<>();
    for (int i = madeFrom; i < madeTo; i++) {
      int place = i;
      if (Arrays.stream(partner).noneMatch(p -> p == place)) {
        ours.add(i);
      }
    }
    if (mine.isEmpty() || ours.isEmpty()) {
      return;
    }
    int[] found =
        CellAlignment.of(
            ours.stream()
                .map(i -> text(made.get(i).cell().id(), made.get(i).isCode(), made.get(i).text()))
                .toList(),
            mine.stream()
                .map(i -> text(edited.get(i).id(), edited.get(i).code(), edited.get(i).source()))
                .toList());
    for (int i = 0; i < found.length; i++) {
      partner[mine.get(i)] = found[i] < 0 ? -1 : ours.get(found[i]);
    }
  }

  private static CellText text(String id, boolean code, String source) {
    List<String> lines = source.lines().toList();
    List<String> whole = new ArrayList<>(List.of(id));
    whole.addAll(lines);
    return new CellText(id, code, lines, whole);
  }
}
