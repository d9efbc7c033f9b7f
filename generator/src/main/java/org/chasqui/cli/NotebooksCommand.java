package org.chasqui.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.pipeline.BuiltSite;
import org.chasqui.pipeline.HubRun;
import org.chasqui.pipeline.SiteBuilder;
import org.chasqui.pipeline.Written;
import org.chasqui.site.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chasqui notebooks}. */
@Command(
    name = "notebooks",
    header = "Write all notebooks to a folder.",
    description = {
      "The folder gets what a hub would get that takes every lesson in every language."
    })
final class NotebooksCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private BuildOptions build = new BuildOptions();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "The folder; it must be empty, missing, or written by this command before.")
  private Path to = Path.of("");

  NotebooksCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Report report = new Report(console, options, "notebooks");
    Path folder = console.folder().resolve(to).normalize();
    Diagnostics diagnostics = new Diagnostics();
    try (Progress progress = Progress.start(console, options.quiet())) {
      BuiltSite built =
          new SiteBuilder(
                  build.request(options.siteFolder(console), console), diagnostics, progress)
              .withoutPages();
      List<OutputFile> files = HubRun.everything(built);
      progress.pause();
      if (!report.accepts(diagnostics)) {
        return report.refuse("Nothing was written.");
      }
      Written written = SiteBuilder.write(built.siteFolder(), files, folder);
      report.put("output", Map.of("folder", folder.toString(), "written", written.written()));
      report.say(
          "Wrote " + Report.count(built.notebooks().size(), "notebook") + " to " + folder + ".");
    }
    return report.end(ExitCode.FINE);
  }
}
