package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.parser.core.delimiter.Delimiter;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds which runs of stars, underscores and tildes belong together: CommonMark's algorithm
 * "process emphasis" (0.31, appendix A). flexmark's knows one lower bound for each character, which
 * costs the square of the length where runs of other lengths lie between.
 */
final class Emphasis {
  private Emphasis() {}

  /** A run as it was written: its parts are used up from both sides. */
  static final class Run extends Delimiter {
    final int written;

    Run(
        BasedSequence input,
        Text node,
        char mark,
        boolean opens,
        boolean closes,
        @Nullable Delimiter previous,
        int start,
        int length) {
      super(input, node, mark, opens, closes, previous, start);
      setNumDelims(length);
      this.written = length;
    }
  }

  /** What a run can do where it stands. */
  record Sides(boolean opens, boolean closes) {
    static Sides of(DelimiterProcessor processor, CharSequence text, int start, int end) {
      int before = start == 0 ? '\n' : Character.codePointBefore(text, start);
      int after = end >= text.length() ? '\n' : Character.codePointAt(text, end);
      boolean spaceBefore = isSpace(before);
      boolean spaceAfter = isSpace(after);
      boolean signBefore = isSign(before);
      boolean signAfter = isSign(after);
      boolean left = !spaceAfter && (!signAfter || spaceBefore || signBefore);
      boolean right = !spaceBefore && (!signBefore || spaceAfter || signAfter);
      char mark = text.charAt(start);
      String b = Character.toString(before);
      String a = Character.toString(after);
      return new Sides(
          mark == processor.getOpeningCharacter()
              && processor.canBeOpener(
                  b, a, left, right, signBefore, signAfter, spaceBefore, spaceAfter),
          mark == processor.getClosingCharacter()
              && processor.canBeCloser(
                  b, a, left, right, signBefore, signAfter, spaceBefore, spaceAfter));
    }
  }

  private static boolean isSpace(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\f'
        || c == '\r'
        || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  // Since 0.31 symbols count too: currency, mathematics.
  private static boolean isSign(int c) {
    if (c < 128) {
      return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.CURRENCY_SYMBOL,
          Character.MATH_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }

  /** How many marks of two runs belong together; none where they do not match. */
  static int use(DelimiterProcessor processor, Delimiter opener, Delimiter closer) {
    char mark = closer.getDelimiterChar();
    if (mark != '*' && mark != '_') {
      return processor.getDelimiterUse(opener, closer);
    }
    int first = written(opener);
    int second = written(closer);
    boolean either = opener.canClose() || closer.canOpen();
    if (either && (first + second) % 3 == 0 && (first % 3 != 0 || second % 3 != 0)) {
      return 0;
    }
    return opener.length() >= 2 && closer.length() >= 2 ? 2 : 1;
  }

  private static int written(Delimiter delimiter) {
    return delimiter instanceof Run run ? run.written : delimiter.length();
  }

  /** Before which place no opener can be for a closer of a kind. */
  static final class Bottoms {
    private final Map<Integer, Integer> bottoms = new HashMap<>();

    private static int kind(Delimiter closer) {
      int opens = closer.canOpen() ? 1 : 0;
      int rest = written(closer) % 3;
      return ((closer.getDelimiterChar() * 2 + opens) * 3 + rest) * 3
          + Math.min(closer.length(), 2);
    }

    int of(Delimiter closer) {
      return bottoms.getOrDefault(kind(closer), -1);
    }

    void set(Delimiter closer, @Nullable Delimiter last) {
      bottoms.put(kind(closer), last == null ? -1 : last.getStartIndex());
    }
  }
}
