package org.chasqui.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.hub.HubReport;
import org.chasqui.hub.HubStatus;
import org.chasqui.site.Hub;
import org.chasqui.site.HubOutcome;
import org.chasqui.site.OutputPath;

/**
 * What became of each hub, or how it stands: a table for people, a list for programs.
 *
 * @param rows one for each hub
 */
record HubTable(List<Row> rows) {
  private static final int SHORT_COMMIT = 10;

  /**
   * A hub.
   *
   * @param hub its id
   * @param outcome the outcome in a word or two
   * @param details what else there is to say, in one line
   * @param fine whether the hub is as it should be
   * @param paths the paths that a plan would touch, each with its sign
   * @param facts the same for programs
   */
  record Row(
      String hub,
      String outcome,
      String details,
      boolean fine,
      List<String> paths,
      Map<String, Object> facts) {}

  /** The table of a push or a plan. */
  static HubTable of(List<HubReport> reports) {
    return new HubTable(reports.stream().map(r -> row(r.hub(), r.outcome())).toList());
  }

  /** The table of a question. */
  static HubTable ofStatus(List<HubStatus> statuses) {
    return new HubTable(statuses.stream().map(HubTable::row).toList());
  }

  /** How many hubs are not as they should be. */
  long troubled() {
    return rows.stream().filter(row -> !row.fine()).count();
  }

  /** A heading and one line for each hub, the columns aligned. */
  List<String> lines() {
    List<String[]> cells = new ArrayList<>();
    cells.add(new String[] {"HUB", "OUTCOME", "DETAILS"});
    rows.forEach(row -> cells.add(new String[] {row.hub(), row.outcome(), row.details()}));
    return Columns.align(cells);
  }

  /** The paths that a plan would touch: {@code +} new, {@code ~} changed, {@code -} withdrawn. */
  List<String> plan() {
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      if (!row.paths().isEmpty()) {
        lines.add("");
        lines.add(row.hub() + ":");
        row.paths().forEach(path -> lines.add("  " + path));
      }
    }
    return lines;
  }

  /** All of it for programs. */
  List<Map<String, Object>> json() {
    return rows.stream()
        .map(
            row -> {
              Map<String, Object> map = new LinkedHashMap<>();
              map.put("hub", row.hub());
              map.put("outcome", row.outcome());
              map.put("fine", row.fine());
              map.putAll(row.facts());
              return map;
            })
        .toList();
  }

  private static Row row(Hub hub, HubOutcome outcome) {
    if (outcome instanceof HubOutcome.Published it) {
      String changes = changes(it.added(), it.changed(), it.removed());
      Map<String, Object> facts = facts(it.added(), it.changed(), it.removed());
      facts.put("commit", it.commit());
      return row(hub, outcome, "published", changes + " " + at(it.commit()), facts);
    } else if (outcome instanceof HubOutcome.Planned it) {
      return planned(hub, it);
    } else if (outcome instanceof HubOutcome.Unchanged it) {
      return row(hub, outcome, "up to date", at(it.commit()), Map.of("commit", it.commit()));
    } else if (outcome instanceof HubOutcome.Drifted it) {
      return row(
          hub,
          outcome,
          "drifted",
          "kept what was changed there: "
              + String.join(", ", strings(it.kept()))
              + " "
              + at(it.commit()),
          Map.of("commit", it.commit(), "kept", strings(it.kept())));
    } else if (outcome instanceof HubOutcome.Rejected it) {
      return trouble(hub, outcome, "rejected", it.code(), it.message());
    } else if (outcome instanceof HubOutcome.Unreachable it) {
      return trouble(hub, outcome, "unreachable", it.code(), it.message());
    } else if (outcome instanceof HubOutcome.Unknown it) {
      return row(hub, outcome, "unknown", it.message(), Map.of("message", it.message()));
    }
    return row(hub, outcome, "retired", "nothing is sent", Map.of());
  }

  private static Row planned(Hub hub, HubOutcome.Planned it) {
    List<String> paths = new ArrayList<>();
    it.added().forEach(path -> paths.add("+ " + path));
    it.changed().forEach(path -> paths.add("~ " + path));
    it.removed().forEach(path -> paths.add("- " + path));
    return new Row(
        hub.id(),
        paths.isEmpty() ? "up to date" : "planned",
        changes(it.added(), it.changed(), it.removed()),
        true,
        paths,
        facts(it.added(), it.changed(), it.removed()));
  }

  private static Row trouble(
      Hub hub, HubOutcome outcome, String word, String code, String message) {
    return row(hub, outcome, word, code + ": " + message, Map.of("code", code, "message", message));
  }

  private static Row row(
      Hub hub, HubOutcome outcome, String word, String details, Map<String, Object> facts) {
    String line = details.replaceAll("\\s*\\R\\s*", " ").strip();
    return new Row(hub.id(), word, line, outcome.fine(), List.of(), facts);
  }

  private static Row row(HubStatus status) {
    if (status.problem().isPresent()) {
      return row(status.hub(), status.problem().get());
    }
    List<String> words = new ArrayList<>();
    if (!status.pending().isEmpty()) {
      words.add(Report.count(status.pending().size(), "file") + " to push");
    }
    if (!status.drifted().isEmpty()) {
      words.add("changed there: " + String.join(", ", strings(status.drifted())));
    }
    if (status.headElsewhere()) {
      words.add("the repository's HEAD is not " + status.hub().branch());
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("commit", status.commit().orElse(""));
    facts.put("publication", status.publication());
    facts.put("source", status.source().orElse(""));
    facts.put("pending", strings(status.pending()));
    facts.put("drifted", strings(status.drifted()));
    String outcome = status.branchMissing() ? "empty" : status.upToDate() ? "up to date" : "behind";
    String commit = status.commit().map(c -> " " + at(c)).orElse("");
    return new Row(
        status.hub().id(),
        outcome,
        (String.join("; ", words) + commit).strip(),
        true,
        List.of(),
        facts);
  }

  private static Map<String, Object> facts(
      List<OutputPath> added, List<OutputPath> changed, List<OutputPath> removed) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("added", strings(added));
    facts.put("changed", strings(changed));
    facts.put("removed", strings(removed));
    return facts;
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

  private static List<String> strings(List<OutputPath> paths) {
    return paths.stream().map(OutputPath::value).toList();
  }

  private static String at(String commit) {
    return commit.isEmpty()
        ? ""
        : "(" + commit.substring(0, Math.min(SHORT_COMMIT, commit.length())) + ")";
  }
}
