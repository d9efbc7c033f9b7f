package org.chasqui.site;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How long the parts of a run take. Measuring changes no result. Safe for many threads; what runs
 * side by side is added up, so the sum of the parts may exceed the time that passed.
 *
 * <pre>{@code
 * String html = watch.time(Stopwatch.Kind.TEMPLATE, "episode", () -> theme.render(...));
 * }</pre>
 */
public final class Stopwatch {
  /** What is measured. */
  public enum Kind {
    /** A page, by its source file: everything from its text to its HTML. */
    PAGE,
    /** A template of the theme, by name. */
    TEMPLATE
  }

  /**
   * What was measured of one thing.
   *
   * @param kind what it is
   * @param name which
   * @param nanos how long it took, in nanoseconds
   * @param times how often it was done
   */
  public record Lap(Kind kind, String name, long nanos, long times) {}

  private record Key(Kind kind, String name) {}

  private record Sum(LongAdder nanos, LongAdder times) {}

  /** Measures nothing. */
  public static final Stopwatch NONE = new Stopwatch(() -> 0);

  private final LongSupplier clock;
  private final Map<Key, Sum> sums = new ConcurrentHashMap<>();

  /**
   * @param clock tells nanoseconds since some moment
   */
  public Stopwatch(LongSupplier clock) {
    this.clock = clock;
  }

  /** Does something and adds the time that it takes. */
  public <T> T time(Kind kind, String name, Supplier<T> work) {
    if (this == NONE) {
      return work.get();
    }
    long start = clock.getAsLong();
    try {
      return work.get();
    } finally {
      add(kind, name, clock.getAsLong() - start);
    }
  }

  private void add(Kind kind, String name, long nanos) {
    Sum sum =
        sums.computeIfAbsent(new Key(kind, name), key -> new Sum(new LongAdder(), new LongAdder()));
    sum.nanos().add(nanos);
    sum.times().increment();
  }

  /** What was measured of a kind, the longest first. */
  public List<Lap> laps(Kind kind) {
    return sums.entrySet().stream()
        .filter(entry -> entry.getKey().kind() == kind)
        .map(
            entry ->
                new Lap(
                    kind,
                    entry.getKey().name(),
                    entry.getValue().nanos().sum(),
                    entry.getValue().times().sum()))
        .sorted(Comparator.comparingLong(Lap::nanos).reversed().thenComparing(Lap::name))
        .toList();
  }
}
