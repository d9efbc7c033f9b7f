package org.chasqui.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.pipeline.BuiltSite;
import org.chasqui.pipeline.SiteBuilder;
import org.chasqui.pipeline.Written;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chasqui build}. */
@Command(
    name = "build",
    header = "Build the site in all its languages.",
    description = "With an error in the content nothing is written.")
final class BuildCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private OutOption out = new OutOption();
  @Mixin private BuildOptions build = new BuildOptions();

  BuildCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Report report = new Report(console, options, "build");
    Path siteFolder = options.siteFolder(console);
    Path folder = out.folder(siteFolder, console);
    Diagnostics diagnostics = new Diagnostics();
    BuiltSite built;
    try (Progress progress = Progress.start(console, options.quiet())) {
      SiteBuilder builder =
          new SiteBuilder(build.request(siteFolder, console), diagnostics, progress);
      built = builder.build();
    }
    if (!report.accepts(diagnostics)) {
      return report.refuse("Nothing was written.");
    }
    write(built, folder, report);
    return report.end(ExitCode.FINE);
  }

  /** Writes a site that was accepted, and says so. */
  static void write(BuiltSite built, Path folder, Report report) {
    Written written = SiteBuilder.write(built, folder);
    report.say(
        "Built "
            + Report.count(built.pages(), "page")
            + " in "
            + Report.count(built.site().config().languages().size(), "language")
            + " to "
            + folder
            + ": "
            + changes(written));
    report.put(
        "output",
        Map.of(
            "folder", folder.toString(),
            "pages", built.pages(),
            "written", written.written(),
            "unchanged", written.unchanged(),
            "removed", written.removed()));
  }

  private static String changes(Written written) {
    if (written.written() == 0 && written.removed() == 0) {
      return "nothing has changed.";
    }
    String removed = written.removed() == 0 ? "" : ", " + written.removed() + " removed";
    return written.written()
        + " files new or changed, "
        + written.unchanged()
        + " as before"
        + removed
        + ".";
  }
}
