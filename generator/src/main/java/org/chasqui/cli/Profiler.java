package org.chasqui.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.chasqui.diagnostic.RunStopped;
import org.jspecify.annotations.Nullable;

/**
 * A recording of what the program does, by the flight recorder that is part of every JDK: it looks
 * many times a second at what is being run.
 */
final class Profiler implements AutoCloseable {
  private static final String OURS = "org.chasqui.";
  private static final int SHOWN = 20;

  private final @Nullable Recording recording;
  private final Path file;

  private Profiler(@Nullable Recording recording, Path file) {
    this.recording = recording;
    this.file = file;
  }

  /** One that records nothing. */
  static Profiler none() {
    return new Profiler(null, Path.of(""));
  }

  /**
   * Starts one.
   *
   * @param file where the recording goes
   * @throws RunStopped.Environment if this Java cannot record
   */
  static Profiler start(Path file) {
    try {
      Recording recording = new Recording(Configuration.getConfiguration("profile"));
      recording.start();
      return new Profiler(recording, file);
    } catch (IOException | ParseException | LinkageError | IllegalStateException e) {
      throw new RunStopped.Environment("This Java cannot record what it does: " + e, e);
    }
  }

  /** Ends the recording, keeps it, and says where the time went. */
  void tell(Report report) {
    if (recording == null) {
      return;
    }
    recording.stop();
    try {
      recording.dump(file);
      table(report);
    } catch (IOException e) {
      throw new RunStopped.Environment("Could not write " + file + ": " + e.getMessage(), e);
    }
    report.insist("The recording is in " + file + ".");
  }

  private void table(Report report) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    int all = 0;
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
          counts.merge(ours(event).orElse("other"), 1, Integer::sum);
          all++;
        }
      }
    }
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"Where the time goes", "share"});
    int samples = Math.max(1, all);
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SHOWN)
        .forEach(
            entry ->
                rows.add(new String[] {entry.getKey(), 100 * entry.getValue() / samples + " %"}));
    report.table(rows);
  }

  // The innermost method of ours: what a library does is done for it.
  private static Optional<String> ours(RecordedEvent event) {
    if (event.getStackTrace() == null) {
      return Optional.empty();
    }
    for (RecordedFrame frame : event.getStackTrace().getFrames()) {
      String name = frame.getMethod().getType().getName();
      if (name.startsWith(OURS)) {
        return Optional.of(name.substring(OURS.length()) + "." + frame.getMethod().getName());
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    if (recording != null) {
      recording.close();
    }
  }
}
