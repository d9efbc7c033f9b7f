package org.chasqui.site;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

  // What is asked for while a result is made: as long as that one is used, this is not forgotten,
  // though nobody asks for it.
  private static final ThreadLocal<@Nullable List<Slot>> ASKED = new ThreadLocal<>();

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
  public record Written<O>(Function<O, List<String>> down, Function<List<String>, O> up) {
    /** Whether something is so. */
    public static Written<Boolean> flag() {
      return new Written<>(
          flag -> List.of(flag.toString()), row -> Boolean.parseBoolean(row.get(0)));
    }

    /** Some texts, or none: that there are none is worth it, too. */
    public static Written<Set<String>> texts() {
      return new Written<>(
          texts -> Stream.concat(Stream.of("texts"), texts.stream().sorted()).toList(),
          row -> new TreeSet<>(row.subList(1, row.size())));
    }
  }

  private record Slot(String function, String about) {
    String name() {
      return function + " " + about;
    }
  }

  private static final class Held {
    private final Object input;
    private final Object output;
    private final List<Slot> within;
    private volatile int used;

    Held(Object input, Object output, List<Slot> within, int used) {
      this.input = input;
      this.output = output;
      this.within = within;
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
    Slot slot = new Slot(function.name(), about);
    List<Slot> around = ASKED.get();
    if (around != null) {
      around.add(slot);
    }
    Optional<O> before = before(function, slot, input).filter(holds);
    if (before.isPresent()) {
      return before.get();
    }
    List<Slot> within = new ArrayList<>();
    ASKED.set(within);
    try {
      O made = work.get();
      keep(function, slot, input, made, within);
      return made;
    } finally {
      ASKED.set(around);
    }
  }

  /**
   * What a function gave, if it was given the same; it is not made.
   *
   * @param function which
   * @param about what it is about
   * @param input everything that the result depends on
   */
  public <O> Optional<O> before(Kept<O> function, String about, Object input) {
    return keeps(function)
        ? before(function, new Slot(function.name(), about), input)
        : Optional.empty();
  }

  /**
   * What a function gave in the run before, for those who know that whatever it depends on is still
   * the same; only of a {@link Shelf}.
   */
  public <O> Optional<O> unchanged(Kept<O> function, String about) {
    return !keeps(function)
        ? Optional.empty()
        : shelf
            .flatMap(there -> there.take(new Slot(function.name(), about).name()))
            .flatMap(texts -> read(function.written().orElseThrow(), texts));
  }

  /** Says that what a function gave is still needed, though nobody asks for it. */
  public void use(Kept<?> function, String about) {
    if (keeps(function)) {
      Slot slot = new Slot(function.name(), about);
      shelf.ifPresentOrElse(there -> there.use(slot.name()), () -> use(slot));
    }
  }

  /** Keeps what a function gives, made without being asked for. */
  public <O> void keep(Kept<O> function, String about, Object input, O result) {
    if (keeps(function)) {
      keep(function, new Slot(function.name(), about), input, result, List.of());
    }
  }

  private <O> Optional<O> before(Kept<O> function, Slot slot, Object input) {
    if (shelf.isPresent()) {
      return shelf
          .get()
          .take(slot.name(), texts(function, input))
          .flatMap(texts -> read(function.written().orElseThrow(), texts));
    }
    Held held = held(slots.get(slot));
    return held != null && held.input.equals(input)
        ? Optional.of(used(function, held))
        : Optional.empty();
  }

  private <O> void keep(Kept<O> function, Slot slot, Object input, O made, List<Slot> within) {
    if (shelf.isPresent()) {
      List<String> texts = function.written().orElseThrow().down().apply(made);
      if (!texts.isEmpty()) {
        List<String> names = within.stream().map(Slot::name).toList();
        shelf.get().put(slot.name(), texts(function, input), texts, names);
      }
      return;
    }
    slots.put(slot, new SoftReference<>(new Held(input, made, List.copyOf(within), build.get())));
  }

  private static List<String> texts(Kept<?> function, Object input) {
    if (input instanceof List<?> all && all.stream().allMatch(String.class::isInstance)) {
      return all.stream().map(String.class::cast).toList();
    }
    throw new IllegalArgumentException(function + " is not given texts");
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
    use(held);
    return function.given(held);
  }

  private void use(Held held) {
    if (held.used != build.get()) {
      held.used = build.get();
      held.within.forEach(this::use);
    }
  }

  private void use(Slot slot) {
    Held held = held(slots.get(slot));
    if (held != null) {
      use(held);
    }
  }
}
