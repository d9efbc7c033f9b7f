package org.chasqui.markdown;

import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.InlineParserFactory;
import com.vladsch.flexmark.parser.ListOptions;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.misc.Extension;
import java.util.List;

/**
 * Chasqui's dialect of Markdown: one parser for all texts. Made once, used by all threads; each
 * text gets fresh state of its own.
 */
final class Dialect {
  private static final DataHolder OPTIONS =
      new MutableDataSet()
          .set(
              Parser.EXTENSIONS,
              List.<Extension>of(
                  FootnoteExtension.create(),
                  DefinitionExtension.create(),
                  StrikethroughExtension.create(),
                  TaskListExtension.create()))
          // Otherwise its lines are joined, which costs the square of their number in a quotation.
          .set(Parser.FENCED_CODE_CONTENT_BLOCK, true)
          .set(Parser.THEMATIC_BREAK_PARSER, false)
          .set(Parser.HEADING_PARSER, false)
          .set(Parser.FENCED_CODE_BLOCK_PARSER, false)
          .set(Parser.HTML_BLOCK_PARSER, false)
          .set(Parser.LIST_BLOCK_PARSER, false)
          .set(TablesExtension.COLUMN_SPANS, false)
          .set(TablesExtension.APPEND_MISSING_COLUMNS, false)
          .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true)
          .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true)
          .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
          .set(TablesExtension.MAX_HEADER_ROWS, 1)
          .set(TablesExtension.MIN_HEADER_ROWS, 1)
          .set(TablesExtension.WITH_CAPTION, false)
          .set(DefinitionExtension.TILDE_MARKER, false)
          .toImmutable();

  private static final Parser PARSER = parser(LinkParser::new);

  // Half of the work of reading a text is in its lines, and notebooks get those as they are.
  private static final Parser BLOCKS = parser(HeadingLines::new);

  /** Tells which paragraphs of a list are written without {@code <p>}. */
  static final ListOptions LISTS = ListOptions.get(OPTIONS);

  private Dialect() {}

  private static Parser parser(InlineParserFactory inlines) {
    return Parser.builder(OPTIONS)
        .customInlineParserFactory(inlines)
        // flexmark leaves it out where the reader of inlines is not its own.
        .paragraphPreProcessorFactory(new ReferencePreProcessorFactory())
        .paragraphPreProcessorFactory(new Tables.Factory())
        .blockPreProcessorFactory(new LongParagraph.Factory())
        .customBlockParserFactory(new DirectiveFactory.Custom())
        .customBlockParserFactory(new Headings.Custom())
        .customBlockParserFactory(new HtmlBlocks.Custom())
        .customBlockParserFactory(new ThematicBreaks.Custom())
        .customBlockParserFactory(new Lists.Custom())
        .customInlineParserExtensionFactory(
            new InlineExtensions.Factory("`", parser -> new CodeSpans()))
        .customInlineParserExtensionFactory(
            new InlineExtensions.Factory("{", parser -> new InlineExtensions.Braces()))
        .customInlineParserExtensionFactory(
            new InlineExtensions.Factory("$", parser -> new InlineExtensions.Dollars()))
        .build();
  }

  static DataHolder options() {
    return OPTIONS;
  }

  static Document parse(String text) {
    return PARSER.parse(text);
  }

  /** The blocks of a text, of which only headings are read further. */
  static Document parseBlocks(String text) {
    return BLOCKS.parse(text);
  }
}
