package org.chasqui.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.pipeline.NotebookTests;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that run notebooks. */
final class KernelOptions {
  @Option(
      names = "--python",
      paramLabel = "PROGRAM",
      description = "The Python that has Jupyter's nbclient (default: the first that has it).")
  private @Nullable Path python;

  @Option(
      names = "--cell-timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "The longest that a cell may run (default: ${DEFAULT-VALUE}).")
  private int cellSeconds;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "The longest that a notebook may run (default: ${DEFAULT-VALUE}).")
  private int notebookSeconds;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      defaultValue = "4096",
      description =
          "The memory that a kernel may take (default: ${DEFAULT-VALUE}); 0 for no limit.")
  private int megabytes;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      defaultValue = "0",
      description = "How many notebooks are run at a time (default: one for each processor).")
  private int parallel;

  @Option(names = "--network", description = "Let code reach the network; it cannot otherwise.")
  private boolean network;

  @Option(names = "--fresh", description = "Run those again that passed before, unchanged.")
  private boolean fresh;

  /** What they ask for. */
  NotebookTests.Options options(Console console) {
    if (cellSeconds < 1 || notebookSeconds < 1 || megabytes < 0 || parallel < 0) {
      throw new RunStopped.Usage(
          "--cell-timeout and --timeout are at least 1; --memory and --parallel are not negative.");
    }
    return new NotebookTests.Options(
        python == null ? pythons(console) : List.of(console.folder().resolve(python)),
        Duration.ofSeconds(cellSeconds),
        Duration.ofSeconds(notebookSeconds),
        megabytes,
        network,
        parallel == 0 ? Runtime.getRuntime().availableProcessors() : parallel,
        fresh);
  }

  /** Programs that may be a Python with Jupyter: the one that is named, then what is installed. */
  static List<Path> pythons(Console console) {
    String named = console.env().getOrDefault("CHASQUI_PYTHON", "");
    if (!named.isBlank()) {
      return List.of(console.folder().resolve(named));
    }
    List<Path> found = new ArrayList<>();
    for (String name : List.of("python3", "python", "python.exe")) {
      Pattern.compile(Pattern.quote(File.pathSeparator))
          .splitAsStream(console.env().getOrDefault("PATH", ""))
          .filter(folder -> !folder.isEmpty())
          .map(folder -> Path.of(folder, name))
          .forEach(found::add);
    }
    found.add(Path.of("/usr/bin/python3"));
    return found.stream().filter(Files::isExecutable).distinct().toList();
  }
}
