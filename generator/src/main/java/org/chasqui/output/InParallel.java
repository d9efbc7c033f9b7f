package org.chasqui.output;

import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Does something to every file, in parallel, and has stopped when it returns. */
final class InParallel {
  private InParallel() {}

  /** What is done to one item. */
  interface Work<T> {
    /** Does it. */
    void on(T item) throws IOException;
  }

  /**
   * Does the work on each item. After a failure no further item is begun; a stream that lets an
   * exception through would return while others still write.
   */
  static <T> void each(Collection<T> items, Work<T> work) throws IOException {
    AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    items.parallelStream()
        .forEach(
            item -> {
              if (failure.get() != null) {
                return;
              }
              try {
                work.on(item);
              } catch (IOException e) {
                failure.compareAndSet(null, e);
              }
            });
    IOException first = failure.get();
    if (first != null) {
      throw first;
    }
  }
}
