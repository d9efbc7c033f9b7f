package org.chasqui.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.site.Memory;

/**
 * What all pages that are fine ask of the rest of the site, together: while all of it is as it was,
 * none of them need be asked what of it is its own. Safe for many threads.
 *
 * @param addresses addresses of the site that must have an answer
 * @param loads the style sheets and scripts that pages load, with their weight in bytes
 */
record Asked(List<String> addresses, Map<String, Integer> loads) {
  private static final Memory.Kept<Asked> ASKED =
      new Memory.Kept<>("asked", new Memory.Written<>(Asked::down, Asked::up));

  /** Being collected, beginning with what the build before had, if it still holds. */
  static final class Collected {
    private final Set<String> addresses = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> loads = new ConcurrentHashMap<>();
    private final boolean held;

    /** What the build before had, if all of it is as it was. */
    Collected(OutputIndex output, PageWeights weights, Memory memory) {
      Asked before =
          memory
              .before(ASKED, "", List.of())
              .filter(asked -> asked.addresses.stream().allMatch(output::answers))
              .filter(asked -> weights.weigh(asked.loads))
              .orElse(null);
      held = before != null;
      if (before != null) {
        addresses.addAll(before.addresses);
        loads.putAll(before.loads);
      }
    }

    /** Whether what pages asked in the build before holds for each of them. */
    boolean held() {
      return held;
    }

    /** Adds what a page asks. */
    void add(ReadPage page) {
      addresses.addAll(page.answered());
      loads.putAll(page.loads());
    }

    /** Keeps it for the build to come. */
    void keep(Memory memory) {
      memory.keep(
          ASKED,
          "",
          List.of(),
          new Asked(List.copyOf(new TreeSet<>(addresses)), Map.copyOf(loads)));
    }
  }

  private List<String> down() {
    List<String> row = new ArrayList<>(List.of(String.valueOf(loads.size())));
    new TreeMap<>(loads)
        .forEach(
            (path, bytes) -> {
              row.add(path);
              row.add(bytes.toString());
            });
    row.addAll(addresses);
    return row;
  }

  private static Asked up(List<String> row) {
    Map<String, Integer> loads = new TreeMap<>();
    int at = 1;
    for (int left = Integer.parseInt(row.get(0)); left > 0; left--) {
      loads.put(row.get(at++), Integer.valueOf(row.get(at++)));
    }
    return new Asked(List.copyOf(row.subList(at, row.size())), loads);
  }
}
