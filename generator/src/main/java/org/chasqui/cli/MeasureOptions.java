package org.chasqui.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether to tell how long a run takes, and what with. */
final class MeasureOptions {
  @Option(
      names = "--timings",
      order = 40,
      description = "Say how long each step took, and which pages and templates took longest.")
  private boolean timings;

  @Option(
      names = "--profile",
      order = 41,
      paramLabel = "FILE",
      description =
          "Record what the program does, say where its time goes, and keep the recording, which"
              + " JDK Mission Control opens.")
  private @Nullable Path profile;

  /** Whether the times of steps, pages and templates are wanted. */
  boolean timings() {
    return timings;
  }

  /** Starts what was asked for; nothing is recorded unless it was. */
  Profiler profiler(Console console) {
    return profile == null ? Profiler.none() : Profiler.start(console.folder().resolve(profile));
  }

  /** Whether a recording is wanted: then the work must be done, too. */
  boolean profiles() {
    return profile != null;
  }
}
