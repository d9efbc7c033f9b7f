package org.chasqui.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Page;
import org.chasqui.site.RenderedSite.LinkUse;

/**
 * A finished page that was read, with everything that was asked while reading it: what was found
 * then is true as long as all of it is the same.
 *
 * @param report what was found
 * @param shown the page whose text it shows, and the links that its author wrote: findings tell
 *     places in them
 * @param answers the addresses of the site that it leads to; nothing if one of them leads nowhere,
 *     which has to be looked at again
 * @param loads the style sheets and scripts that it loads, with their weight in bytes
 */
record ReadPage(
    PageReport report, Shown shown, Optional<List<String>> answers, Map<String, Integer> loads) {

  /** What an author wrote that a finished page shows. */
  record Shown(Optional<Page> page, List<LinkUse> links) {}

  /** Whether what was found is about the same. */
  boolean holds(Shown now) {
    return answers.isPresent() && (report.findings().isEmpty() || shown.equals(now));
  }

  /** Whether nothing is wrong with it as long as what it asks of others is there. */
  boolean isFine() {
    return answers.isPresent() && report.findings().isEmpty() && report.missing().isEmpty();
  }

  /** The addresses that must have an answer. */
  List<String> answered() {
    return answers.orElse(List.of());
  }

  /** It as texts; none if something is wrong with the page, which is worth another look. */
  List<String> down() {
    if (answers.isEmpty() || !report.findings().isEmpty()) {
      return List.of();
    }
    List<String> row = new ArrayList<>();
    row.add(report.path().value());
    row.add(String.valueOf(report.noindex()));
    row.add(String.valueOf(report.missing().size()));
    row.addAll(report.missing());
    row.add(String.valueOf(loads.size()));
    new TreeMap<>(loads)
        .forEach(
            (path, bytes) -> {
              row.add(path);
              row.add(bytes.toString());
            });
    row.addAll(answered());
    return row;
  }

  /** What {@link #down} wrote. */
  static ReadPage up(List<String> row) {
    int at = 3;
    Set<String> missing = new TreeSet<>();
    for (int left = Integer.parseInt(row.get(2)); left > 0; left--) {
      missing.add(row.get(at++));
    }
    Map<String, Integer> loads = new TreeMap<>();
    for (int left = Integer.parseInt(row.get(at++)); left > 0; left--) {
      loads.put(row.get(at++), Integer.valueOf(row.get(at++)));
    }
    boolean noindex = Boolean.parseBoolean(row.get(1));
    return new ReadPage(
        new PageReport(OutputPath.of(row.get(0)), noindex, missing, List.of()),
        new Shown(Optional.empty(), List.of()),
        Optional.of(List.copyOf(row.subList(at, row.size()))),
        loads);
  }
}
