package org.chasqui.markdown;

import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserFactory;
import com.vladsch.flexmark.parser.ListOptions;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.misc.Extension;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Chasqui's dialect of Markdown: one parser for all texts. Made once, used by all threads; each
 * text gets fresh state of its own.
 */
final class Dialect {
  /** What the dialect adds to CommonMark, each of which can be left out to measure its cost. */
  enum Part {
    FOOTNOTES,
    DEFINITION_LISTS,
    STRIKETHROUGH,
    TASK_LISTS,
    TABLES,
    BOXES_AND_SHORTCODES,
    ROLES_AND_ATTRIBUTES,
    FORMULAS
  }

  private static final Map<Part, Extension> EXTENSIONS = extensions();
  private static final DataHolder OPTIONS = options(EnumSet.noneOf(Part.class));
  private static final Parser PARSER = without(EnumSet.noneOf(Part.class));

  // Half of the work of reading a text is in its lines, and notebooks get those as they are.
  private static final Parser BLOCKS = parser(EnumSet.noneOf(Part.class), HeadingLines::new);

  /** Tells which paragraphs of a list are written without {@code <p>}. */
  static final ListOptions LISTS = ListOptions.get(OPTIONS);

  private Dialect() {}

  private static Map<Part, Extension> extensions() {
    Map<Part, Extension> extensions = new EnumMap<>(Part.class);
    extensions.put(Part.FOOTNOTES, FootnoteExtension.create());
    extensions.put(Part.DEFINITION_LISTS, DefinitionExtension.create());
    extensions.put(Part.STRIKETHROUGH, StrikethroughExtension.create());
    extensions.put(Part.TASK_LISTS, TaskListExtension.create());
    return extensions;
  }

  private static DataHolder options(Set<Part> missing) {
    Map<Part, Extension> extensions = new EnumMap<>(EXTENSIONS);
    extensions.keySet().removeAll(missing);
    return new MutableDataSet()
        .set(Parser.EXTENSIONS, List.copyOf(extensions.values()))
        // Otherwise its lines are joined, which costs the square of their number in a quotation.
        .set(Parser.FENCED_CODE_CONTENT_BLOCK, true)
        .set(Parser.THEMATIC_BREAK_PARSER, false)
        .set(Parser.HEADING_PARSER, false)
        .set(Parser.FENCED_CODE_BLOCK_PARSER, missing.contains(Part.BOXES_AND_SHORTCODES))
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
  }

  /** A parser of a part of the dialect; texts are read by the whole of it alone. */
  static Parser without(Set<Part> missing) {
    return parser(missing, LinkParser::new);
  }

  private static Parser parser(Set<Part> missing, InlineParserFactory inlines) {
    Parser.Builder builder =
        Parser.builder(options(missing))
            .customInlineParserFactory(inlines)
            // flexmark leaves it out where the reader of inlines is not its own.
            .paragraphPreProcessorFactory(new ReferencePreProcessorFactory())
            .blockPreProcessorFactory(new LongParagraph.Factory())
            .customBlockParserFactory(new Headings.Custom())
            .customBlockParserFactory(new HtmlBlocks.Custom())
            .customBlockParserFactory(new ThematicBreaks.Custom())
            .customBlockParserFactory(new Lists.Custom())
            .customInlineParserExtensionFactory(inline("`", CodeSpans::new));
    if (!missing.contains(Part.TABLES)) {
      builder.paragraphPreProcessorFactory(new Tables.Factory());
    }
    if (!missing.contains(Part.BOXES_AND_SHORTCODES)) {
      builder.customBlockParserFactory(new DirectiveFactory.Custom());
    }
    if (!missing.contains(Part.ROLES_AND_ATTRIBUTES)) {
      builder.customInlineParserExtensionFactory(inline("{", InlineExtensions.Braces::new));
    }
    if (!missing.contains(Part.FORMULAS)) {
      builder.customInlineParserExtensionFactory(inline("$", InlineExtensions.Dollars::new));
    }
    return builder.build();
  }

  private static InlineExtensions.Factory inline(
      String marks, Supplier<InlineParserExtension> reader) {
    return new InlineExtensions.Factory(marks, parser -> reader.get());
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
