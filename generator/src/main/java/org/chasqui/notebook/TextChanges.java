package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as words, blanks and signs: which of one are which of another, and what has changed. */
final class TextChanges {
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{N}_]+|\\n|[ \\t]+|.", Pattern.DOTALL);
  private static final long MOST_PAIRS = 9_000_000;
  private static final int WORD = 4;

  private TextChanges() {}

  /**
   * A word, a stretch of blanks, a line end or a sign.
   *
   * @param start where it begins
   * @param end where it ends
   * @param text what it is
   */
  record Token(int start, int end, String text) {
    private int weight() {
      return Character.isLetterOrDigit(text.codePointAt(0)) ? WORD : 1;
    }
  }

  /**
   * What has changed.
   *
   * @param from the first token that goes
   * @param to the token behind the last that goes; {@code from} if none does
   * @param text what comes in its place
   */
  record Hunk(int from, int to, String text) {}

  /** The tokens of a text. */
  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(new Token(matcher.start(), matcher.end(), matcher.group()));
    }
    return tokens;
  }

  /** For every token of one text the place of its partner in the other, or -1; in order. */
  static int[] partners(List<Token> one, List<Token> other) {
    int[] partner = new int[one.size()];
    Arrays.fill(partner, -1);
    int top = 0;
    while (top < Math.min(one.size(), other.size()) && same(one, top, other, top)) {
      partner[top] = top;
      top++;
    }
    int end = one.size();
    int otherEnd = other.size();
    while (end > top && otherEnd > top && same(one, end - 1, other, otherEnd - 1)) {
      partner[--end] = --otherEnd;
    }
    if ((long) (end - top) * (otherEnd - top) <= MOST_PAIRS) {
      pair(one, other, new int[] {top, end, otherEnd}, partner);
    }
    return partner;
  }

  private static boolean same(List<Token> one, int i, List<Token> other, int j) {
    return one.get(i).text().equals(other.get(j).text());
  }

  // The longest common subsequence; words weigh more than signs.
  private static void pair(List<Token> one, List<Token> other, int[] range, int[] partner) {
    int from = range[0];
    int rows = range[1] - from;
    int columns = range[2] - from;
    int[][] best = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        best[i][j] = Math.max(best[i + 1][j], best[i][j + 1]);
        if (same(one, from + i, other, from + j)) {
          int weight = one.get(from + i).weight();
          best[i][j] = Math.max(best[i][j], weight + best[i + 1][j + 1]);
        }
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      boolean pair = same(one, from + i, other, from + j);
      if (pair && best[i][j] == one.get(from + i).weight() + best[i + 1][j + 1]) {
        partner[from + i++] = from + j++;
      } else if (best[i][j] == best[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
  }

  /** What must change in a text, given as tokens, to make it another. */
  static List<Hunk> between(List<Token> before, String after) {
    List<Token> tokens = tokens(after);
    int[] partner = partners(before, tokens);
    List<Hunk> hunks = new ArrayList<>();
    int now = 0;
    int from = 0;
    for (int i = 0; i <= before.size(); i++) {
      if (i < before.size() && partner[i] < 0) {
        continue;
      }
      int next = i == before.size() ? tokens.size() : partner[i];
      if (next > now || i > from) {
        hunks.add(new Hunk(from, i, said(tokens, now, next, after)));
      }
      now = next + 1;
      from = i + 1;
    }
    return hunks;
  }

  private static String said(List<Token> tokens, int from, int to, String text) {
    return from >= to ? "" : text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
  }
}
