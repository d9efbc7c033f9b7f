package org.chasqui.localize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.markdown.Segment;
import org.chasqui.markdown.Segment.Translatable;

/**
 * Which segment of a text is which segment of its translation. Where both have the same kinds of
 * segments in the same order, section by section, the answer is sure; elsewhere it is a guess by
 * kind, length and shared code, links and numbers.
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
    if (!sameHeadings(here, there)) {
      guess(0, source.size(), 0, translated.size(), pairs);
      return pairs;
    }
    for (int i = 0; i + 1 < here.size(); i++) {
      section(here.get(i), here.get(i + 1), there.get(i), there.get(i + 1), pairs);
    }
    return pairs;
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
      guess(a, aEnd, b, bEnd, pairs);
      return;
    }
    for (int i = 0; i < aEnd - a; i++) {
      pairs.add(new Pair(a + i, b + i, true));
    }
  }

  // The cheapest way through the table of all pairs, as in the alignment of sequences.
  private void guess(int a, int aEnd, int b, int bEnd, List<Pair> pairs) {
    int rows = aEnd - a;
    int columns = bEnd - b;
    double[][] best = new double[rows + 1][columns + 1];
    for (int i = rows; i >= 0; i--) {
      for (int j = columns; j >= 0; j--) {
        if (i == rows || j == columns) {
          best[i][j] = ALONE * (rows - i + columns - j);
        } else {
          double alone = Math.max(best[i + 1][j], best[i][j + 1]) + ALONE;
          best[i][j] = Math.max(alone, best[i + 1][j + 1] + likeness(a + i, b + j));
        }
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      if (best[i][j] == best[i + 1][j + 1] + likeness(a + i, b + j)) {
        pairs.add(new Pair(a + i++, b + j++, false));
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
