package org.chasqui.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One line on a terminal that says what is being done, once that takes longer than a second. It
 * wipes itself away; nothing of it shows where no person is looking.
 */
final class Progress implements Consumer<String>, AutoCloseable {
  private static final String WIPE = "\r\u001b[K";
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Console console;
  private final ScheduledExecutorService timer;
  private volatile String step = "";
  private boolean shown;
  private boolean closed;

  private Progress(Console console, ScheduledExecutorService timer) {
    this.console = console;
    this.timer = timer;
  }

  /** Starts one; it says nothing if nobody looks or {@code quiet} is wanted. */
  static Progress start(Console console, boolean quiet) {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    Progress progress = new Progress(console, timer);
    if (console.terminal() && !quiet) {
      long patience = PATIENCE.toMillis();
      var unused =
          timer.scheduleAtFixedRate(progress::show, patience, patience / 4, TimeUnit.MILLISECONDS);
    }
    return progress;
  }

  /** Names the step that begins. */
  @Override
  public void accept(String step) {
    this.step = step;
  }

  /** Wipes the line, until the next step begins: something else is going to be said. */
  synchronized void pause() {
    step = "";
    wipe();
  }

  private void wipe() {
    if (shown) {
      console.err().print(WIPE);
      console.err().flush();
      shown = false;
    }
  }

  private synchronized void show() {
    if (!closed && !step.isEmpty()) {
      shown = true;
      console.err().print(WIPE + console.words().say(step) + " ...");
      console.err().flush();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    timer.shutdownNow();
    wipe();
  }
}
