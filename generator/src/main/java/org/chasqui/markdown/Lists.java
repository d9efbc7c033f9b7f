package org.chasqui.markdown;

import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.BlockQuoteParser;
import com.vladsch.flexmark.parser.core.IndentedCodeBlockParser;
import com.vladsch.flexmark.parser.core.ListBlockParser;
import com.vladsch.flexmark.util.data.DataHolder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists: flexmark's reader, not asked about lines so far in that CommonMark sees no item in them.
 * Without that the fifth of five items, each one blank further in, begins a list of its own.
 */
final class Lists implements BlockParserFactory {
  private static final int CODE_INDENT = 4;

  private final BlockParserFactory reader;

  private Lists(DataHolder options) {
    this.reader = new ListBlockParser.Factory().apply(options);
  }

  @Override
  public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    // Only an item that the line belongs to takes its own indent off; here none did.
    return state.getIndent() >= CODE_INDENT ? BlockStart.none() : reader.tryStart(state, matched);
  }

  /** In the place of flexmark's own. */
  static final class Custom implements CustomBlockParserFactory {
    @Override
    public Set<Class<?>> getAfterDependents() {
      return Set.of(
          BlockQuoteParser.Factory.class,
          DirectiveFactory.Custom.class,
          Headings.Custom.class,
          HtmlBlocks.Custom.class,
          ThematicBreaks.Custom.class);
    }

    @Override
    public Set<Class<?>> getBeforeDependents() {
      return Set.of(IndentedCodeBlockParser.Factory.class);
    }

    @Override
    public boolean affectsGlobalScope() {
      return false;
    }

    @Override
    public BlockParserFactory apply(DataHolder options) {
      return new Lists(options);
    }
  }
}
