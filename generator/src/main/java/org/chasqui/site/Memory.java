package org.chasqui.site;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what pure functions gave in the build before, so that only what has changed is done
 * again. It knows one result for each function and thing (a page, a file), with all that the
 * function was given: the result counts again if that is equal. There is nothing to invalidate, and
 * a build with a memory gives the same bytes as one without.
 *
 * <pre>
 * static final Memory.Kept&lt;List&lt;Segment&gt;&gt; SEGMENTS = new Memory.Kept&lt;&gt;("segments");
 *
 * List&lt;Segment&gt; segments = memory.recall(SEGMENTS, path, List.of(text), () -&gt; Markdown.segments(text));
 * </pre>
 *
 * <p>There are two kinds. That of a process which builds a site again and again keeps all results
 * as they are; before the machine runs out of memory they are forgotten, and made again. That of a
 * {@link Shelf} lasts from one process to the next, and keeps those few that can be written down
 * and cost more to make than to read.
 *
 * <p>Safe for many threads. What is kept is shared: it must be immutable.
 */
public final class Memory {
  /** Remembers nothing. */
  public static final Memory NONE = new Memory(Optional.empty());

  /**
   * A function whose results are kept.
   *
   * @param name differs from that of every other
   * @param written how a result is written down, if it is for a {@link Shelf}, too
   * @param <O> what it gives
   */
  public record Kept<O>(String name, Optional<Written<O>> written) {
    /** One whose results are kept within a process alone. */
    public Kept(String name) {
      this(name, Optional.empty());
    }

    /** One whose results are kept from one process to the next, too. */
    public Kept(String name, Written<O> written) {
      this(name, Optional.of(written));
    }

    // What is kept for a function is what it gave.
    @SuppressWarnings("unchecked")
    private O given(Held held) {
      return (O) held.output;
    }
  }

  /**
   * How a result is written down.
   *
   * @param down as texts; none if this one is not worth it
   * @param up of these texts; may throw what it likes if they are others
   * @param <O> what is written
   */
  public record Written<O>(Function<O, List<String>> down, Function<List<String>, O> up) {}

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
  private final Optional<Shelf> shelf;

  /** The memory of a process that builds a site again and again. */
  public Memory() {
    this(Optional.empty());
  }

  /** The memory of a process that builds a site once. */
  public Memory(Shelf shelf) {
    this(Optional.of(shelf));
  }

  private Memory(Optional<Shelf> shelf) {
    this.shelf = shelf;
  }

  /** Whether it keeps what a function gives: whether writing down what it depends on pays. */
  public boolean keeps(Kept<?> function) {
    return this != NONE && (shelf.isEmpty() || function.written().isPresent());
  }

  /**
   * What a function gives.
   *
   * @param function which
   * @param about what it is about: a path, an address; one result is kept for each
   * @param input everything that the result depends on; texts, if it is for a {@link Shelf}
   * @param work the function
   */
  public <O> O recall(Kept<O> function, String about, Object input, Supplier<? extends O> work) {
    return recallIf(function, about, input, kept -> true, work);
  }

  /**
   * What a function gives whose result knows itself some of what it depends on.
   *
   * @param function which
   * @param about what it is about
   * @param input what else the result depends on; texts, if it is for a {@link Shelf}
   * @param holds whether all that a result knows of still is as it was
   * @param work the function
   */
  public <O> O recallIf(
      Kept<O> function,
      String about,
      Object input,
      Predicate<O> holds,
      Supplier<? extends O> work) {
    if (!keeps(function)) {
      return work.get();
    }
    if (shelf.isPresent()) {
      return shelved(shelf.get(), function, about, texts(function, input), holds, work);
    }
    Slot slot = new Slot(function.name(), about);
    Held held = held(slots.get(slot));
    return held != null && held.input.equals(input) && holds.test(used(function, held))
        ? function.given(held)
        : keep(slot, input, work.get());
  }

  private static List<String> texts(Kept<?> function, Object input) {
    if (input instanceof List<?> all && all.stream().allMatch(String.class::isInstance)) {
      return all.stream().map(String.class::cast).toList();
    }
    throw new IllegalArgumentException(function + " is not given texts");
  }

  private static <O> O shelved(
      Shelf shelf,
      Kept<O> function,
      String about,
      List<String> input,
      Predicate<O> holds,
      Supplier<? extends O> work) {
    Written<O> written = function.written().orElseThrow();
    String slot = function.name() + " " + about;
    Optional<O> before =
        shelf.take(slot, input).flatMap(texts -> read(written, texts)).filter(holds);
    if (before.isPresent()) {
      return before.get();
    }
    O made = work.get();
    List<String> texts = written.down().apply(made);
    if (!texts.isEmpty()) {
      shelf.put(slot, input, texts);
    }
    return made;
  }

  private static <O> Optional<O> read(Written<O> written, List<String> texts) {
    try {
      return Optional.of(written.up().apply(texts));
    } catch (RuntimeException damaged) {
      return Optional.empty(); // made again
    }
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
