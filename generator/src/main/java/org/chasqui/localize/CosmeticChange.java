package org.chasqui.localize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.gettext.Similarity;
import org.chasqui.site.Language;

/**
 * Whether a source text was changed so little that a translation of the old text still says what
 * the new one says: punctuation, case, a typo, an article. Code, links, numbers, signs, negations
 * and words of measure must be the same; in doubt the answer is no.
 */
final class CosmeticChange {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<fixed>(?<!`)(`+)(?!`).+?(?<!`)\\2(?!`)" // code
              + "|\\]\\([^\\s)]*" // the target of a link
              + "|https?://[^\\s<>]+"
              + "|</?[a-zA-Z][^<>]*>"
              + "|\\{[^{}]*\\}"
              + "|\\$[^$]+\\$" // a formula
              + "|[-+−]?\\d[\\d.,:/]*\\d|[-+−]?\\d)"
              + "|(?<word>[\\p{L}\\p{M}]+(?:['’][\\p{L}\\p{M}]+)*)"
              + "|(?<sign>[^\\s\\p{L}\\p{M}\\d])",
          Pattern.DOTALL);
  private static final String PUNCTUATION = ".,;:!?¡¿'\"“”‘’«»()[]…–—-*_\\";
  private static final Set<String> FILLERS =
      Set.of(
          "a",
          "an",
          "the",
          "that",
          "just",
          "also",
          "simply",
          "really",
          "very",
          "quite",
          "so",
          "then",
          "now",
          "please",
          "basically",
          "actually",
          "of",
          "own");
  private static final Set<String> WEIGHTY =
      Set.of(
          "not",
          "no",
          "nor",
          "never",
          "none",
          "nothing",
          "nobody",
          "neither",
          "without",
          "cannot",
          "must",
          "should",
          "shall",
          "may",
          "might",
          "can",
          "could",
          "will",
          "would",
          "need",
          "only",
          "except",
          "unless",
          "if",
          "all",
          "any",
          "some",
          "every",
          "each",
          "both",
          "either",
          "more",
          "less",
          "most",
          "least",
          "few",
          "many",
          "before",
          "after",
          "above",
          "below",
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "hundred",
          "thousand",
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "once",
          "twice",
          "true",
          "false");
  private static final double SPELT_ALIKE = 0.8;
  private static final int SHORTEST_VARIANT = 4;

  private record Token(String text, boolean word) {
    boolean weighty() {
      return !word || WEIGHTY.contains(text) || text.endsWith("n't") || text.startsWith("un");
    }
  }

  private CosmeticChange() {}

  private static long words(List<Token> tokens) {
    return tokens.stream().filter(Token::word).count();
  }

  /**
   * Whether the change is one of form only.
   *
   * @param language the language of both texts; words may only differ where we know the language,
   *     which is English
   */
  static boolean between(String before, String now, Language language) {
    List<Token> old = tokens(before);
    List<Token> young = tokens(now);
    // In a label of one or two words each word carries the sense: "Level" is no misspelt "Levels".
    boolean sentence = Math.min(words(old), words(young)) > 2;
    boolean english = sentence && language.locale().getLanguage().equals("en");
    int[][] common = common(old, young);
    int i = 0;
    int j = 0;
    List<Token> gone = new ArrayList<>();
    List<Token> come = new ArrayList<>();
    while (i < old.size() || j < young.size()) {
      boolean same = i < old.size() && j < young.size() && old.get(i).equals(young.get(j));
      if (same) {
        if (!harmless(gone, come, english)) {
          return false;
        }
        gone.clear();
        come.clear();
        i++;
        j++;
      } else if (j == young.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        gone.add(old.get(i++));
      } else {
        come.add(young.get(j++));
      }
    }
    return harmless(gone, come, english);
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      if (matcher.group("fixed") != null) {
        tokens.add(new Token(matcher.group("fixed"), false));
      } else if (matcher.group("word") != null) {
        String word = matcher.group("word").toLowerCase(Locale.ROOT).replace('’', '\'');
        tokens.add(new Token(word, true));
      } else if (PUNCTUATION.indexOf(matcher.group("sign").charAt(0)) < 0) {
        tokens.add(new Token(matcher.group("sign"), false));
      }
    }
    return tokens;
  }

  // common[i][j]: how many tokens the rests from i and j have in common, in order.
  private static int[][] common(List<Token> a, List<Token> b) {
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            a.get(i).equals(b.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static boolean harmless(List<Token> gone, List<Token> come, boolean english) {
    if (gone.isEmpty() && come.isEmpty()) {
      return true;
    }
    if (!english
        || gone.stream().anyMatch(Token::weighty)
        || come.stream().anyMatch(Token::weighty)) {
      return false;
    }
    List<String> before = withoutFillers(gone);
    List<String> now = withoutFillers(come);
    if (before.isEmpty() && now.isEmpty()) {
      return true;
    }
    boolean oneWord =
        before.size() == 1 && now.size() <= 2 || now.size() == 1 && before.size() == 2;
    return oneWord && !now.isEmpty() && variant(String.join("", before), String.join("", now));
  }

  private static List<String> withoutFillers(List<Token> tokens) {
    return tokens.stream().map(Token::text).filter(text -> !FILLERS.contains(text)).toList();
  }

  private static boolean variant(String one, String other) {
    return one.length() >= SHORTEST_VARIANT
        && other.length() >= SHORTEST_VARIANT
        && one.charAt(0) == other.charAt(0)
        && Similarity.of(one, other) >= SPELT_ALIKE;
  }
}
