package org.chasqui.hub;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How much time a hub has left, and what must be cut off when it has none. */
final class Deadline {
  private final Duration timeout;
  private final long end;
  private final Set<Runnable> cuts = ConcurrentHashMap.newKeySet();
  private volatile boolean over;

  Deadline(Duration timeout, Duration total) {
    this.timeout = timeout;
    this.end = System.nanoTime() + total.toNanos();
  }

  /** The time that is left; not negative. */
  Duration left() {
    return over ? Duration.ZERO : Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** The time one read may take, in milliseconds; at least one. */
  int readMillis() {
    return (int) Math.max(1, Math.min(timeout.toMillis(), left().toMillis()));
  }

  /** The same in whole seconds, at least one, as JGit wants it. */
  int readSeconds() {
    return Math.max(1, (readMillis() + 999) / 1000);
  }

  /**
   * @throws Trouble TIMEOUT if there is no time left
   */
  void check() throws Trouble {
    if (left().isZero()) {
      throw new Trouble(Trouble.Code.TIMEOUT, "The time for this hub is over.");
    }
  }

  /** Waits, if there is time enough to do something afterwards. Tells whether it did. */
  boolean waitFor(Duration pause) {
    if (left().compareTo(pause) <= 0) {
      return false;
    }
    try {
      Thread.sleep(pause.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Names something to do when time is over, such as closing a connection. */
  void onEnd(Runnable cut) {
    cuts.add(cut);
    if (over) {
      cut.run();
    }
  }

  /** Ends it now. */
  void expire() {
    over = true;
    cuts.forEach(Runnable::run);
  }
}
