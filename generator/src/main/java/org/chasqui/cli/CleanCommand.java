package org.chasqui.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.chasqui.pipeline.Cleaner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chasqui clean}. */
@Command(
    name = "clean",
    header = "Remove the site that was written, and caches.",
    description = {
      "A folder that Chasqui did not write is left alone, and so are the embedded hub repositories,"
          + " which hold what was published."
    })
final class CleanCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private OutOption out = new OutOption();

  @Option(names = "--hubs", description = "Remove the embedded hub repositories too.")
  private boolean hubs;

  CleanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Report report = new Report(console, options, "clean");
    Path siteFolder = options.siteFolder(console);
    List<Path> removed = Cleaner.clean(siteFolder, out.folder(siteFolder, console), hubs);
    removed.forEach(path -> report.say("Removed " + path + "."));
    if (removed.isEmpty()) {
      report.say("There was nothing to remove.");
    }
    report.put("removed", removed.stream().map(Path::toString).toList());
    return report.end(ExitCode.FINE);
  }
}
