package org.chasqui.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.pipeline.BuiltSite;
import org.chasqui.pipeline.SiteBuilder;
import org.chasqui.pipeline.WeightRun;
import org.chasqui.pipeline.Written;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
  @Mixin private WeightOptions weight = new WeightOptions();

  @Option(
      names = "--zip",
      paramLabel = "FILE",
      description = "Write the whole site to this archive too: it opens from a memory stick.")
  private @Nullable Path zip;

  BuildCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Report report = new Report(console, options, "build");
    Path siteFolder = options.siteFolder(console);
    Path folder = out.folder(siteFolder, console);
    Diagnostics diagnostics = new Diagnostics();
    BuiltSite built = build(siteFolder, diagnostics);
    if (!report.accepts(diagnostics)) {
      return report.refuse("Nothing was written.");
    }
    Optional<WeightRun> weighed = weight.run(built, console);
    BuiltSite whole = weighed.map(run -> WeightOptions.told(built, run, console)).orElse(built);
    write(whole, folder, report);
    if (zip != null) {
      pack(built, console.folder().resolve(zip).normalize(), report);
    }
    weighed.ifPresent(run -> WeightOptions.say(run, console, report));
    return report.end(ExitCode.FINE);
  }

  private void pack(BuiltSite built, Path file, Report report) {
    int pages = SiteBuilder.pack(built, file);
    long bytes = file.toFile().length();
    report.say(
        "Packed "
            + Report.count(pages, "page")
            + " into "
            + file
            + ": "
            + WeightTables.size(bytes, console.words().language())
            + ".");
    report.put("zip", Map.of("file", file.toString(), "pages", pages, "bytes", bytes));
  }

  private BuiltSite build(Path siteFolder, Diagnostics diagnostics) {
    try (Progress progress = Progress.start(console, options.quiet())) {
      return new SiteBuilder(build.request(siteFolder, console), diagnostics, progress).build();
    }
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
