package org.chasqui.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of one page: how much each says about it, and where it stands best. */
final class PageWords {
  /** Weights, as the index has them. */
  private static final int TEXT = 0;

  private static final int OFTEN = 1;
  private static final int HEADING = 2;
  private static final int TITLE = 3;

  /** Below it there is no sign that combines with a letter. */
  private static final char FIRST_MARK = '\u0300';

  /** A word that fills this share of a page is what the page is about. */
  private static final int SHARE = 100;

  /** What is known of one word. */
  static final class Hit {
    private int weight;
    private int section;
    private int count;

    int weight() {
      return weight;
    }

    int section() {
      return section;
    }

    /** The better of two; of equals that which comes first on the page. */
    static Hit better(Hit one, Hit other) {
      return one.weight > other.weight
              || (one.weight == other.weight && one.section <= other.section)
          ? one
          : other;
    }

    private void at(int where, int how) {
      count++;
      if (count == 1 || how > weight) {
        weight = how;
        section = where;
      }
    }
  }

  private final Map<String, Hit> hits = new HashMap<>();
  private final Map<String, String> stems = new HashMap<>();
  private int words;

  /**
   * @param forms what the language knows
   * @param title the page's title, which counts most
   * @param sections its text
   */
  PageWords(WordForms forms, String title, List<PageText.Section> sections) {
    add(forms, title, 0, TITLE);
    for (int i = 0; i < sections.size(); i++) {
      add(forms, sections.get(i).heading(), i, HEADING);
      add(forms, sections.get(i).text(), i, TEXT);
    }
    for (Hit hit : hits.values()) {
      if (hit.weight == TEXT && hit.count > 2 && hit.count * SHARE > words) {
        hit.weight = OFTEN;
      }
    }
  }

  private PageWords() {}

  /** They as two texts: a line for each form, and one for each word. */
  List<String> down() {
    StringBuilder forms = new StringBuilder();
    stems.forEach((form, stem) -> forms.append(form).append(' ').append(stem).append('\n'));
    StringBuilder found = new StringBuilder();
    hits.forEach(
        (stem, hit) ->
            found
                .append(stem)
                .append(' ')
                .append(hit.weight)
                .append(' ')
                .append(hit.section)
                .append('\n'));
    return List.of(forms.toString(), found.toString());
  }

  /** What {@link #down} wrote. */
  static PageWords up(String forms, String found) {
    PageWords words = new PageWords();
    for (int at = 0; at < forms.length(); at = forms.indexOf('\n', at) + 1) {
      int between = forms.indexOf(' ', at);
      words.stems.put(
          forms.substring(at, between), forms.substring(between + 1, forms.indexOf('\n', at)));
    }
    for (int at = 0; at < found.length(); at = found.indexOf('\n', at) + 1) {
      int weight = found.indexOf(' ', at);
      int section = found.indexOf(' ', weight + 1);
      Hit hit = new Hit();
      hit.weight = Integer.parseInt(found, weight + 1, section, 10);
      hit.section = Integer.parseInt(found, section + 1, found.indexOf('\n', at), 10);
      words.hits.put(found.substring(at, weight), hit);
    }
    return words;
  }

  /** What is known of each word, by its stem. */
  Map<String, Hit> hits() {
    return hits;
  }

  /** The stem of each form that the page has: of words that accents tell apart, of the first. */
  Map<String, String> stems() {
    return stems;
  }

  private void add(WordForms forms, String text, int section, int weight) {
    char[] letters = text.toCharArray();
    int length = letters.length;
    int from = -1;
    for (int i = 0; i <= length; i++) {
      if (i < length && isOfAWord(letters[i])) {
        // Of a script without spaces each sign is a word.
        boolean alone =
            letters[i] > '\u2e7f'
                && Character.UnicodeScript.of(letters[i]) == Character.UnicodeScript.HAN;
        if (alone && from >= 0) {
          word(forms, text.substring(from, i), section, weight);
        }
        from = alone ? -1 : from < 0 ? i : from;
        if (alone) {
          word(forms, text.substring(i, i + 1), section, weight);
        }
      } else if (from >= 0) {
        word(forms, text.substring(from, i), section, weight);
        from = -1;
      }
    }
  }

  private static boolean isOfAWord(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c)
        || (c >= FIRST_MARK
            && (Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK));
  }

  private void word(WordForms forms, String word, int section, int weight) {
    words++;
    WordForms.Form form = forms.of(word);
    if (!form.stem().isEmpty()) {
      String stem = stems.computeIfAbsent(form.folded(), folded -> form.stem());
      hits.computeIfAbsent(stem, s -> new Hit()).at(section, weight);
    }
  }
}
