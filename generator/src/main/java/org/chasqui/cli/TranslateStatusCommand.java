package org.chasqui.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.pipeline.TranslationComparison;
import org.chasqui.pipeline.TranslationComparison.Effect;
import org.chasqui.pipeline.TranslationRun;
import org.chasqui.pipeline.TranslationRun.Count;
import org.chasqui.pipeline.TranslationRun.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chasqui translate status}. */
@Command(
    name = "status",
    header = "Show how far each language is, and what to do next.",
    description = {
      "With --diff: what a change does to the translations, as a comment for a pull request.",
      "For example: chasqui translate status --diff main..HEAD"
    })
final class TranslateStatusCommand extends TranslateCommand.OfLanguages {
  private static final int NEXT = 10;

  @Option(
      names = "--diff",
      paramLabel = "BASE..HEAD",
      description =
          "Compare two commits; with BASE alone that commit with the files as they are now.")
  private String diff = "";

  TranslateStatusCommand(Console console) {
    super(console, "status");
  }

  @Override
  Ending work(Path siteFolder, Diagnostics diagnostics, Progress progress, Report report) {
    if (diff.isEmpty()) {
      return super.work(siteFolder, diagnostics, progress, report);
    }
    List<Effect> effects = new TranslationComparison(request(siteFolder), progress).of(diff);
    return () -> {
      new ChangeComment(effects).lines().forEach(report::insist);
      report.put("languages", effects.stream().map(ChangeComment::json).toList());
      return report.end(ExitCode.FINE);
    };
  }

  @Override
  Runnable act(TranslationRun run, Path siteFolder, Report report) {
    List<Status> all = run.status();
    return () -> {
      table(all).forEach(report::say);
      all.forEach(status -> next(status).forEach(report::say));
      report.put("languages", all.stream().map(TranslateStatusCommand::json).toList());
    };
  }

  private List<String> table(List<Status> all) {
    List<String[]> rows = new ArrayList<>();
    rows.add(
        new String[] {"LANGUAGE", "DONE", "MESSAGES", "OUTDATED", "UNTRANSLATED", "WORDS TO DO"});
    for (Status status : all) {
      Count total = status.total();
      rows.add(
          new String[] {
            status.language().tag(),
            total.percent() + " %",
            String.valueOf(total.messages()),
            String.valueOf(total.outdated()),
            String.valueOf(total.untranslated()),
            String.valueOf(total.wordsToDo())
          });
    }
    return Columns.align(rows, console.words());
  }

  private List<String> next(Status status) {
    List<Count> open = status.catalogues().stream().filter(count -> count.wordsToDo() > 0).toList();
    if (open.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of("", status.language() + ", next:"));
    List<String[]> rows = new ArrayList<>();
    for (Count count : open.subList(0, Math.min(NEXT, open.size()))) {
      rows.add(
          new String[] {
            "  " + count.file(), count.percent() + " %", Report.count(count.wordsToDo(), "word")
          });
    }
    lines.addAll(Columns.align(rows, console.words()));
    if (open.size() > NEXT) {
      lines.add("  and " + (open.size() - NEXT) + " more");
    }
    return lines;
  }

  private static Map<String, Object> json(Status status) {
    Map<String, Object> map = json(status.total());
    map.put("language", status.language().tag());
    map.put("catalogues", status.catalogues().stream().map(TranslateStatusCommand::json).toList());
    return map;
  }

  private static Map<String, Object> json(Count count) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (!count.file().isEmpty()) {
      map.put("name", count.name());
      map.put("file", count.file());
    }
    map.put("messages", count.messages());
    map.put("translated", count.translated());
    map.put("outdated", count.outdated());
    map.put("untranslated", count.untranslated());
    map.put("words", count.words());
    map.put("wordsToDo", count.wordsToDo());
    map.put("percent", count.percent());
    return map;
  }
}
