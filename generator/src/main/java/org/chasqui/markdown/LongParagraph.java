package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.block.BlockPreProcessor;
import com.vladsch.flexmark.parser.block.BlockPreProcessorFactory;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.ParagraphParser;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A paragraph of so many lines that only {@link LineText} joins them in good time. */
final class LongParagraph extends Paragraph {
  private LongParagraph(Paragraph other) {
    setChars(other.getChars());
    setContentLines(other.getContentLines());
    setLineIndents(other.getLineIndents());
    setTrailingBlankLine(other.isTrailingBlankLine());
    setHasTableSeparator(other.hasTableSeparator());
  }

  @Override
  public BasedSequence getContentChars() {
    return LineText.joined(getContentLines());
  }

  private static void replace(Paragraph paragraph, ParserState state) {
    LongParagraph found = new LongParagraph(paragraph);
    paragraph.insertAfter(found);
    paragraph.unlink();
    state.blockRemoved(paragraph);
    state.blockParserAdded(new Reader(found));
  }

  private static final class Reader extends ParagraphParser {
    private final LongParagraph block;

    Reader(LongParagraph block) {
      this.block = block;
    }

    @Override
    public Paragraph getBlock() {
      return block;
    }

    @Override
    public void parseInlines(InlineParser inlines) {
      inlines.parse(block.getContentChars(), block);
    }
  }

  /** Puts long paragraphs in the place of flexmark's before their lines are read. */
  static final class Factory implements BlockPreProcessorFactory {
    @Override
    public Set<Class<? extends Block>> getBlockTypes() {
      return Set.of(Paragraph.class);
    }

    @Override
    public @Nullable Set<Class<?>> getAfterDependents() {
      return null;
    }

    @Override
    public @Nullable Set<Class<?>> getBeforeDependents() {
      return null;
    }

    @Override
    public boolean affectsGlobalScope() {
      return false;
    }

    @Override
    public BlockPreProcessor apply(ParserState state) {
      return (now, block) -> {
        if (block instanceof Paragraph paragraph && paragraph.getLineCount() > LineText.MANY) {
          replace(paragraph, now);
        }
      };
    }
  }
}
