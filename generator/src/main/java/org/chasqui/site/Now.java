package org.chasqui.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The moment that counts as now in one run, and until when its answers hold: what is built from
 * them is the same at every later moment before {@link #until()}. Safe for many threads.
 */
public final class Now {
  private final Instant instant;
  private Instant until = Instant.MAX;

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
    hold(moment);
    return false;
  }

  /** The moment itself. */
  public Instant moment() {
    return instant;
  }

  /** Whether it is in a stretch of time, the end of which is not part of it. */
  public boolean isWithin(Instant from, Instant end) {
    return !instant.isBefore(from) && instant.isBefore(end);
  }

  /** Says that a question that was not asked again would be answered otherwise from a moment on. */
  public void lastsUntil(Instant moment) {
    hold(moment);
  }

  private synchronized void hold(Instant moment) {
    if (moment.isBefore(until)) {
      until = moment;
    }
  }

  /** Whether a day has begun in a time zone. */
  public boolean hasReached(LocalDate day, ZoneId zone) {
    return hasReached(day.atStartOfDay(zone).toInstant());
  }

  /** The first moment at which a question asked so far would be answered otherwise. */
  public synchronized Instant until() {
    return until;
  }
}
