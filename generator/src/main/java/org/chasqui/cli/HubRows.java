package org.chasqui.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chasqui.cli.HubTable.Row;
import org.chasqui.hub.HubDetails;
import org.chasqui.hub.HubReport;
import org.chasqui.hub.HubStatus;
import org.chasqui.hub.HubVerification;
import org.chasqui.hub.MergeLoss;
import org.chasqui.site.Hub;
import org.chasqui.site.HubOutcome;
import org.chasqui.site.OutputPath;

/** The rows of {@link HubTable}. */
final class HubRows {
  private static final int SHORT_COMMIT = 10;
  private static final int FEW = 5;

  private HubRows() {}

  /** What became of a hub. */
  static Row of(HubReport report) {
    Row row = of(report.hub(), report.outcome());
    HubDetails details = report.details();
    List<String> remarks = new ArrayList<>(details.notes());
    details
        .overwritten()
        .forEach((path, blob) -> remarks.add(path + " gives way; it was " + at(blob) + "."));
    remarks.addAll(losses(details.losses()));
    Map<String, Object> facts = new LinkedHashMap<>(row.facts());
    if (!details.state().isEmpty()) {
      facts.put("base", details.base().orElse(""));
      facts.put("state", details.state());
      facts.put("size", details.size());
      facts.put("adopted", strings(details.adopted()));
      facts.put("overwritten", texts(details));
      facts.put("losses", details.losses().stream().map(HubRows::json).toList());
      facts.put("notes", details.notes());
    }
    String line = row.details() + size(details.size());
    return new Row(
        row.hub(),
        row.outcome(),
        line.strip(),
        row.fine(),
        row.paths(),
        remarks,
        row.code(),
        facts);
  }

  private static Map<String, Object> texts(HubDetails details) {
    Map<String, Object> map = new LinkedHashMap<>();
    details.overwritten().forEach((path, blob) -> map.put(path.value(), blob));
    return map;
  }

  private static String size(long bytes) {
    if (bytes == 0) {
      return "";
    }
    String size =
        bytes < 1 << 20
            ? (bytes + 1023) / 1024 + " KB"
            : String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
    return "; a first clone brings " + size;
  }

  private static List<String> losses(List<MergeLoss> losses) {
    List<String> lines = new ArrayList<>();
    for (MergeLoss loss : losses.subList(0, Math.min(FEW, losses.size()))) {
      String who =
          loss.learner().equals("ran-all")
              ? "Learners who ran the notebook"
              : "Learners who ran the notebook and added a cell at its end";
      lines.add(who + " would not receive cell " + loss.cell() + " of " + loss.path() + ".");
    }
    if (losses.size() > FEW) {
      lines.add("And " + (losses.size() - FEW) + " more such cells; --json names all.");
    }
    return lines;
  }

  private static Map<String, Object> json(MergeLoss loss) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("path", loss.path().value());
    map.put("cell", loss.cell());
    map.put("learner", loss.learner());
    return map;
  }

  /** An outcome in words. */
  static String words(Hub hub, HubOutcome outcome) {
    Row row = of(hub, outcome);
    return (row.outcome() + ", " + row.details()).strip();
  }

  private static Row of(Hub hub, HubOutcome outcome) {
    if (outcome instanceof HubOutcome.Published it) {
      Map<String, Object> facts = facts(it.added(), it.changed(), it.removed());
      facts.put("commit", it.commit());
      String changes = changes(it.added(), it.changed(), it.removed());
      return row(hub, outcome, "published", changes + " " + at(it.commit()), facts);
    } else if (outcome instanceof HubOutcome.Planned it) {
      return planned(hub, it);
    } else if (outcome instanceof HubOutcome.Unchanged it) {
      return row(hub, outcome, "up to date", at(it.commit()), Map.of("commit", it.commit()));
    } else if (outcome instanceof HubOutcome.Drifted it) {
      return drifted(hub, it);
    } else if (outcome instanceof HubOutcome.Proposed it) {
      return proposed(hub, it);
    } else if (outcome instanceof HubOutcome.Rejected it) {
      return trouble(hub, outcome, "rejected", it.code(), it.message());
    } else if (outcome instanceof HubOutcome.Unreachable it) {
      return trouble(hub, outcome, "unreachable", it.code(), it.message());
    } else if (outcome instanceof HubOutcome.Unknown it) {
      return coded(row(hub, outcome, "unknown", it.message(), message(it.message())), "UNKNOWN");
    }
    return row(hub, outcome, "retired", "nothing is sent", Map.of());
  }

  private static Map<String, Object> message(String message) {
    return Map.of("message", message);
  }

  private static Row planned(Hub hub, HubOutcome.Planned it) {
    List<String> paths = new ArrayList<>();
    it.added().forEach(path -> paths.add("+ " + path));
    it.changed().forEach(path -> paths.add("~ " + path));
    it.removed().forEach(path -> paths.add("- " + path));
    it.kept().forEach(path -> paths.add("= " + path + " (changed there, stays)"));
    Map<String, Object> facts = facts(it.added(), it.changed(), it.removed());
    facts.put("kept", strings(it.kept()));
    String details = changes(it.added(), it.changed(), it.removed());
    return new Row(hub.id(), "planned", details, true, paths, List.of(), "", facts);
  }

  private static Row drifted(Hub hub, HubOutcome.Drifted it) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("commit", it.commit());
    facts.put("kept", strings(it.kept()));
    facts.put("published", strings(it.published()));
    String kept = "kept what was changed there: " + String.join(", ", strings(it.kept()));
    return coded(row(hub, it, "drifted", kept + " " + at(it.commit()), facts), "DRIFT");
  }

  private static Row proposed(Hub hub, HubOutcome.Proposed it) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("commit", it.commit());
    facts.put("branch", it.branch());
    facts.put("message", it.message());
    return new Row(
        hub.id(),
        "proposed",
        "on branch " + it.branch() + " " + at(it.commit()),
        true,
        List.of(),
        List.of(
            "The branch is protected, so the lessons wait on " + it.branch() + ". " + it.message()),
        "",
        facts);
  }

  private static Row trouble(
      Hub hub, HubOutcome outcome, String word, String code, String message) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("code", code);
    facts.put("message", message);
    return coded(row(hub, outcome, word, code + ": " + message, facts), code);
  }

  private static Row coded(Row row, String code) {
    return new Row(
        row.hub(),
        row.outcome(),
        row.details(),
        row.fine(),
        row.paths(),
        row.remarks(),
        code,
        row.facts());
  }

  private static Row row(
      Hub hub, HubOutcome outcome, String word, String details, Map<String, Object> facts) {
    String line = details.replaceAll("\\s*\\R\\s*", " ").strip();
    return new Row(hub.id(), word, line, outcome.fine(), List.of(), List.of(), "", facts);
  }

  /** How a hub stands. */
  static Row of(HubStatus status, boolean strict) {
    if (status.problem().isPresent()) {
      return of(status.hub(), status.problem().get());
    }
    List<String> words = new ArrayList<>();
    if (status.publication() > 0) {
      words.add("publication " + status.publication());
    }
    status.behind().ifPresent(n -> words.add(Report.count(n, "commit") + " behind"));
    if (!status.pending().isEmpty()) {
      words.add(Report.count(status.pending().size(), "file") + " to push");
    }
    if (!status.drifted().isEmpty()) {
      words.add("changed there: " + String.join(", ", strings(status.drifted())));
    }
    if (!status.adopted().isEmpty()) {
      words.add("theirs: " + String.join(", ", strings(status.adopted())));
    }
    if (status.rewritten()) {
      words.add("publications have vanished from the branch");
    }
    if (status.headElsewhere()) {
      words.add("the repository's HEAD is not " + status.hub().branch());
    }
    String outcome = status.branchMissing() ? "empty" : status.upToDate() ? "up to date" : "behind";
    String commit = status.commit().map(c -> " " + at(c)).orElse("");
    boolean settled = status.upToDate() && status.drifted().isEmpty() && !status.rewritten();
    return new Row(
        status.hub().id(),
        outcome,
        (String.join("; ", words) + commit).strip(),
        settled || !strict,
        List.of(),
        List.of(),
        status.rewritten() ? "REWRITTEN" : status.drifted().isEmpty() ? "" : "DRIFT",
        facts(status));
  }

  private static Map<String, Object> facts(HubStatus status) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("commit", status.commit().orElse(""));
    facts.put("publication", status.publication());
    facts.put("source", status.source().orElse(""));
    status.behind().ifPresent(n -> facts.put("behind", n));
    facts.put("pending", strings(status.pending()));
    facts.put("drifted", strings(status.drifted()));
    facts.put("adopted", strings(status.adopted()));
    facts.put("branchMissing", status.branchMissing());
    facts.put("headElsewhere", status.headElsewhere());
    facts.put("rewritten", status.rewritten());
    return facts;
  }

  /** Whether a hub's branch holds what was published there. */
  static Row of(HubVerification it) {
    if (it.problem().isPresent()) {
      return of(it.hub(), it.problem().get());
    }
    List<String> words = new ArrayList<>();
    words.add(
        it.publication() == 0
            ? "nothing has been published there"
            : "publication " + it.publication() + ", " + Report.count(it.files(), "file"));
    add(words, "missing: ", it.missing());
    add(words, "changed there: ", it.changed());
    add(words, "other bytes than published: ", it.wrong());
    add(words, "theirs: ", it.adopted());
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("commit", it.commit().orElse(""));
    facts.put("publication", it.publication());
    facts.put("files", it.files());
    facts.put("missing", strings(it.missing()));
    facts.put("changed", strings(it.changed()));
    facts.put("wrong", strings(it.wrong()));
    facts.put("adopted", strings(it.adopted()));
    return new Row(
        it.hub().id(),
        it.fine() ? "whole" : it.publication() == 0 ? "empty" : "changed",
        String.join("; ", words) + it.commit().map(c -> " " + at(c)).orElse(""),
        it.fine(),
        List.of(),
        List.of(),
        "",
        facts);
  }

  private static void add(List<String> words, String what, List<OutputPath> paths) {
    if (!paths.isEmpty()) {
      words.add(what + String.join(", ", strings(paths)));
    }
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
