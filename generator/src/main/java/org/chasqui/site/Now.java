package org.chasqui.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The moment that counts as now in one run, and until when its answers hold: what is built from
 * them is the same at every later moment before {@link #until()}. Safe for many threads.
 */
public final class Now {
  private final Instant instant;
  private final AtomicReference<Instant> until = new AtomicReference<>(Instant.MAX);

  /**
   * @param instant the moment
   */
  public Now(Instant instant) {
    this.instant = instant;
  }

  /** Whether a moment is past, or just this one. */
  public boolean hasReached(Instant moment) {
    if (!moment.isAfter(instant)) {
      return true;
    }
    until.accumulateAndGet(moment, (a, b) -> a.isBefore(b) ? a : b);
    return false;
  }

  /** Whether a day has begun in a time zone. */
  public boolean hasReached(LocalDate day, ZoneId zone) {
    return hasReached(day.atStartOfDay(zone).toInstant());
  }

  /** The first moment at which a question asked so far would be answered otherwise. */
  public Instant until() {
    return until.get();
  }
}
