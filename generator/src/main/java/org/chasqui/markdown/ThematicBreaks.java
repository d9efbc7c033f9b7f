package org.chasqui.markdown;

import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.IndentedCodeBlockParser;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Thematic breaks without flexmark's regular expression, which overflows the stack on long lines.
 */
final class ThematicBreaks extends AbstractBlockParserFactory {
  private ThematicBreaks(DataHolder options) {
    super(options);
  }

  @Override
  public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    BasedSequence line = state.getLine();
    int at = state.getNextNonSpaceIndex();
    if (state.getIndent() >= 4 || !isBreak(line, at)) {
      return BlockStart.none();
    }
    ThematicBreak block = new ThematicBreak(line.subSequence(state.getIndex()));
    return BlockStart.of(new DirectiveParsers.Single(block, 0)).atIndex(line.length());
  }

  private static boolean isBreak(CharSequence line, int from) {
    if (from >= line.length() || "*-_".indexOf(line.charAt(from)) < 0) {
      return false;
    }
    int marks = 0;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == line.charAt(from)) {
        marks++;
      } else if (c != ' ' && c != '\t') {
        return false;
      }
    }
    return marks >= 3;
  }

  /** Puts breaks after headings, which may be underlined with the same signs, and before lists. */
  static final class Custom implements CustomBlockParserFactory {
    @Override
    public Set<Class<?>> getAfterDependents() {
      return Set.of(Headings.Custom.class, DirectiveFactory.Custom.class);
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
      return new ThematicBreaks(options);
    }
  }
}
