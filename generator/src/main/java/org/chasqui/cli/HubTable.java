package org.chasqui.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.diagnostic.DisplayWidth;
import org.chasqui.site.Hub;
import org.chasqui.site.HubOutcome;
import org.chasqui.site.OutputPath;

/** What became of each hub, as a table for people or a list for programs. */
final class HubTable {
  private static final int SHORT_COMMIT = 10;

  private final Map<Hub, HubOutcome> outcomes = new LinkedHashMap<>();

  /** Adds a hub. */
  void add(Hub hub, HubOutcome outcome) {
    outcomes.put(hub, outcome);
  }

  /** How many hubs are not as they should be. */
  long troubled() {
    return outcomes.values().stream().filter(outcome -> !outcome.fine()).count();
  }

  /** One line for each hub, the columns aligned; with the paths of a plan below it. */
  List<String> lines() {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"HUB", "OUTCOME", "DETAILS"});
    outcomes.forEach((hub, outcome) -> rows.add(row(hub, outcome)));
    int first = rows.stream().mapToInt(row -> DisplayWidth.of(row[0])).max().orElse(0);
    int second = rows.stream().mapToInt(row -> DisplayWidth.of(row[1])).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (String[] row : rows) {
      lines.add((pad(row[0], first) + "  " + pad(row[1], second) + "  " + row[2]).stripTrailing());
    }
    return lines;
  }

  /** The paths that plans would touch, one line each: {@code +} new, {@code ~} changed, {@code -} replaced by a stub. */
  List<String> plan() {
    List<String> lines = new ArrayList<>();
    outcomes.forEach(
        (hub, outcome) -> {
          if (outcome instanceof HubOutcome.Planned planned && !isEmpty(planned)) {
            lines.add("");
            lines.add(hub.id() + ":");
            planned.added().forEach(path -> lines.add("  + " + path));
            planned.changed().forEach(path -> lines.add("  ~ " + path));
            planned.removed().forEach(path -> lines.add("  - " + path));
          }
        });
    return lines;
  }

  /** The same for programs. */
  List<Map<String, Object>> json() {
    List<Map<String, Object>> list = new ArrayList<>();
    outcomes.forEach(
        (hub, outcome) -> {
          Map<String, Object> map = new LinkedHashMap<>();
          map.put("hub", hub.id());
          map.put("outcome", row(hub, outcome)[1]);
          map.put("fine", outcome.fine());
          map.putAll(facts(outcome));
          list.add(map);
        });
    return list;
  }

  private static String[] row(Hub hub, HubOutcome outcome) {
    String[] words = words(outcome);
    return new String[] {hub.id(), words[0], words[1]};
  }

  private static String[] words(HubOutcome outcome) {
    if (outcome instanceof HubOutcome.Published it) {
      return words(
          "published", changes(it.added(), it.changed(), it.removed()) + at(it.commit()));
    } else if (outcome instanceof HubOutcome.Unchanged it) {
      return words("up to date", it.commit().isEmpty() ? "empty" : at(it.commit()).strip());
    } else if (outcome instanceof HubOutcome.Planned it) {
      return isEmpty(it)
          ? words("up to date", "")
          : words("planned", changes(it.added(), it.changed(), it.removed()));
    } else if (outcome instanceof HubOutcome.Drifted it) {
      return words(
          "drifted",
          "kept what the hub changed: " + paths(it.kept()) + at(it.commit()));
    } else if (outcome instanceof HubOutcome.Rejected it) {
      return words("rejected", it.code() + ": " + it.message());
    } else if (outcome instanceof HubOutcome.Unreachable it) {
      return words("unreachable", it.code() + ": " + it.message());
    } else if (outcome instanceof HubOutcome.Unknown it) {
      return words("unknown", it.message());
    }
    return words("retired", "nothing is sent");
  }

  private static Map<String, Object> facts(HubOutcome outcome) {
    if (outcome instanceof HubOutcome.Published it) {
      return Map.of(
          "commit", it.commit(),
          "added", strings(it.added()),
          "changed", strings(it.changed()),
          "removed", strings(it.removed()));
    } else if (outcome instanceof HubOutcome.Unchanged it) {
      return Map.of("commit", it.commit());
    } else if (outcome instanceof HubOutcome.Planned it) {
      return Map.of(
          "added", strings(it.added()),
          "changed", strings(it.changed()),
          "removed", strings(it.removed()));
    } else if (outcome instanceof HubOutcome.Drifted it) {
      return Map.of("commit", it.commit(), "kept", strings(it.kept()));
    } else if (outcome instanceof HubOutcome.Rejected it) {
      return Map.of("code", it.code(), "message", it.message());
    } else if (outcome instanceof HubOutcome.Unreachable it) {
      return Map.of("code", it.code(), "message", it.message());
    } else if (outcome instanceof HubOutcome.Unknown it) {
      return Map.of("message", it.message());
    }
    return Map.of();
  }

  private static boolean isEmpty(HubOutcome.Planned planned) {
    return planned.added().isEmpty() && planned.changed().isEmpty() && planned.removed().isEmpty();
  }

  private static String changes(
      List<OutputPath> added, List<OutputPath> changed, List<OutputPath> removed) {
    List<String> parts = new ArrayList<>();
    if (!added.isEmpty()) {
      parts.add(added.size() + " new");
    }
    if (!changed.isEmpty()) {
      parts.add(changed.size() + " changed");
    }
    if (!removed.isEmpty()) {
      parts.add(removed.size() + " withdrawn");
    }
    return String.join(", ", parts);
  }

  private static String paths(List<OutputPath> paths) {
    return String.join(", ", strings(paths));
  }

  private static List<String> strings(List<OutputPath> paths) {
    return paths.stream().map(OutputPath::value).toList();
  }

  private static String at(String commit) {
    return " (" + commit.substring(0, Math.min(SHORT_COMMIT, commit.length())) + ")";
  }

  private static String[] words(String outcome, String details) {
    return new String[] {outcome, details.replaceAll("\\s*\\R\\s*", " ").strip()};
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - DisplayWidth.of(text)));
  }
}
