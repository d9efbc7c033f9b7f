package org.chasqui.localize;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which text of a page's front matter is which of its translation's: by name, and in lists by
 * number. Blocks of a landing page ({@code sections}) are found again where they stand in another
 * order, by what they are made of. Where lists are not of one length, the answer is a guess.
 */
final class FieldPairs {
  private static final String SECTIONS = "sections";
  private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

  /**
   * Where the translation of a text stands.
   *
   * @param field its place: {@code sections[1].title}
   * @param sure whether this is no guess
   */
  record There(String field, boolean sure) {}

  private final Map<String, Integer> ours;
  private final Map<String, Integer> theirs;
  private final Map<Integer, Integer> blocks = new HashMap<>();
  private boolean sureOfBlocks = true;

  /**
   * @param ours places of the source's texts
   * @param theirs places of the translation's own texts
   */
  FieldPairs(Set<String> ours, Set<String> theirs) {
    this.ours = lengths(ours);
    this.theirs = lengths(theirs);
    pairBlocks(shapes(ours), shapes(theirs));
  }

  /** The place of a text's translation; nothing if there is no such list or block. */
  Optional<There> of(String field) {
    Matcher matcher = INDEX.matcher(field);
    StringBuilder there = new StringBuilder();
    boolean sure = true;
    int from = 0;
    while (matcher.find()) {
      String list = field.substring(0, matcher.start());
      there.append(field, from, matcher.start());
      boolean block = list.equals(SECTIONS);
      int index = Integer.parseInt(matcher.group(1));
      Integer at = block ? blocks.get(index) : Integer.valueOf(index);
      if (at == null) {
        return Optional.empty();
      }
      sure &= block ? sureOfBlocks : Objects.equals(ours.get(list), theirs.get(there.toString()));
      there.append('[').append(at).append(']');
      from = matcher.end();
    }
    return Optional.of(new There(there + field.substring(from), sure));
  }

  // How many items each list has.
  private static Map<String, Integer> lengths(Set<String> fields) {
    Map<String, Integer> lengths = new HashMap<>();
    for (String field : fields) {
      Matcher matcher = INDEX.matcher(field);
      while (matcher.find()) {
        int index = Integer.parseInt(matcher.group(1));
        lengths.merge(field.substring(0, matcher.start()), index + 1, Math::max);
      }
    }
    return lengths;
  }

  // What each block is made of: the names of its texts without numbers.
  private static Map<Integer, Set<String>> shapes(Set<String> fields) {
    Map<Integer, Set<String>> shapes = new TreeMap<>();
    for (String field : fields) {
      Matcher matcher = INDEX.matcher(field);
      if (matcher.find() && field.substring(0, matcher.start()).equals(SECTIONS)) {
        String rest = INDEX.matcher(field.substring(matcher.end())).replaceAll("[]");
        shapes.computeIfAbsent(Integer.parseInt(matcher.group(1)), i -> new TreeSet<>()).add(rest);
      }
    }
    return shapes;
  }

  private void pairBlocks(Map<Integer, Set<String>> here, Map<Integer, Set<String>> there) {
    if (here.equals(there)) {
      here.keySet().forEach(i -> blocks.put(i, i));
      return;
    }
    sureOfBlocks = false;
    Set<Integer> free = new TreeSet<>(there.keySet());
    // Blocks that are alike first, of several the next in order; then those that have most alike.
    List<Integer> left =
        here.keySet().stream().filter(block -> !pair(block, 1, here, there, free)).toList();
    left.forEach(block -> pair(block, 0.6, here, there, free));
  }

  private boolean pair(
      int block,
      double least,
      Map<Integer, Set<String>> here,
      Map<Integer, Set<String>> there,
      Set<Integer> free) {
    Map<Integer, Double> likeness = new LinkedHashMap<>();
    Set<String> shape = here.getOrDefault(block, Set.of());
    free.forEach(at -> likeness.put(at, alike(shape, there.getOrDefault(at, Set.of()))));
    Optional<Map.Entry<Integer, Double>> best =
        likeness.entrySet().stream()
            .filter(e -> e.getValue() >= least)
            .reduce((a, b) -> b.getValue() > a.getValue() ? b : a);
    best.ifPresent(
        found -> {
          blocks.put(block, found.getKey());
          free.remove(found.getKey());
        });
    return best.isPresent();
  }

  private static double alike(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return 2.0 * both.size() / (one.size() + other.size());
  }
}
