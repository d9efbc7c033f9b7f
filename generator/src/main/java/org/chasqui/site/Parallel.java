package org.chasqui.site;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The same work for many things on all processors. Whoever is done takes the next thing, one at a
 * time: a parallel stream hands them out in a few large portions, and where a page is a hundred
 * times the work of another, one processor is done long before the other.
 *
 * <pre>{@code
 * List<Doc> docs = Parallel.map(paths, path -> read(path));
 * }</pre>
 *
 * <p>When these methods return, and also when they throw what the work threw, none of it goes on.
 * After a failure nothing new is begun.
 */
public final class Parallel {
  private Parallel() {}

  /** What the work gives for each thing, in the order of the things. */
  @SuppressWarnings("unchecked") // only what the work gave is in it
  public static <T, R> List<R> map(Collection<? extends T> things, Function<? super T, R> work) {
    Object[] all = things.toArray();
    Object[] given = new Object[all.length];
    run(all.length, i -> given[i] = work.apply((T) all[i]));
    return (List<R>) List.of(given);
  }

  /** Does the work with each thing. */
  public static <T> void each(Collection<? extends T> things, Consumer<? super T> work) {
    List<T> all = List.copyOf(things);
    run(all.size(), i -> work.accept(all.get(i)));
  }

  private interface Step {
    void at(int i);
  }

  private static void run(int count, Step step) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    IntStream.range(0, Math.min(count, ForkJoinPool.getCommonPoolParallelism() + 1))
        .parallel()
        .forEach(processor -> work(count, step, next, failure));
    Throwable first = failure.get();
    if (first instanceof Error error) {
      throw error;
    }
    if (first != null) {
      throw (RuntimeException) first; // a step throws nothing else
    }
  }

  private static void work(
      int count, Step step, AtomicInteger next, AtomicReference<@Nullable Throwable> failure) {
    try {
      for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
        step.at(i);
      }
    } catch (RuntimeException | Error e) {
      next.set(count);
      failure.compareAndSet(null, e);
    }
  }
}
