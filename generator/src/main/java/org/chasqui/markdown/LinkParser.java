package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads links, their labels and definitions. A target may be a shortcode, {@code [text]({{< ref
 * "page" >}})}, and reading one never looks further than the target can reach, so that a long run
 * of openings costs no more than its length.
 */
class LinkParser extends EmphasisInlines {
  // CommonMark asks for three at least.
  private static final int DEEPEST = 32;
  private static final int LONGEST_LABEL = 999;

  private final Set<Character> missingMarks = new HashSet<>();
  private @Nullable String missing;

  LinkParser(
      DataHolder options,
      BitSet specialCharacters,
      BitSet delimiterCharacters,
      Map<Character, DelimiterProcessor> delimiters,
      LinkRefProcessorData references,
      List<InlineParserExtensionFactory> extensions) {
    super(options, specialCharacters, delimiterCharacters, delimiters, references, extensions);
  }

  @Override
  public void initializeDocument(Document document) {
    document.set(Parser.REFERENCES, new References(document));
    super.initializeDocument(document);
  }

  @Override
  public @Nullable BasedSequence parseLinkDestination() {
    int from = index;
    int end = peek() == '<' ? angles(text()) : bare(text());
    if (end < 0) {
      return null;
    }
    index = end;
    return input.subSequence(from, end);
  }

  private int angles(String input) {
    for (int i = index + 1; i < input.length(); i++) {
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

  private int bare(String input) {
    int open = 0;
    int i = index;
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

  private static int shortcode(String input, int at) {
    boolean opens = at + 2 < input.length() && input.charAt(at + 1) == '{';
    if (!opens || "<%".indexOf(input.charAt(at + 2)) < 0) {
      return at + 1;
    }
    Optional<ShortcodeTag> tag = ShortcodeTag.parse(input, at);
    return tag.map(ShortcodeTag::end).orElse(at + 1);
  }

  @Override
  public @Nullable BasedSequence parseLinkTitle() {
    int end = titleEnd(text(), index);
    if (end < 0) {
      return null;
    }
    int from = index;
    index = end;
    return input.subSequence(from, end);
  }

  // Titles hold no blank line: in a paragraph there is none.
  @SuppressWarnings("ReferenceEquality") // whether it is still the same text, without reading it
  private int titleEnd(String chars, int from) {
    char open = from < chars.length() ? chars.charAt(from) : '\0';
    if ("\"'(".indexOf(open) < 0) {
      return -1;
    }
    char close = open == '(' ? ')' : open;
    if (missing != chars) {
      missing = chars;
      missingMarks.clear();
    }
    // What had no end once has none further on.
    if (missingMarks.contains(close)) {
      return -1;
    }
    for (int i = from + 1; i < chars.length(); i++) {
      char c = chars.charAt(i);
      if (c == close) {
        return i + 1;
      }
      if (c == '(' && open == '(') {
        return -1;
      }
      if (c == '\\' && i + 1 < chars.length() && isAsciiSign(chars.charAt(i + 1))) {
        i++;
      }
    }
    missingMarks.add(close);
    return -1;
  }

  @Override
  public int parseLinkLabel() {
    int end = labelEnd(text(), index);
    int length = end < 0 ? 0 : end - index;
    index += length;
    return length;
  }

  private static int labelEnd(String chars, int from) {
    if (from >= chars.length() || chars.charAt(from) != '[') {
      return -1;
    }
    int limit = Math.min(chars.length(), from + LONGEST_LABEL + 2);
    for (int i = from + 1; i < limit; i++) {
      char c = chars.charAt(i);
      if (c == ']') {
        return i + 1;
      }
      if (c == '[') {
        return -1;
      }
      if (c == '\\' && i + 1 < limit && isAsciiSign(chars.charAt(i + 1))) {
        i++;
      }
    }
    return -1;
  }

  @Override
  public int preProcessBlock(Paragraph block, ParserState state) {
    if (!mayDefine(block.getChars())) {
      return 0;
    }
    BasedSequence content = LineText.joined(block.getContentLines());
    int end = definitions(content, block);
    return end == content.length()
        ? block.getChars().length()
        : content.subSequence(end).getStartOffset() - block.getStartOffset();
  }

  /** Whether a paragraph begins like the definition of a reference. */
  static boolean mayDefine(BasedSequence paragraph) {
    int at = 0;
    while (at < 3 && at < paragraph.length() && paragraph.charAt(at) == ' ') {
      at++;
    }
    return at < paragraph.length() && paragraph.charAt(at) == '[';
  }

  /**
   * Reads the definitions at the beginning of a paragraph.
   *
   * @param block before which they are put; null if they are only to be measured
   * @return where they end
   */
  int definitions(BasedSequence content, @Nullable Paragraph block) {
    input = content;
    int end = 0;
    int next = definition(0, block);
    while (next > 0) {
      end = next;
      next = definition(end, block);
    }
    return end;
  }

  private int definition(int from, @Nullable Paragraph block) {
    index = from;
    sp();
    int start = index;
    if (start - from > 3 || parseLinkLabel() < 3 || peek() != ':') {
      return -1;
    }
    BasedSequence label = input.subSequence(start, ++index);
    spnl();
    BasedSequence target = parseLinkDestination();
    if (target == null || target.isEmpty()) {
      return -1;
    }
    int beforeTitle = index;
    spnl();
    BasedSequence title = index > beforeTitle ? parseLinkTitle() : null;
    if (title == null || !lineEnds()) {
      title = null;
      index = beforeTitle;
      if (!lineEnds()) {
        return -1;
      }
    }
    String key = Escaping.normalizeReferenceChars(label, true);
    if (key.isEmpty()) {
      return -1;
    }
    if (block != null) {
      Reference reference = new Reference(label, target, title);
      referenceRepository.put(key, reference);
      block.insertBefore(reference);
    }
    return index;
  }

  private boolean lineEnds() {
    sp();
    if (peek() == '\r' && peek(1) == '\n') {
      index++;
    }
    if (peek() == '\n' || peek() == '\r') {
      index++;
      return true;
    }
    return index >= input.length();
  }

  static boolean isAsciiSign(char c) {
    return c > ' ' && c < '\u007f' && !Character.isLetterOrDigit(c);
  }
}
