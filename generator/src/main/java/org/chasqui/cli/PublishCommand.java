package org.chasqui.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.pipeline.BuildRequest;
import org.chasqui.pipeline.BuiltSite;
import org.chasqui.pipeline.HubRun;
import org.chasqui.pipeline.SiteBuilder;
import org.chasqui.site.HubContent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chasqui publish}. */
@Command(
    name = "publish",
    header = "Build the site, and push the notebooks to every hub.",
    description = {
      "With an error in the content nothing is written and nothing is pushed. A hub's trouble does"
          + " not touch the other hubs."
    })
final class PublishCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private OutOption out = new OutOption();
  @Mixin private HubRules rules = new HubRules();

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Where the site will be served, instead of what site.yaml says.")
  private @Nullable String baseUrl;

  PublishCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Report report = new Report(console, options, "publish");
    Path siteFolder = options.siteFolder(console);
    Path folder = out.folder(siteFolder, console);
    BuildRequest request =
        BuildRequest.of(siteFolder, console.installation(), console.now())
            .at(Optional.ofNullable(baseUrl).map(BuildOptions::address));
    Diagnostics diagnostics = new Diagnostics();
    HubTable table;
    try (Progress progress = Progress.start(console, options.quiet())) {
      BuiltSite built = new SiteBuilder(request, diagnostics, progress).build();
      HubRun run = new HubRun(request, rules.apply(HubAction.reach(console)), progress);
      List<HubContent> contents = run.contents(built, diagnostics);
      progress.pause();
      if (!report.accepts(diagnostics)) {
        return report.refuse("Nothing was written, nothing was pushed.");
      }
      BuildCommand.write(built, folder, report);
      table = HubTable.of(run.push(contents));
    }
    return HubAction.tell(table, report, console);
  }
}
