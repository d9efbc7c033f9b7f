package org.chasqui.gettext;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
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
  // Words that stand in more texts than this tell nothing about a text.
  private static final int COMMON = 400;
  private static final int CANDIDATES = 24;

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
  private @Nullable Index index;

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

  private TranslationMemory(TranslationMemory now, Index index, List<String> unindexed) {
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
    return fresh.size() > COMMON ? this : new TranslationMemory(this, before.index(), fresh);
  }

  /** What was said for just this text, if that can be used without a look: said in one way only. */
  Optional<Unit> sure(String source) {
    return Optional.ofNullable(bySource.get(source))
        .filter(unit -> !ambiguous.contains(source) && words(source).length >= WORDS_TO_TRUST);
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
    return Stream.concat(index().candidates(source).stream().map(Unit::source), unindexed.stream())
        .flatMap(text -> Optional.ofNullable(bySource.get(text)).stream())
        .toList();
  }

  private synchronized Index index() {
    Index made = index;
    if (made == null) {
      made = new Index(List.copyOf(bySource.values()));
      index = made;
    }
    return made;
  }

  // A number for each word in small letters: stretches of letters, marks, numbers and underscores.
  private static int[] words(String text) {
    int[] words = new int[16];
    int count = 0;
    int word = 0;
    boolean inside = false;
    for (int at = 0; at <= text.length(); ) {
      int c = at < text.length() ? text.codePointAt(at) : ' ';
      if (isPart(c)) {
        word = 31 * word + Character.toLowerCase(c);
        inside = true;
      } else if (inside) {
        words = count == words.length ? Arrays.copyOf(words, count * 2) : words;
        words[count++] = word;
        word = 0;
        inside = false;
      }
      at += Character.charCount(c);
    }
    return Arrays.copyOf(words, count);
  }

  private static boolean isPart(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> Character.isLetter(c);
    };
  }

  /**
   * Which texts have which words: only those that share rare words are compared. Two words with one
   * number only make a text a candidate that is none.
   */
  private static final class Index {
    private final List<Unit> units;
    // Word and place in one, sorted: half a million of them take no objects.
    private final long[] places;

    Index(List<Unit> units) {
      this.units = units;
      long[] all = new long[Math.max(16, units.size() * 8)];
      int count = 0;
      for (int i = 0; i < units.size(); i++) {
        int[] words = words(units.get(i).source);
        if (count + words.length > all.length) {
          all = Arrays.copyOf(all, (count + words.length) * 2);
        }
        for (int word : words) {
          all[count++] = place(word, i);
        }
      }
      this.places = Arrays.copyOf(all, count);
      Arrays.sort(places);
    }

    private static long place(int word, int unit) {
      return ((long) word << Integer.SIZE) | unit;
    }

    // Those that share most of the telling words, in the order of the memory.
    List<Unit> candidates(String source) {
      Map<Integer, Integer> shared = new HashMap<>();
      Arrays.stream(words(source)).distinct().forEach(word -> count(word, shared));
      return shared.entrySet().stream()
          .sorted(
              Map.Entry.<Integer, Integer>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(CANDIDATES)
          .map(entry -> units.get(entry.getKey()))
          .toList();
    }

    private void count(int word, Map<Integer, Integer> shared) {
      int from = first(place(word, 0));
      int to = from;
      while (to < places.length && (int) (places[to] >> Integer.SIZE) == word) {
        if (++to - from > COMMON) {
          return;
        }
      }
      for (int i = from; i < to; i++) {
        // A text that has the word twice shares it once.
        if (i == from || places[i] != places[i - 1]) {
          shared.merge((int) places[i], 1, Integer::sum);
        }
      }
    }

    private int first(long place) {
      int found = Arrays.binarySearch(places, place);
      if (found < 0) {
        return -found - 1;
      }
      while (found > 0 && places[found - 1] == place) {
        found--;
      }
      return found;
    }
  }
}
