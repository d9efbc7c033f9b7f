package org.chasqui.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.chasqui.site.Parallel;

/** Does something to every file, in parallel, and has stopped when it returns. */
final class InParallel {
  private InParallel() {}

  /** What is done to one item. */
  interface Work<T> {
    /** Does it. */
    void on(T item) throws IOException;
  }

  /** Does the work on each item. After a failure no further item is begun. */
  static <T> void each(Collection<T> items, Work<T> work) throws IOException {
    try {
      Parallel.each(items, item -> unchecked(item, work));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static <T> void unchecked(T item, Work<T> work) {
    try {
      work.on(item);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
