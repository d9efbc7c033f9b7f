package org.chasqui.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import org.chasqui.markdown.Nodes.DirectiveBlock;
import org.chasqui.markdown.Nodes.EndLine;
import org.chasqui.markdown.Nodes.LiteralBlock;
import org.chasqui.markdown.Nodes.MathBlock;
import org.chasqui.markdown.Nodes.ShortcodeBlock;
import org.jspecify.annotations.Nullable;

/**
 * The block parsers of the dialect's containers.
 *
 * <p>The line that closes a container is parsed twice: the container sees it first, notes that it
 * is closed and does not continue; then {@link DirectiveFactory} makes an {@link EndLine} of it. In
 * between flexmark closes all that was open inside, which it would not do if the container ended
 * itself.
 */
final class DirectiveParsers {
  private DirectiveParsers() {}

  /** What the parsers of one document share. */
  static final class Shared {
    int closedAtLine = -1;
    int depth;
    @Nullable DirectiveBlock closing;

    void closeAt(ParserState state, @Nullable DirectiveBlock block) {
      closedAtLine = state.getLineNumber();
      closing = block;
    }
  }

  abstract static class Container extends AbstractBlockParser {
    final Shared shared;

    Container(Shared shared) {
      this.shared = shared;
      shared.depth++;
    }

    @Override
    public boolean isContainer() {
      return true;
    }

    @Override
    public boolean canContain(ParserState state, BlockParser parser, Block block) {
      return true;
    }

    @Override
    public void closeBlock(ParserState state) {
      shared.depth--;
      getBlock().setCharsFromContent();
    }
  }

  /** {@code ::: name}, {@code :::{name}} and <code>```{name}</code>. */
  static final class Directive extends Container {
    final DirectiveBlock block;
    private final char mark;
    private final int length;
    private final DirectiveOptions options;

    Directive(Shared shared, DirectiveBlock block, char mark, int length) {
      super(shared);
      this.block = block;
      this.mark = mark;
      this.length = length;
      this.options = new DirectiveOptions(block);
    }

    @Override
    public DirectiveBlock getBlock() {
      return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      if (closes(state)) {
        shared.closeAt(state, block);
        block.contentEnd = state.getLine().getStartOffset();
        return BlockContinue.none();
      }
      if (options.read(state)) {
        block.contentStart = state.getLineWithEOL().getEndOffset();
        return BlockContinue.atIndex(state.getLine().length());
      }
      return BlockContinue.atIndex(state.getIndex());
    }

    private boolean closes(ParserState state) {
      int run = DirectiveFactory.closingRun(state, mark);
      if (mark != ':') {
        return run >= length;
      }
      return run >= 3 && !takenFurtherIn(state);
    }

    // Colons close the innermost div that is open, whatever their number.
    private boolean takenFurtherIn(ParserState state) {
      List<BlockParser> active = state.getActiveBlockParsers();
      for (int i = active.lastIndexOf(this) + 1; i < active.size(); i++) {
        BlockParser parser = active.get(i);
        Block inner = parser.getBlock();
        if (parser instanceof Container
            || parser instanceof FencedCodeBlockParser
            || inner instanceof LiteralBlock
            || inner instanceof MathBlock
            || isOpenComment(parser, state)) {
          return true;
        }
        if (inner instanceof ListItem item
            && state.getIndent() <= item.getOpeningMarker().length()) {
          return false;
        }
        if (inner instanceof BlockQuote) {
          return false;
        }
      }
      return false;
    }

    // A comment that is still open: only then did its last line not end it.
    private static boolean isOpenComment(BlockParser parser, ParserState state) {
      if (!(parser.getBlock() instanceof HtmlCommentBlock)) {
        return false;
      }
      BasedSequence base = state.getLine().getBaseSequence();
      int end = state.getLine().getStartOffset();
      while (end > 0 && Character.isWhitespace(base.charAt(end - 1))) {
        end--;
      }
      return end < 3 || !base.subSequence(end - 3, end).toString().equals("-->");
    }
  }

  /** A MyST directive in colons with literal content. */
  static final class Literal extends AbstractBlockParser {
    private final LiteralBlock block;
    private final int length;

    Literal(LiteralBlock block, int length) {
      this.block = block;
      this.length = length;
    }

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      if (DirectiveFactory.closingRun(state, ':') >= length) {
        block.closed = true;
        block.end = state.getLine().getEndOffset();
        return BlockContinue.finished();
      }
      return BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(ParserState state, BasedSequence line) {
      if (!line.isEmpty() && isBelowOpener(line)) {
        block.lines.add(line);
      }
    }

    // The end of the opening line arrives too.
    private boolean isBelowOpener(BasedSequence line) {
      int start = line.getStartOffset();
      int end = block.opener.getEndOffset();
      return !block.lines.isEmpty()
          || (start > end && "\n\r".indexOf(line.getBaseSequence().charAt(start - 1)) >= 0);
    }

    @Override
    public void closeBlock(ParserState state) {
      if (!block.lines.isEmpty() && !block.closed) {
        block.end = block.lines.get(block.lines.size() - 1).getEndOffset();
      }
      block.setChars(block.opener.baseSubSequence(block.opener.getStartOffset(), block.end));
    }
  }

  /** A shortcode with an inside. */
  static final class PairedShortcode extends Container {
    private final ShortcodeBlock block;
    private final ShortcodeTag closing;

    PairedShortcode(Shared shared, ShortcodeBlock block, ShortcodeTag closing) {
      super(shared);
      this.block = block;
      this.closing = closing;
    }

    @Override
    public ShortcodeBlock getBlock() {
      return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      int line = state.getLine().getStartOffset();
      int at = line + state.getNextNonSpaceIndex();
      if (at < block.tag.end()) {
        return BlockContinue.atIndex(state.getLine().length());
      }
      if (at == closing.start()) {
        block.closed = true;
        shared.closeAt(state, null);
        return BlockContinue.none();
      }
      return at > closing.start() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }
  }

  /** A shortcode without an inside, or the line that closes one. */
  static final class Single extends AbstractBlockParser {
    private final Block block;
    private final int end;

    Single(Block block, int end) {
      this.block = block;
      this.end = end;
    }

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      return state.getLine().getStartOffset() + state.getIndex() < end
          ? BlockContinue.atIndex(state.getIndex())
          : BlockContinue.none();
    }

    @Override
    public void closeBlock(ParserState state) {}
  }

  /** Display math. */
  static final class Math extends AbstractBlockParser {
    private final MathBlock block;
    private boolean done;

    Math(MathBlock block, boolean done) {
      this.block = block;
      this.done = done;
    }

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      if (done) {
        return BlockContinue.none();
      }
      BasedSequence line = state.getLine();
      BasedSequence text = line.subSequence(state.getIndex()).trimEnd();
      java.util.regex.Matcher end = DirectiveFactory.MATH_END.matcher(text);
      int close = text.lastIndexOf("$$");
      if (close >= 0 && end.find(close)) {
        done = true;
        block.closed = true;
        block.label = end.group(1) == null ? "" : end.group(1);
      }
      return BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(ParserState state, BasedSequence line) {
      block.lines.add(line);
    }

    @Override
    public void closeBlock(ParserState state) {
      if (!block.lines.isEmpty()) {
        BasedSequence last = block.lines.get(block.lines.size() - 1).trimEnd();
        int start = block.getChars().getStartOffset();
        block.setChars(
            block
                .getChars()
                .baseSubSequence(start, java.lang.Math.max(start, last.getEndOffset())));
      }
    }
  }
}
