package org.chasqui.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.WhiteSpace;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.block.CharacterNodeFactory;
import com.vladsch.flexmark.parser.core.delimiter.Bracket;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.CommonmarkInlineParser;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.SegmentedSequence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * flexmark's reader of lines with the parts replaced that cost more than the length of what they
 * read: raw HTML, brackets, bars of tables; {@link EmphasisInlines} replaces emphasis. It reads
 * characters from a string, because a paragraph's sequence of pieces looks each one up.
 */
class LinearInlines extends CommonmarkInlineParser {
  // Who opens more brackets than this without closing one does not mean links by them.
  private static final int MOST_BRACKETS = 200;

  private final Map<Bracket, Integer> depths = new IdentityHashMap<>();
  private @Nullable BasedSequence read;
  private String text = "";
  private InlineHtml html = new InlineHtml("");

  LinearInlines(
      DataHolder options,
      BitSet specialCharacters,
      BitSet delimiterCharacters,
      Map<Character, DelimiterProcessor> delimiters,
      LinkRefProcessorData references,
      List<InlineParserExtensionFactory> extensions) {
    super(options, specialCharacters, delimiterCharacters, delimiters, references, extensions);
  }

  /** The characters of what is being read. */
  final String text() {
    if (read != input) {
      read = input;
      text = SourceText.of(input);
      html = new InlineHtml(text);
      depths.clear();
    }
    return text;
  }

  private InlineHtml html() {
    text();
    return html;
  }

  @Override
  public final char peek() {
    return peek(0);
  }

  @Override
  public final char peek(int ahead) {
    String chars = text();
    return index + ahead < chars.length() ? chars.charAt(index + ahead) : '\0';
  }

  // The inherited one copies the whole text whenever it finds something.
  @Override
  public @Nullable BasedSequence match(Pattern pattern) {
    int from = index;
    if (from >= input.length()) {
      return null;
    }
    Matcher matcher = pattern.matcher(text()).region(from, input.length());
    boolean found = pattern.pattern().startsWith("^") ? matcher.lookingAt() : matcher.find();
    if (!found) {
      return null;
    }
    index = matcher.end();
    return input.subSequence(matcher.start(), matcher.end());
  }

  @Override
  public boolean sp() {
    while (peek() == ' ' || peek() == '\t') {
      index++;
    }
    return true;
  }

  /** Reads blanks with one line end among them at the most. */
  @Override
  public boolean spnl() {
    sp();
    if (peek() == '\r' && peek(1) == '\n') {
      index++;
    }
    if (peek() == '\n' || peek() == '\r') {
      index++;
      sp();
    }
    return true;
  }

  @Override
  protected boolean parseString() {
    String chars = text();
    int from = index;
    while (index < chars.length() && !specialCharacters.get(chars.charAt(index))) {
      index++;
    }
    if (index > from) {
      appendText(input, from, index);
    }
    return index > from;
  }

  @Override
  protected boolean parseBackslash() {
    char next = peek(1);
    if (next == '\n' || next == '\r') {
      return super.parseBackslash();
    }
    int length = LinkParser.isAsciiSign(next) ? 2 : 1;
    appendText(input, index, index + length);
    index += length;
    return true;
  }

  @Override
  public boolean parseAutolink() {
    int end = html().mail(index);
    if (end > 0) {
      BasedSequence[] parts = inAngles(end);
      appendNode(new MailLink(parts[0], parts[1], parts[2]));
    } else {
      end = html().address(index);
      if (end < 0) {
        return false;
      }
      BasedSequence[] parts = inAngles(end);
      appendNode(new AutoLink(parts[0], parts[1], parts[2]));
    }
    index = end;
    return true;
  }

  private BasedSequence[] inAngles(int end) {
    return new BasedSequence[] {
      input.subSequence(index, index + 1),
      input.subSequence(index + 1, end - 1),
      input.subSequence(end - 1, end)
    };
  }

  @Override
  public boolean parseHtmlInline() {
    int end = html().html(index);
    if (end < 0) {
      return false;
    }
    BasedSequence chars = input.subSequence(index, end);
    boolean comment = text.startsWith("<!--", index);
    appendNode(comment ? new HtmlInlineComment(chars) : new HtmlInline(chars));
    index = end;
    return true;
  }

  @Override
  public boolean parseEntity() {
    int end = html().entity(index);
    if (end < 0) {
      return false;
    }
    appendNode(new HtmlEntity(input.subSequence(index, end)));
    index = end;
    return true;
  }

  @Override
  protected boolean parseOpenBracket() {
    return hasRoom() ? remembered(super.parseOpenBracket()) : asText(1);
  }

  @Override
  protected boolean parseBang() {
    if (peek(1) != '[') {
      return super.parseBang();
    }
    return hasRoom() ? remembered(super.parseBang()) : asText(2);
  }

  private boolean hasRoom() {
    text();
    Bracket last = getLastBracket();
    return last == null || depths.getOrDefault(last, 0) < MOST_BRACKETS;
  }

  private boolean remembered(boolean pushed) {
    Bracket last = getLastBracket();
    Bracket below = last.getPrevious();
    depths.put(last, below == null ? 1 : depths.getOrDefault(below, 0) + 1);
    return pushed;
  }

  // Pieces that follow each other are one stretch: joining them as pieces would cost a tree.
  @Override
  public boolean flushTextNode() {
    if (currentText == null) {
      return false;
    }
    block.appendChild(new Text(joined(input, currentText)));
    currentText = null;
    return true;
  }

  @Override
  public void mergeIfNeeded(@Nullable Text first, @Nullable Text last) {
    if (first == null || last == null || first == last) {
      return;
    }
    List<BasedSequence> pieces = new ArrayList<>();
    Node end = last.getNext();
    for (Node node = first; node != end; ) {
      Node next = node.getNext();
      pieces.add(node.getChars());
      if (node != first) {
        node.unlink();
      }
      node = next;
    }
    first.setChars(joined(first.getChars(), pieces));
  }

  private static BasedSequence joined(BasedSequence of, List<BasedSequence> pieces) {
    BasedSequence first = pieces.get(0);
    if (pieces.size() == 1) {
      return first;
    }
    int end = first.getStartOffset();
    for (BasedSequence piece : pieces) {
      boolean plain = piece.getEndOffset() - piece.getStartOffset() == piece.length();
      if (!plain || piece.getStartOffset() != end) {
        return SegmentedSequence.create(of, pieces);
      }
      end = piece.getEndOffset();
    }
    return first.baseSubSequence(first.getStartOffset(), end);
  }

  /** Takes the bars of a row that stand in emphasis or links for text, all of them in one go. */
  @Override
  public @Nullable List<Node> parseCustom(
      BasedSequence line, Node row, BitSet marks, Map<Character, CharacterNodeFactory> nodes) {
    List<Node> found = super.parseCustom(line, row, marks, nodes);
    if (found == null) {
      return null;
    }
    Set<Node> parents = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Node> own = new ArrayList<>();
    for (Node node : found) {
      Node parent = node.getParent();
      if (parent == null || parent == row) {
        own.add(node);
      } else {
        asText(node);
        parents.add(parent);
      }
    }
    parents.forEach(parent -> mergeTextNodes(parent.getFirstChild(), parent.getLastChild()));
    return own.isEmpty() ? null : own;
  }

  private static void asText(Node node) {
    Node first = node.getPrevious() instanceof WhiteSpace before ? before : node;
    Node last = node.getNext() instanceof WhiteSpace after ? after : node;
    node.insertBefore(new Text(node.baseSubSequence(first.getStartOffset(), last.getEndOffset())));
    node.unlink();
    first.unlink();
    last.unlink();
  }

  private boolean asText(int length) {
    appendText(input, index, index + length);
    index += length;
    return true;
  }
}
