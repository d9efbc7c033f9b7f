package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.tables.internal.TableParagraphPreProcessor;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessor;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessorFactory;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pipe tables: flexmark's reader, asked only for paragraphs whose second line separates a head from
 * a body. Making that reader costs a regular expression for each text, and the expression overflows
 * the stack on very wide lines.
 */
final class Tables implements ParagraphPreProcessor {
  private static final int MOST_COLUMNS = 500;

  private final ParserState state;
  private @Nullable ParagraphPreProcessor reader;

  private Tables(ParserState state) {
    this.state = state;
  }

  @Override
  public int preProcessBlock(Paragraph block, ParserState now) {
    if (block.getLineCount() < 2 || !isSeparator(block.getLineChars(1))) {
      return 0;
    }
    if (reader == null) {
      reader = TableParagraphPreProcessor.Factory().apply(state);
    }
    return reader.preProcessBlock(block, now);
  }

  /** Whether a line consists of bars, hyphens and colons alone and is no wider than a table. */
  static boolean isSeparator(BasedSequence line) {
    int bars = 0;
    int dashes = 0;
    for (int i = 0; i < line.length(); i++) {
      switch (line.charAt(i)) {
        case '|' -> bars++;
        case '-' -> dashes++;
        case ':', ' ', '\t', '\r', '\n' -> {}
        default -> {
          return false;
        }
      }
    }
    return bars > 0 && dashes > 0 && bars <= MOST_COLUMNS;
  }

  /** After the definitions of references, as flexmark has it. */
  static final class Factory implements ParagraphPreProcessorFactory {
    @Override
    public Set<Class<?>> getAfterDependents() {
      return Set.of(ReferencePreProcessorFactory.class);
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
    public ParagraphPreProcessor apply(ParserState state) {
      return new Tables(state);
    }
  }
}
