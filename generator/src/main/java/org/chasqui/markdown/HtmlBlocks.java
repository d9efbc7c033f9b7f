package org.chasqui.markdown;

import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
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
import com.vladsch.flexmark.util.ast.BlockContent;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Blocks of raw HTML, by the seven rules of CommonMark 0.31, section 4.6. */
final class HtmlBlocks extends AbstractBlockParserFactory {
  private static final List<String> BLANK_LINE = List.of();

  private HtmlBlocks(DataHolder options) {
    super(options);
  }

  @Override
  public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    BasedSequence line = state.getLine();
    int at = state.getNextNonSpaceIndex();
    if (state.getIndent() >= 4 || at + 1 >= line.length() || line.charAt(at) != '<') {
      return BlockStart.none();
    }
    boolean interrupts = matched.getBlockParser().isParagraphParser();
    List<String> ends = ends(line.subSequence(at), interrupts);
    if (ends == null) {
      return BlockStart.none();
    }
    HtmlBlockBase block = ends.equals(List.of("-->")) ? new HtmlCommentBlock() : new HtmlBlock();
    return BlockStart.of(new Reader(block, ends)).atIndex(state.getIndex());
  }

  // What ends the block that such a line begins; null if it begins none.
  private static @Nullable List<String> ends(BasedSequence line, boolean interrupts) {
    char second = line.charAt(1);
    if (second == '?') {
      return List.of("?>");
    }
    if (second == '!') {
      return declaration(line);
    }
    boolean closing = second == '/';
    int from = closing ? 2 : 1;
    String name = HtmlSyntax.name(line, from);
    if (name.isEmpty()) {
      return null;
    }
    int end = from + name.length();
    char next = end < line.length() ? line.charAt(end) : ' ';
    boolean whole = next == '>' || HtmlSyntax.isSpace(next);
    if (HtmlSyntax.isRaw(name)) {
      return !closing && whole ? List.of("</script>", "</pre>", "</style>", "</textarea>") : null;
    }
    boolean selfClosed = next == '/' && end + 1 < line.length() && line.charAt(end + 1) == '>';
    if (HtmlSyntax.isBlock(name) && (whole || selfClosed)) {
      return BLANK_LINE;
    }
    int tag = interrupts ? -1 : HtmlSyntax.tagEnd(line, 0);
    return tag > 0 && line.subSequence(tag).isBlank() ? BLANK_LINE : null;
  }

  private static @Nullable List<String> declaration(BasedSequence line) {
    if (line.startsWith("<!--")) {
      return List.of("-->");
    }
    if (line.startsWith("<![CDATA[")) {
      return List.of("]]>");
    }
    return line.length() > 2 && HtmlSyntax.isLetter(line.charAt(2)) ? List.of(">") : null;
  }

  private static final class Reader extends AbstractBlockParser {
    private final HtmlBlockBase block;
    private final List<String> ends;
    private final BlockContent content = new BlockContent();
    private boolean finished;

    Reader(HtmlBlockBase block, List<String> ends) {
      this.block = block;
      this.ends = ends;
    }

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
      boolean ended = finished || (state.isBlank() && ends.isEmpty());
      return ended ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(ParserState state, BasedSequence line) {
      content.add(line, state.getIndent());
      if (!ends.isEmpty()) {
        String lower = line.toString().toLowerCase(Locale.ROOT);
        finished = ends.stream().anyMatch(lower::contains);
      }
    }

    @Override
    public boolean isRawText() {
      return true;
    }

    @Override
    public void closeBlock(ParserState state) {
      block.setContent(content);
    }
  }

  /** Puts raw HTML where CommonMark has it: after headings, before lists. */
  static final class Custom implements CustomBlockParserFactory {
    @Override
    public Set<Class<?>> getAfterDependents() {
      return Set.of(BlockQuoteParser.Factory.class, Headings.Custom.class);
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
      return new HtmlBlocks(options);
    }
  }
}
