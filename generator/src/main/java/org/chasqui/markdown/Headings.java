package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.BlockQuoteParser;
import com.vladsch.flexmark.parser.core.IndentedCodeBlockParser;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Headings with hashes and underlined ones. flexmark's reader puts the paragraph above together for
 * each of its lines, which costs the square of the paragraph's length.
 */
final class Headings extends AbstractBlockParserFactory {
  private Headings(DataHolder options) {
    super(options);
  }

  @Override
  public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    if (state.getIndent() >= 4) {
      return BlockStart.none();
    }
    BasedSequence line = state.getLine();
    int at = state.getNextNonSpaceIndex();
    char first = at < line.length() ? line.charAt(at) : '\0';
    if (first == '#') {
      return hashes(line, at);
    }
    boolean underline = (first == '=' || first == '-') && isUnderline(line, at);
    return underline && matched.getBlockParser().isParagraphParser()
        ? underlined(state, matched, line.subSequence(at).trimEnd())
        : BlockStart.none();
  }

  private static @Nullable BlockStart hashes(BasedSequence line, int at) {
    int end = at;
    while (end < line.length() && line.charAt(end) == '#') {
      end++;
    }
    if (end - at > 6 || (end < line.length() && !isBlank(line.charAt(end)))) {
      return BlockStart.none();
    }
    BasedSequence rest = line.subSequence(end).trimEnd();
    int close = rest.length();
    while (close > 0 && rest.charAt(close - 1) == '#') {
      close--;
    }
    boolean closed = close < rest.length() && close > 0 && isBlank(rest.charAt(close - 1));
    Heading heading = new Heading();
    heading.setLevel(end - at);
    heading.setOpeningMarker(line.subSequence(at, end));
    heading.setText((closed ? rest.subSequence(0, close) : rest).trim());
    heading.setClosingMarker(closed ? rest.subSequence(close) : BasedSequence.NULL);
    heading.setCharsFromContent();
    return BlockStart.of(new Reader(heading)).atIndex(line.length());
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isUnderline(CharSequence line, int at) {
    char mark = line.charAt(at);
    int end = at;
    while (end < line.length() && line.charAt(end) == mark) {
      end++;
    }
    while (end < line.length() && isBlank(line.charAt(end))) {
      end++;
    }
    return end == line.length();
  }

  private static @Nullable BlockStart underlined(
      ParserState state, MatchedBlockParser matched, BasedSequence underline) {
    BasedSequence text = LineText.joined(matched.getParagraphLines());
    if (LinkParser.mayDefine(text) && state.getInlineParser() instanceof LinkParser links) {
      int end = links.definitions(text, null);
      // Definitions are no heading's text: without other text the line is not an underline.
      if (text.subSequence(end).isBlank()) {
        return BlockStart.none();
      }
      links.definitions(text, (Paragraph) matched.getBlockParser().getBlock());
      text = text.subSequence(end);
    }
    Heading heading = new Heading();
    heading.setLevel(underline.charAt(0) == '=' ? 1 : 2);
    heading.setText(text.trim());
    heading.setClosingMarker(underline);
    heading.setCharsFromContent();
    return BlockStart.of(new Reader(heading))
        .atIndex(state.getLine().length())
        .replaceActiveBlockParser();
  }

  private static final class Reader extends AbstractBlockParser {
    private final Heading heading;

    Reader(Heading heading) {
      this.heading = heading;
    }

    @Override
    public Block getBlock() {
      return heading;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
      return BlockContinue.none();
    }

    @Override
    public void parseInlines(InlineParser inlines) {
      inlines.parse(heading.getText(), heading);
    }

    @Override
    public void closeBlock(ParserState state) {}
  }

  /** Puts headings after quotes and the dialect's own blocks, before all else. */
  static final class Custom implements CustomBlockParserFactory {
    @Override
    public Set<Class<?>> getAfterDependents() {
      return Set.of(BlockQuoteParser.Factory.class, DirectiveFactory.Custom.class);
    }

    @Override
    public Set<Class<?>> getBeforeDependents() {
      return Set.of(Lists.Custom.class, IndentedCodeBlockParser.Factory.class);
    }

    @Override
    public boolean affectsGlobalScope() {
      return false;
    }

    @Override
    public BlockParserFactory apply(DataHolder options) {
      return new Headings(options);
    }
  }
}
