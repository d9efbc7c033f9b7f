package org.chasqui.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.Severity;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.pipeline.ImportRun;
import org.chasqui.pipeline.ImportRun.Imported;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chasqui import}. */
@Command(
    name = "import",
    header = "Make a site of another tool's; the old one stays as it is.",
    customSynopsis = "chasqui import hugo|jekyll|workbench|jupyter-book DIR [--to DIR]",
    description =
        "Content files are copied byte for byte; site.yaml and lesson.yaml are made from the"
            + " tool's settings. What has no counterpart stands in import-report.md, by file and"
            + " line.")
final class ImportCommand implements Callable<Integer> {
  private static final int MOST_SHOWN = 20;

  private final Console console;
  @Mixin private SiteOptions options = new SiteOptions();

  @Parameters(index = "0", paramLabel = "TOOL", description = "Whose site it is.")
  private String tool = "";

  @Parameters(index = "1", paramLabel = "DIR", description = "Where the old site lies.")
  private Path from = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Where the new site goes. Without it: DIR-chasqui, beside the old one.")
  private @Nullable Path to;

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!ImportRun.tools().contains(tool)) {
      String all = "It can be " + String.join(", ", ImportRun.tools()) + ".";
      throw new RunStopped.Usage(
          "'"
              + tool
              + "' is no tool that Chasqui imports from. "
              + Suggestion.didYouMean(tool, ImportRun.tools()).orElse(all));
    }
    Report report = new Report(console, options, "import");
    Path old = console.folder().resolve(from).normalize();
    Path target =
        to == null
            ? old.resolveSibling(old.getFileName() + "-chasqui")
            : console.folder().resolve(to).normalize();
    Imported imported = ImportRun.run(tool, old, target, console.installation(), console.now());
    tell(report, imported, target);
    return report.end(ExitCode.FINE);
  }

  private void tell(Report report, Imported imported, Path target) {
    long errors = imported.trouble().stream().filter(d -> d.severity() == Severity.ERROR).count();
    List<Diagnostic> shown =
        imported.findings().stream()
            .filter(d -> !d.code().equals("import-liquid"))
            .limit(MOST_SHOWN)
            .toList();
    if (!options.json() && !shown.isEmpty()) {
      console.show(shown);
    }
    int left = imported.findings().size() - shown.size();
    if (left > 0) {
      report.say("… and " + left + " more in " + ImportRun.REPORT);
    }
    imported.made().forEach(path -> report.say("Made " + path));
    report.say("Copied " + Report.count(imported.copied(), "file") + " as they are to " + target);
    report.say(
        errors == 0
            ? "It builds: chasqui serve --site " + target
            : "Next: "
                + Report.count(errors, "error")
                + " to put right; see "
                + target.resolve(ImportRun.REPORT));
    report.put("folder", target.toString());
    report.put("made", imported.made());
    report.put("copied", imported.copied());
    report.put("findings", imported.findings().stream().map(Json::of).toList());
    report.put("trouble", imported.trouble().stream().map(Json::of).toList());
  }
}
