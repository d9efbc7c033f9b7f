package org.chasqui.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.pipeline.BuildRequest;
import org.chasqui.pipeline.BuiltSite;
import org.chasqui.pipeline.HubRun;
import org.chasqui.pipeline.LastBuild;
import org.chasqui.pipeline.NotebookTests;
import org.chasqui.pipeline.NotebookTests.Tested;
import org.chasqui.pipeline.RunMemory;
import org.chasqui.pipeline.SiteBuilder;
import org.chasqui.site.HubContent;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Stopwatch;
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

  @Option(
      names = "--tested",
      description =
          "Run the notebooks first, and push only those that pass. One that fails stays in the hubs"
              + " as it is there.")
  private boolean tested;

  @Mixin private KernelOptions kernels = new KernelOptions();

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
    int code;
    try (Progress progress = Progress.start(console, options.quiet())) {
      BuiltSite built = built(request, folder, diagnostics, progress);
      HubRun run = new HubRun(request, rules.apply(HubAction.reach(console)), progress);
      List<HubContent> contents = run.contents(built, diagnostics);
      progress.pause();
      if (!report.accepts(diagnostics)) {
        return report.refuse("Nothing was written, nothing was pushed.");
      }
      Set<OutputPath> held = tested ? failing(built, report, progress) : Set.of();
      List<HubContent> passed = contents.stream().map(content -> content.holding(held)).toList();
      BuildCommand.write(built, folder, report);
      table = HubTable.of(run.push(passed));
      if (run.hasNews()) {
        // The pages about hubs tell what is there now.
        BuiltSite again = built(request, folder, new Diagnostics(), progress);
        SiteBuilder.write(again, folder);
      }
      code = held.isEmpty() ? ExitCode.FINE : ExitCode.CONTENT;
    }
    report.failWith(code);
    return HubAction.tell(table, report, console);
  }

  private static BuiltSite built(
      BuildRequest request, Path folder, Diagnostics diagnostics, Progress progress) {
    LastBuild last = LastBuild.look(request, folder, Main.program());
    try (RunMemory memory = RunMemory.open(request, Main.program())) {
      BuiltSite built =
          new SiteBuilder(request, diagnostics, progress, Stopwatch.NONE, memory.results(), last)
              .build();
      memory.keep();
      return built;
    }
  }

  private Set<OutputPath> failing(BuiltSite built, Report report, Progress progress) {
    Diagnostics found = new Diagnostics();
    List<Tested> all =
        new NotebookTests(built, kernels.options(console), progress)
            .run(List.of(), List.of(), found);
    progress.pause();
    report.accepts(found);
    report.say(NotebooksTestCommand.summary(all));
    Set<OutputPath> failing = new TreeSet<>();
    all.stream()
        .filter(one -> one.state() != NotebookTests.State.PASSED)
        .forEach(one -> failing.add(one.notebook()));
    failing.forEach(path -> report.insist("Not pushed: " + path + " did not pass its test."));
    report.put("heldBack", failing.stream().map(OutputPath::value).toList());
    return failing;
  }
}
