package org.chasqui.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.pipeline.BuiltSite;
import org.chasqui.pipeline.HubRun;
import org.chasqui.pipeline.SiteBuilder;
import org.chasqui.pipeline.Written;
import org.chasqui.site.OutputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chasqui notebooks}. */
@Command(
    name = "notebooks",
    header = "Write all notebooks to a folder; test them; bring them in.",
    description = {
      "With --to: the folder gets what a hub would get that takes every lesson in every language."
    })
final class NotebooksCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private BuildOptions build = new BuildOptions();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "The folder; it must be empty, missing, or written by this command before.")
  private @Nullable Path to;

  @Spec private @Nullable CommandSpec spec;

  NotebooksCommand(Console console) {
    this.console = console;
  }

  /** Its commands, by name. */
  static Map<String, Object> actions(Console console) {
    Map<String, Object> actions = new LinkedHashMap<>();
    actions.put("test", new NotebooksTestCommand(console));
    actions.put("import", new NotebooksImportCommand(console));
    actions.put("pull", new NotebooksPullCommand(console));
    return actions;
  }

  @Override
  public Integer call() {
    if (to == null) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "Missing required option: '--to=DIR'.");
    }
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
