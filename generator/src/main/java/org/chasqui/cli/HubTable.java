package org.chasqui.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.hub.HubReport;
import org.chasqui.hub.HubStatus;
import org.chasqui.hub.HubVerification;

/**
 * What became of each hub, or how it stands: a table for people, a list for programs.
 *
 * @param rows one for each hub
 */
record HubTable(List<Row> rows) {
  /**
   * A hub.
   *
   * @param hub its id
   * @param outcome the outcome in a word or two
   * @param details what else there is to say, in one line
   * @param fine whether the hub is as it should be
   * @param paths the paths that a plan would touch, each with its sign
   * @param remarks sentences to be read below the table
   * @param code the code of its trouble; empty if there is none
   * @param facts the same for programs
   */
  record Row(
      String hub,
      String outcome,
      String details,
      boolean fine,
      List<String> paths,
      List<String> remarks,
      String code,
      Map<String, Object> facts) {}

  /** The table of a push or a plan. */
  static HubTable of(List<HubReport> reports) {
    return new HubTable(reports.stream().map(HubRows::of).toList());
  }

  /**
   * The table of a question.
   *
   * @param strict whether a hub that is not up to date is not as it should be
   */
  static HubTable ofStatus(List<HubStatus> statuses, boolean strict) {
    return new HubTable(statuses.stream().map(status -> HubRows.of(status, strict)).toList());
  }

  /** The table of a verification. */
  static HubTable ofVerification(List<HubVerification> all) {
    return new HubTable(all.stream().map(HubRows::of).toList());
  }

  /** How many hubs are not as they should be. */
  long troubled() {
    return rows.stream().filter(row -> !row.fine()).count();
  }

  /** A heading and one line for each hub, the columns aligned. */
  List<String> lines(Words words) {
    List<String[]> cells = new ArrayList<>();
    cells.add(new String[] {"HUB", "OUTCOME", "DETAILS"});
    rows.forEach(row -> cells.add(new String[] {row.hub(), row.outcome(), row.details()}));
    return Columns.align(cells, words);
  }

  /** The remarks, hub by hub, and what to do next where there is trouble. */
  List<String> remarks(NextSteps next) {
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      row.remarks().forEach(remark -> lines.add(row.hub() + ": " + remark));
      next.after(row.code()).ifPresent(step -> lines.add(row.hub() + ": " + step));
    }
    return lines;
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
  List<Map<String, Object>> json(NextSteps next) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Row row : rows) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("hub", row.hub());
      map.put("outcome", row.outcome());
      map.put("fine", row.fine());
      map.putAll(row.facts());
      next.after(row.code()).ifPresent(step -> map.put("next", step));
      all.add(map);
    }
    return all;
  }
}
