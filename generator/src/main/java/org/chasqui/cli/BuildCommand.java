package org.chasqui.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.pipeline.BuildRequest;
import org.chasqui.pipeline.BuiltSite;
import org.chasqui.pipeline.LastBuild;
import org.chasqui.pipeline.RunMemory;
import org.chasqui.pipeline.SiteBuilder;
import org.chasqui.pipeline.WeightRun;
import org.chasqui.pipeline.Written;
import org.chasqui.site.Parallel;
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
  @Mixin private MeasureOptions measure = new MeasureOptions();
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
    BuildRequest request = build.request(siteFolder, console);
    try (Progress progress = Progress.start(console, options.quiet());
        Profiler profiler = measure.profiler(console)) {
      Timings timings = new Timings(progress, System::nanoTime, measure.timings());
      timings.accept("Looking for changes");
      LastBuild last = LastBuild.look(request, folder, Main.program());
      // Comparing costs a look at every file of the output: only where its answer counts.
      Optional<LastBuild.Remembered> same = mayBeLeftOut() ? last.unchanged() : Optional.empty();
      boolean accepted =
          same.isPresent()
              ? again(same.get(), folder, report)
              : anew(request, last, folder, report, timings);
      if (!accepted) {
        return report.refuse("Nothing was written.");
      }
      if (measure.timings()) {
        timings.tell(report);
      }
      profiler.tell(report);
    }
    return report.end(ExitCode.FINE);
  }

  // What else is wanted of a build needs the build itself.
  private boolean mayBeLeftOut() {
    return !measure.profiles() && !weight.wanted() && zip == null;
  }

  private boolean anew(
      BuildRequest request, LastBuild last, Path folder, Report report, Timings timings) {
    try (RunMemory memory = RunMemory.open(request, Main.program())) {
      last.beside(memory.stamp());
      return anew(request, last, folder, report, timings, memory);
    }
  }

  private boolean anew(
      BuildRequest request,
      LastBuild last,
      Path folder,
      Report report,
      Timings timings,
      RunMemory memory) {
    Diagnostics diagnostics = new Diagnostics();
    SiteBuilder builder =
        new SiteBuilder(request, diagnostics, timings, timings.watch(), memory.results(), last);
    BuiltSite built = builder.build();
    timings.pause();
    if (!report.accepts(diagnostics)) {
      return false;
    }
    timings.accept("Writing");
    Optional<WeightRun> weighed = weight.run(built, console);
    BuiltSite whole = weighed.map(run -> WeightOptions.told(built, run, console)).orElse(built);
    Written written =
        SiteBuilder.write(
            whole,
            folder,
            () -> {
              timings.accept("Remembering");
              Parallel.each(List.<Runnable>of(memory::keep, last::written), Runnable::run);
            });
    if (weighed.isEmpty()) {
      last.keep(built, diagnostics, builder.until(), memory.kept());
    }
    timings.pause();
    tell(whole, written, folder, report);
    if (zip != null) {
      pack(built, console.folder().resolve(zip).normalize(), report);
    }
    weighed.ifPresent(run -> WeightOptions.say(run, console, report));
    return true;
  }

  // What a build would say, without one.
  private static boolean again(LastBuild.Remembered before, Path folder, Report report) {
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.addAll(before.diagnostics());
    if (!report.accepts(diagnostics)) {
      return false;
    }
    tell(before.pages(), before.languages(), new Written(0, before.files(), 0), folder, report);
    return true;
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

  /** Writes a site that was accepted, and says so. */
  static void write(BuiltSite built, Path folder, Report report) {
    tell(built, SiteBuilder.write(built, folder), folder, report);
  }

  private static void tell(BuiltSite built, Written written, Path folder, Report report) {
    tell(built.pages(), built.site().config().languages().size(), written, folder, report);
  }

  private static void tell(int pages, int languages, Written written, Path folder, Report report) {
    report.say(
        "Built "
            + Report.count(pages, "page")
            + " in "
            + Report.count(languages, "language")
            + " to "
            + folder
            + ": "
            + changes(written));
    report.put(
        "output",
        Map.of(
            "folder", folder.toString(),
            "pages", pages,
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
