package org.chasqui.site;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what pure functions gave in the build before, so that whoever serves a site while it is
 * written does again only what has changed. It knows one result for each function and thing (a
 * page, a file), with all that the function was given: the result counts again if that is equal.
 * There is nothing to invalidate, and a build with a memory gives the same bytes as one without.
 *
 * <pre>
 * static final Memory.Kept&lt;List&lt;Segment&gt;&gt; SEGMENTS = new Memory.Kept&lt;&gt;("segments");
 *
 * List&lt;Segment&gt; segments = memory.recall(SEGMENTS, path, text, () -&gt; Markdown.segments(text));
 * </pre>
 *
 * <p>Safe for many threads. What is kept is shared: it must be immutable. Before the machine runs
 * out of memory it is forgotten, and made again: a site of any size can be served.
 */
public final class Memory {
  /** Remembers nothing. */
  public static final Memory NONE = new Memory();

  /**
   * A function whose results are kept.
   *
   * @param name differs from that of every other
   * @param <O> what it gives
   */
  public record Kept<O>(String name) {
    // What is kept for a function is what it gave.
    @SuppressWarnings("unchecked")
    private O given(Held held) {
      return (O) held.output;
    }
  }

  private record Slot(String function, String about) {}

  private static final class Held {
    private final Object input;
    private final Object output;
    private volatile int used;

    Held(Object input, Object output, int used) {
      this.input = input;
      this.output = output;
      this.used = used;
    }
  }

  private final Map<Slot, SoftReference<Held>> slots = new ConcurrentHashMap<>();
  private final AtomicInteger build = new AtomicInteger();

  /**
   * What a function gives.
   *
   * @param function which
   * @param about what it is about: a path, an address; one result is kept for each
   * @param input everything that the result depends on
   * @param work the function
   */
  public <O> O recall(Kept<O> function, String about, Object input, Supplier<? extends O> work) {
    if (this == NONE) {
      return work.get();
    }
    Slot slot = new Slot(function.name(), about);
    Held held = held(slots.get(slot));
    return held != null && held.input.equals(input)
        ? used(function, held)
        : keep(slot, input, work.get());
  }

  /**
   * What a function gives whose result knows itself what it depends on.
   *
   * @param function which
   * @param about what it is about
   * @param holds whether all that a result depends on still is as it was
   * @param work the function
   */
  public <O> O recallIf(
      Kept<O> function, String about, Predicate<O> holds, Supplier<? extends O> work) {
    Slot slot = new Slot(function.name(), about);
    Optional<O> before =
        Optional.ofNullable(held(slots.get(slot))).map(held -> used(function, held)).filter(holds);
    return before.orElseGet(() -> this == NONE ? work.get() : keep(slot, slot, work.get()));
  }

  /** A value that was there before if it is equal, so that to compare it again costs nothing. */
  public <O> O same(Kept<O> kind, String about, O value) {
    return recall(kind, about, value, () -> value);
  }

  /**
   * A build is done: what it did not ask for is forgotten. One that was given up does not say so,
   * and nothing is lost by it.
   */
  public void turn() {
    slots
        .values()
        .removeIf(
            reference -> {
              Held held = held(reference);
              return held == null || held.used != build.get();
            });
    build.incrementAndGet();
  }

  private static @Nullable Held held(@Nullable SoftReference<Held> reference) {
    return reference == null ? null : reference.get();
  }

  private <O> O used(Kept<O> function, Held held) {
    held.used = build.get();
    return function.given(held);
  }

  private <O> O keep(Slot slot, Object input, O output) {
    slots.put(slot, new SoftReference<>(new Held(input, output, build.get())));
    return output;
  }
}
