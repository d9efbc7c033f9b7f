package org.chasqui.hub;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Our manners towards hosts: so many repositories at a time, a pause between pushes. */
final class Pace {
  private final int perHost;
  private final Duration pause;
  private final Map<String, Semaphore> places = new HashMap<>();
  private final Map<String, Long> free = new HashMap<>();

  Pace(int perHost, Duration pause) {
    this.perHost = perHost;
    this.pause = pause;
  }

  /**
   * Waits for a place at a host, of which this machine has enough; give it back with {@link
   * Semaphore#release}.
   */
  Semaphore enter(HubAddress address) throws InterruptedException {
    int most = address.isNear() ? Integer.MAX_VALUE : perHost;
    Semaphore place;
    synchronized (this) {
      place = places.computeIfAbsent(address.host(), host -> new Semaphore(most, true));
    }
    place.acquire();
    return place;
  }

  /** How long to wait before a push to a host; the turn counts as taken. */
  synchronized Duration turn(HubAddress address) {
    if (address.isNear() || pause.isZero()) {
      return Duration.ZERO;
    }
    long now = System.nanoTime();
    long at = Math.max(now, free.getOrDefault(address.host(), now));
    free.put(address.host(), at + pause.toNanos());
    return Duration.ofNanos(at - now);
  }
}
