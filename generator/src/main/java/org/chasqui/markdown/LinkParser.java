package org.chasqui.markdown;

import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.CommonmarkInlineParser;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the targets of links. A target may be a shortcode, {@code [text]({{< ref "page" >}})}, and
 * reading one never looks further than the target can reach, so that a long run of openings costs
 * no more than its length.
 */
final class LinkParser extends CommonmarkInlineParser {
  // CommonMark asks for three at least.
  private static final int DEEPEST = 32;

  LinkParser(
      DataHolder options,
      BitSet specialCharacters,
      BitSet delimiterCharacters,
      Map<Character, DelimiterProcessor> delimiters,
      LinkRefProcessorData references,
      List<InlineParserExtensionFactory> extensions) {
    super(options, specialCharacters, delimiterCharacters, delimiters, references, extensions);
  }

  // The inherited one copies the whole text whenever it finds something.
  @Override
  public @Nullable BasedSequence match(Pattern pattern) {
    BasedSequence input = getInput();
    int from = getIndex();
    if (from >= input.length()) {
      return null;
    }
    Matcher matcher = pattern.matcher(input).region(from, input.length());
    boolean found = pattern.pattern().startsWith("^") ? matcher.lookingAt() : matcher.find();
    if (!found) {
      return null;
    }
    setIndex(matcher.end());
    return input.subSequence(matcher.start(), matcher.end());
  }

  @Override
  public @Nullable BasedSequence parseLinkDestination() {
    int from = getIndex();
    BasedSequence input = getInput();
    int end = from < input.length() && input.charAt(from) == '<' ? angles(input) : bare(input);
    if (end < 0) {
      return null;
    }
    setIndex(end);
    return input.subSequence(from, end);
  }

  private int angles(BasedSequence input) {
    for (int i = getIndex() + 1; i < input.length(); i++) {
      char c = input.charAt(i);
      if (c == '>') {
        return i + 1;
      }
      if (c == '<' || c == '\n' || c == '\r') {
        return -1;
      }
      if (c == '\\' && i + 1 < input.length() && isAsciiSign(input.charAt(i + 1))) {
        i++;
      }
    }
    return -1;
  }

  private int bare(BasedSequence input) {
    int open = 0;
    int i = getIndex();
    while (i < input.length()) {
      char c = input.charAt(i);
      if (c <= ' ' || c == '\u007f' || (c == ')' && open == 0)) {
        break;
      }
      int next = i + 1;
      if (c == '\\' && next < input.length() && isAsciiSign(input.charAt(next))) {
        next++;
      } else if (c == '(' && ++open > DEEPEST) {
        return -1;
      } else if (c == ')') {
        open--;
      } else if (c == '{') {
        next = shortcode(input, i);
      }
      i = next;
    }
    return open == 0 ? i : -1;
  }

  private static int shortcode(BasedSequence input, int at) {
    boolean opens = at + 2 < input.length() && input.charAt(at + 1) == '{';
    if (!opens || "<%".indexOf(input.charAt(at + 2)) < 0) {
      return at + 1;
    }
    Optional<ShortcodeTag> tag = ShortcodeTag.parse(input, at);
    return tag.map(ShortcodeTag::end).orElse(at + 1);
  }

  @Override
  public @Nullable BasedSequence parseLinkTitle() {
    int from = getIndex();
    BasedSequence input = getInput();
    if (from >= input.length() || input.charAt(from) != '(') {
      return super.parseLinkTitle();
    }
    for (int i = from + 1; i < input.length(); i++) {
      char c = input.charAt(i);
      if (c == ')') {
        setIndex(i + 1);
        return input.subSequence(from, i + 1);
      }
      if (c == '(') {
        return null;
      }
      if (c == '\\' && i + 1 < input.length() && isAsciiSign(input.charAt(i + 1))) {
        i++;
      }
    }
    return null;
  }

  private static boolean isAsciiSign(char c) {
    return c > ' ' && c < '\u007f' && !Character.isLetterOrDigit(c);
  }
}
