package org.chasqui.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.chasqui.site.Stopwatch;
import org.chasqui.site.Stopwatch.Kind;
import org.chasqui.site.Stopwatch.Lap;

/** How long the steps of a run take, each from when it is named to when the next is. */
final class Timings implements Consumer<String> {
  private static final int SHOWN = 10;

  private final Progress progress;
  private final LongSupplier clock;
  private final Stopwatch watch;
  private final Map<String, Long> steps = new LinkedHashMap<>();
  private String step = "";
  private long since;

  /**
   * @param progress is told each step, too
   * @param clock tells nanoseconds since some moment
   * @param wanted whether pages and templates are measured
   */
  Timings(Progress progress, LongSupplier clock, boolean wanted) {
    this.progress = progress;
    this.clock = clock;
    this.watch = wanted ? new Stopwatch(clock) : Stopwatch.NONE;
  }

  /** Measures pages and templates. */
  Stopwatch watch() {
    return watch;
  }

  /** Names the step that begins. */
  @Override
  public void accept(String next) {
    end();
    step = next;
    since = clock.getAsLong();
    progress.accept(next);
  }

  /** Ends the last step: something else is going to be said. */
  void pause() {
    end();
    progress.pause();
  }

  private void end() {
    if (!step.isEmpty()) {
      steps.merge(step, clock.getAsLong() - since, Long::sum);
      step = "";
    }
  }

  /** Says what was measured. */
  void tell(Report report) {
    end();
    long all = steps.values().stream().mapToLong(Long::longValue).sum();
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"Step", "ms", "share"});
    steps.forEach(
        (name, nanos) ->
            rows.add(
                new String[] {
                  name, millis(nanos), String.format(Locale.ROOT, "%d %%", percent(nanos, all))
                }));
    rows.add(new String[] {"All steps", millis(all), ""});
    report.table(rows);
    List<Lap> pages = watch.laps(Kind.PAGE);
    List<Lap> templates = watch.laps(Kind.TEMPLATE);
    if (!pages.isEmpty()) {
      report.table(rows("Slowest page", pages));
      report.table(rows("Slowest template", templates));
    }
    report.put(
        "timings", Map.of("steps", json(), "pages", json(pages), "templates", json(templates)));
  }

  private static List<String[]> rows(String title, List<Lap> laps) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {title, "ms", "times"});
    laps.stream()
        .limit(SHOWN)
        .forEach(
            lap ->
                rows.add(
                    new String[] {lap.name(), millis(lap.nanos()), String.valueOf(lap.times())}));
    return rows;
  }

  private static long percent(long nanos, long all) {
    return all == 0 ? 0 : Math.round(100.0 * nanos / all);
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / 1e6);
  }

  private List<Map<String, Object>> json() {
    return steps.entrySet().stream()
        .map(entry -> Map.<String, Object>of("step", entry.getKey(), "ms", entry.getValue() / 1e6))
        .toList();
  }

  private static List<Map<String, Object>> json(List<Lap> laps) {
    return laps.stream()
        .limit(SHOWN)
        .map(
            lap ->
                Map.<String, Object>of(
                    "name", lap.name(), "ms", lap.nanos() / 1e6, "times", lap.times()))
        .toList();
  }
}
