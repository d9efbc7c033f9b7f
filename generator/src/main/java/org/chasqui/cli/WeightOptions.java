package org.chasqui.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.chasqui.pipeline.BuiltSite;
import org.chasqui.pipeline.WeightRun;
import org.chasqui.site.OutputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to say of the weight of a site. */
final class WeightOptions {
  private static final int ROWS = 10;

  @Option(
      names = "--weight",
      description = "Say what pages weigh, and put weight.html and weight.json into the site.")
  private boolean wanted;

  @Option(
      names = "--weight-since",
      paramLabel = "PATH",
      description =
          "The same, with what readers who come back fetch again since the last deployment: its"
              + " folder or its weight.json.")
  private @Nullable Path since;

  /** Whether a site is to be weighed. */
  boolean wanted() {
    return wanted || since != null;
  }

  /** Weighs a site, if that is wanted. */
  Optional<WeightRun> run(BuiltSite built, Console console) {
    Optional<Path> before = Optional.ofNullable(since).map(console.folder()::resolve);
    return wanted() ? Optional.of(WeightRun.of(built, before)) : Optional.empty();
  }

  /** The site with what was found about it. */
  static BuiltSite told(BuiltSite built, WeightRun run, Console console) {
    Words words = console.words();
    WeightTables tables = new WeightTables(run, Integer.MAX_VALUE, words.language());
    OutputFile page =
        new OutputFile.Text(WeightPage.PATH, new WeightPage(words).html(tables.all()));
    return built.with(List.of(page, run.manifest()));
  }

  /** Says it. */
  static void say(WeightRun run, Console console, Report report) {
    for (WeightTables.Table table : new WeightTables(run, ROWS, console.words().language()).all()) {
      report.say("");
      report.say(table.title());
      if (!table.rows().isEmpty()) {
        Columns.align(table.rows(), console.words()).forEach(line -> report.say("  " + line));
      }
      if (!table.note().isEmpty()) {
        report.say("  " + table.note());
      }
    }
    report.put("weight", WeightTables.json(run));
  }
}
