package org.chasqui.localize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.chasqui.markdown.Segment;
import org.chasqui.markdown.Segment.Translatable;

/**
 * Which segment of a text is which segment of its translation. Where both have the same kinds of
 * segments in the same order, section by section, the answer is sure; elsewhere it is a guess by
 * kind, length and shared code, links and numbers. Sections that stand in another order are found
 * by these, too.
 */
final class Alignment {
  /**
   * A pair.
   *
   * @param source index of the source's segment
   * @param translated index of the translation's segment
   * @param sure whether this is no guess
   */
  record Pair(int source, int translated, boolean sure) {}

  private static final Pattern SHARED =
      Pattern.compile("`[^`]+`|\\]\\([^)]*\\)|https?://\\S+|\\d+|\\{[^{}]*\\}");
  // Leaving a segment alone costs; pairing unequal kinds costs more than leaving both alone.
  private static final double ALONE = -0.6;
  private static final double OTHER_KIND = -2;

  private final List<Translatable> source;
  private final List<Translatable> translated;
  private final List<Set<String>> sourceMarks;
  private final List<Set<String>> translatedMarks;

  private Alignment(List<Translatable> source, List<Translatable> translated) {
    this.source = source;
    this.translated = translated;
    this.sourceMarks = source.stream().map(Alignment::marks).toList();
    this.translatedMarks = translated.stream().map(Alignment::marks).toList();
  }

  /** The pairs, in order. */
  static List<Pair> of(List<Translatable> source, List<Translatable> translated) {
    return new Alignment(source, translated).pairs();
  }

  /** The first place at which the kinds of segments differ; -1 if nowhere. */
  static int firstDifference(List<Translatable> source, List<Translatable> translated) {
    int both = Math.min(source.size(), translated.size());
    for (int i = 0; i < both; i++) {
      if (!sameKind(source.get(i), translated.get(i))) {
        return i;
      }
    }
    return source.size() == translated.size() ? -1 : both;
  }

  private static boolean sameKind(Translatable one, Translatable other) {
    return one.kind() == other.kind()
        && one.prefix().equals(other.prefix())
        && one.breadcrumb().size() == other.breadcrumb().size();
  }

  private List<Pair> pairs() {
    List<Integer> here = sections(source);
    List<Integer> there = sections(translated);
    List<Pair> pairs = new ArrayList<>();
    Map<Integer, Integer> known = SectionPairs.of(marks(here, source), marks(there, translated));
    if (SectionPairs.moved(known)) {
      moved(here, there, known, pairs);
    } else if (!sameHeadings(here, there)) {
      guess(range(0, source.size()), range(0, translated.size()), pairs);
    } else {
      for (int i = 0; i + 1 < here.size(); i++) {
        section(here.get(i), here.get(i + 1), there.get(i), there.get(i + 1), pairs);
      }
    }
    pairs.sort(Comparator.comparingInt(Pair::source));
    return pairs;
  }

  // Sections stand in another order: those that are known by what they share are compared one by
  // one, and what is left with what is left.
  private void moved(
      List<Integer> here, List<Integer> there, Map<Integer, Integer> known, List<Pair> pairs) {
    Set<Integer> ours = new TreeSet<>(range(0, source.size()));
    Set<Integer> theirs = new TreeSet<>(range(0, translated.size()));
    SectionPairs.withFollowers(known, here.size() - 1, there.size() - 1)
        .forEach(
            (i, j) -> {
              List<Integer> one = range(here.get(i), here.get(i + 1));
              List<Integer> other = range(there.get(j), there.get(j + 1));
              ours.removeAll(one);
              theirs.removeAll(other);
              guess(one, other, pairs);
            });
    guess(List.copyOf(ours), List.copyOf(theirs), pairs);
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  // Where sections begin, and the end.
  private static List<Integer> sections(List<Translatable> segments) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 1; i < segments.size(); i++) {
      if (segments.get(i).kind() == Segment.Kind.HEADING) {
        starts.add(i);
      }
    }
    starts.add(segments.size());
    return starts;
  }

  // What each section has that no translation changes, its heading's own id among it.
  private static List<Set<String>> marks(List<Integer> starts, List<Translatable> segments) {
    List<Set<String>> all = new ArrayList<>();
    for (int i = 0; i + 1 < starts.size(); i++) {
      Set<String> marks = new HashSet<>();
      for (Translatable segment : segments.subList(starts.get(i), starts.get(i + 1))) {
        marks.addAll(marks(segment));
        if (segment.kind() == Segment.Kind.HEADING && !segment.anchor().isEmpty()) {
          marks.add("#" + segment.anchor());
        }
      }
      all.add(marks);
    }
    return all;
  }

  private boolean sameHeadings(List<Integer> here, List<Integer> there) {
    if (here.size() != there.size()) {
      return false;
    }
    for (int i = 1; i + 1 < here.size(); i++) {
      if (!sameKind(source.get(here.get(i)), translated.get(there.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private void section(int a, int aEnd, int b, int bEnd, List<Pair> pairs) {
    if (firstDifference(source.subList(a, aEnd), translated.subList(b, bEnd)) >= 0) {
      guess(range(a, aEnd), range(b, bEnd), pairs);
      return;
    }
    for (int i = 0; i < aEnd - a; i++) {
      pairs.add(new Pair(a + i, b + i, true));
    }
  }

  // The cheapest way through the table of all pairs, as in the alignment of sequences.
  private void guess(List<Integer> ours, List<Integer> theirs, List<Pair> pairs) {
    int rows = ours.size();
    int columns = theirs.size();
    double[][] best = new double[rows + 1][columns + 1];
    for (int i = rows; i >= 0; i--) {
      for (int j = columns; j >= 0; j--) {
        if (i == rows || j == columns) {
          best[i][j] = ALONE * (rows - i + columns - j);
        } else {
          double alone = Math.max(best[i + 1][j], best[i][j + 1]) + ALONE;
          best[i][j] = Math.max(alone, best[i + 1][j + 1] + likeness(ours.get(i), theirs.get(j)));
        }
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      if (best[i][j] == best[i + 1][j + 1] + likeness(ours.get(i), theirs.get(j))) {
        pairs.add(new Pair(ours.get(i++), theirs.get(j++), false));
      } else if (best[i][j] == best[i + 1][j] + ALONE) {
        i++;
      } else {
        j++;
      }
    }
  }

  private double likeness(int i, int j) {
    Translatable one = source.get(i);
    Translatable other = translated.get(j);
    if (one.kind() != other.kind()) {
      return OTHER_KIND;
    }
    double a = one.message().length();
    double b = other.message().length();
    Set<String> shared = new HashSet<>(sourceMarks.get(i));
    shared.retainAll(translatedMarks.get(j));
    int all = sourceMarks.get(i).size() + translatedMarks.get(j).size() - shared.size();
    double marks = all == 0 ? 0 : 2.0 * shared.size() / all - 1;
    // Translations are rarely under half or over twice as long.
    double length = 1 - Math.abs(a - b) / Math.max(a, b) * 1.5;
    return length + marks + (one.prefix().equals(other.prefix()) ? 0.3 : 0);
  }

  private static Set<String> marks(Translatable segment) {
    Set<String> marks = new HashSet<>();
    Matcher matcher = SHARED.matcher(segment.message());
    while (matcher.find()) {
      marks.add(matcher.group());
    }
    return marks;
  }
}
