package org.chasqui.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.pipeline.BuildRequest;
import org.chasqui.pipeline.NotebookPull;
import org.chasqui.pipeline.NotebookPull.Pulled;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chasqui notebooks pull}. */
@Command(
    name = "pull",
    header = "Bring what somebody mended in a notebook back into the episode's source.",
    description = {
      "Cell by cell: only the lines of changed cells change, and every change is proved by making"
          + " the notebook again. What cannot be turned back is told at its cell. A notebook in a"
          + " translated language changes the translations."
    })
final class NotebooksPullCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private SiteOptions options = new SiteOptions();

  @Option(
      names = "--hub",
      paramLabel = "HUB",
      description = "Take every notebook that was changed in this hub's repository.")
  private @Nullable String hub;

  @Option(
      names = "--published",
      paramLabel = "FILE",
      description =
          "The notebook as it was published, so that changes of the source since then stay.")
  private @Nullable Path published;

  @Option(
      names = "--episode",
      paramLabel = "LESSON/EPISODE",
      description = "The episode, where the notebook does not show which it is of.")
  private @Nullable String episode;

  @Option(names = "--delete", description = "Take cells that are gone out of the source, too.")
  private boolean delete;

  @Option(names = "--dry-run", description = "Show the change of the sources; write nothing.")
  private boolean dryRun;

  @Parameters(paramLabel = "FILE.ipynb", arity = "0..*", description = "The notebooks.")
  private List<Path> notebooks = List.of();

  NotebooksPullCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (notebooks.isEmpty() == (hub == null) || (published != null && notebooks.size() != 1)) {
      throw new RunStopped.Usage(
          "Name notebooks, or a hub with --hub; --published goes with a single notebook.");
    }
    Report report = new Report(console, options, "notebooks pull");
    BuildRequest request =
        BuildRequest.of(options.siteFolder(console), console.installation(), console.now());
    Diagnostics diagnostics = new Diagnostics();
    try (Progress progress = Progress.start(console, options.quiet())) {
      Diagnostics site = new Diagnostics();
      NotebookPull pull = new NotebookPull(request, wanted(), site, progress);
      if (site.hasErrors()) {
        progress.pause();
        report.accepts(site);
        return report.refuse("Nothing was written.");
      }
      NotebookPull told = pull.telling(diagnostics);
      Pulled pulled =
          hub == null
              ? told.files(notebooks.stream().map(this::file).toList())
              : told.hub(hub, HubAction.reach(console), progress);
      progress.pause();
      return end(told, pulled, diagnostics, report);
    }
  }

  private NotebookPull.Options wanted() {
    return new NotebookPull.Options(
        Optional.ofNullable(published).map(this::file), Optional.ofNullable(episode), delete);
  }

  private Path file(Path file) {
    return console.folder().resolve(file).normalize();
  }

  private int end(NotebookPull pull, Pulled pulled, Diagnostics diagnostics, Report report) {
    if (!report.accepts(diagnostics)) {
      return report.refuse("Nothing was written.");
    }
    report.put("notebooks", pulled.files());
    report.put("left", pulled.left());
    report.put("diff", pulled.diff());
    if (dryRun) {
      pulled.diff().forEach(report::say);
    } else {
      pull.write();
    }
    report.say(summary(pulled));
    return report.end(pulled.left() > 0 ? ExitCode.CONTENT : ExitCode.FINE);
  }

  private String summary(Pulled pulled) {
    if (pulled.cells() + pulled.left() == 0) {
      return pulled.files().isEmpty()
          ? "No notebook was changed there."
          : "Nothing has changed that the source does not say already.";
    }
    String took = Report.count(pulled.cells(), "cell");
    String rest =
        pulled.left() == 0 ? "" : " Left as it is: " + Report.count(pulled.left(), "cell") + ".";
    return (dryRun ? "Would bring back " : "Brought back ") + took + "." + rest;
  }
}
