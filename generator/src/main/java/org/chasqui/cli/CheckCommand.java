package org.chasqui.cli;

import java.util.concurrent.Callable;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.pipeline.BuildRequest;
import org.chasqui.pipeline.BuiltSite;
import org.chasqui.pipeline.HubRun;
import org.chasqui.pipeline.SiteBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chasqui check}. */
@Command(
    name = "check",
    header = "Say what is wrong with the content, and write nothing.",
    description = "Builds in memory all that 'publish' would build.")
final class CheckCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private BuildOptions build = new BuildOptions();

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Report report = new Report(console, options, "check");
    Diagnostics diagnostics = new Diagnostics();
    BuiltSite built;
    try (Progress progress = Progress.start(console, options.quiet())) {
      BuildRequest request = build.request(options.siteFolder(console), console);
      built = new SiteBuilder(request, diagnostics, progress).judge();
      new HubRun(request, HubAction.reach(console), progress).contents(built, diagnostics);
    }
    if (!report.accepts(diagnostics)) {
      return report.end(ExitCode.CONTENT);
    }
    report.put("pages", built.pages());
    report.say(
        "Checked "
            + Report.count(built.pages(), "page")
            + " and "
            + Report.count(built.notebooks().size(), "notebook")
            + ": all well.");
    return report.end(ExitCode.FINE);
  }
}
