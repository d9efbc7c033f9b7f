package org.chasqui.gettext;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a language has said before, on whatever page: a text that is there again, or one that is
 * like it, need not be translated from nothing. Immutable, safe for several threads.
 */
public final class TranslationMemory {
  /** A memory of nothing. */
  public static final TranslationMemory NONE = new TranslationMemory(List.of(), false);

  private static final double NEAR = 0.75;
  private static final double NEAR_IF_SHORT = 0.85;
  private static final int SHORT = 20;
  // A shorter text means something else elsewhere: "Open" is a verb here, an adjective there.
  private static final int WORDS_TO_TRUST = 3;
  // With more new texts than this a memory gets an index of its own.
  private static final int MANY = 400;

  /**
   * A text and what was said for it.
   *
   * @param source the text
   * @param translation what was said for it
   * @param from where: the name of a catalogue, or of a file of the memory
   */
  public record Unit(String source, String translation, String from) {}

  /**
   * A unit and how like its source is to what was looked for.
   *
   * @param unit the unit
   * @param likeness from 0 to 1
   */
  public record Hit(Unit unit, double likeness) {}

  private final Map<String, Unit> bySource;
  private final Set<String> ambiguous;
  private final boolean near;
  private final List<String> unindexed;
  private @Nullable WordIndex index;

  /**
   * @param units what was said, the most trusted first
   * @param near whether merging also looks for texts that are only like a message
   */
  public TranslationMemory(List<Unit> units, boolean near) {
    this.near = near;
    this.bySource = new LinkedHashMap<>();
    this.ambiguous = new TreeSet<>();
    this.unindexed = List.of();
    for (Unit unit : units) {
      Unit first = bySource.putIfAbsent(unit.source, unit);
      if (first != null && !first.translation.equals(unit.translation)) {
        ambiguous.add(unit.source);
      }
    }
  }

  private TranslationMemory(TranslationMemory now, WordIndex index, List<String> unindexed) {
    this.near = now.near;
    this.bySource = now.bySource;
    this.ambiguous = now.ambiguous;
    this.unindexed = List.copyOf(unindexed);
    this.index = index;
  }

  /**
   * The same memory, for a catalogue was saved since another one was made: what is like a text is
   * looked for with the index of that one, and in what is new. Making an index takes as long as
   * reading all catalogues of a language.
   *
   * @param before the other one
   */
  public TranslationMemory after(TranslationMemory before) {
    List<String> fresh = new ArrayList<>(before.unindexed);
    bySource.keySet().stream()
        .filter(source -> !before.bySource.containsKey(source))
        .forEach(fresh::add);
    return fresh.size() > MANY ? this : new TranslationMemory(this, before.index(), fresh);
  }

  /** What was said for just this text, if that can be used without a look: said in one way only. */
  Optional<Unit> sure(String source) {
    return Optional.ofNullable(bySource.get(source))
        .filter(
            unit -> !ambiguous.contains(source) && WordNumbers.of(source).length >= WORDS_TO_TRUST);
  }

  /** What was said for this text or, if that is wanted, for the one that is most like it. */
  Optional<Unit> suggestion(String source) {
    Unit same = bySource.get(source);
    if (same != null || !near) {
      return Optional.ofNullable(same);
    }
    return like(source, 1).stream().map(Hit::unit).findFirst();
  }

  /**
   * What was said for texts like this one, the nearest first.
   *
   * @param source the text
   * @param most how many at most
   */
  public List<Hit> like(String source, int most) {
    Similarity likeness = new Similarity(source);
    double least = source.length() < SHORT ? NEAR_IF_SHORT : NEAR;
    List<Hit> hits = new ArrayList<>();
    for (Unit unit : candidates(source)) {
      byte[] bytes = unit.source.getBytes(StandardCharsets.UTF_8);
      double like = likeness.bound(bytes.length) < least ? 0 : likeness.to(bytes);
      if (like >= least) {
        hits.add(new Hit(unit, like));
      }
    }
    hits.sort(Comparator.comparingDouble(Hit::likeness).reversed());
    return List.copyOf(hits.subList(0, Math.min(most, hits.size())));
  }

  private List<Unit> candidates(String source) {
    return Stream.concat(index().candidates(source).stream(), unindexed.stream())
        .flatMap(text -> Optional.ofNullable(bySource.get(text)).stream())
        .toList();
  }

  private synchronized WordIndex index() {
    WordIndex made = index;
    if (made == null) {
      made = new WordIndex(List.copyOf(bySource.keySet()));
      index = made;
    }
    return made;
  }
}
