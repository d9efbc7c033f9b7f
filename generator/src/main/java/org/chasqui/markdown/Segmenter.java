package org.chasqui.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.definition.DefinitionItem;
import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chasqui.markdown.Nodes.DirectiveBlock;
import org.chasqui.markdown.Nodes.InlineAttributes;
import org.chasqui.markdown.Nodes.LiteralBlock;
import org.chasqui.markdown.Nodes.ShortcodeBlock;
import org.chasqui.markdown.Segment.Kind;
import org.jspecify.annotations.Nullable;

/** Cuts a document into segments. */
final class Segmenter {
  private final String text;
  private final Document document;
  private final HeadingIds headingIds;
  private final List<Cut> cuts = new ArrayList<>();
  private final List<Crumb> crumbs = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Optional<String> context = Optional.empty();
  private String anchor = "";
  private boolean off;
  private boolean skip;

  private record Crumb(int level, String text) {}

  private Segmenter(String text) {
    this.text = text;
    this.document = Dialect.parse(text);
    this.headingIds = HeadingIds.of(document);
  }

  /** The translatable stretches of a text, in order. */
  static List<Cut> cuts(String text) {
    Segmenter segmenter = new Segmenter(text);
    segmenter.children(segmenter.document, Kind.PARAGRAPH, 0);
    return segmenter.inOrder();
  }

  // Stretches that overlap would garble the text; the first one wins.
  private List<Cut> inOrder() {
    cuts.sort(Comparator.comparingInt(cut -> cut.segment().start()));
    List<Cut> result = new ArrayList<>(cuts.size());
    int end = 0;
    for (Cut cut : cuts) {
      if (cut.segment().start() >= end) {
        result.add(cut);
        end = cut.segment().end();
      }
    }
    return result;
  }

  private void children(Node parent, Kind kind, int depth) {
    if (depth > Rendering.DEEPEST) {
      return;
    }
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof HtmlCommentBlock) {
        control(node.getChars());
      } else if (skip) {
        skip = false;
        anchor = node instanceof Heading heading ? headingIds.of(heading) : anchor;
      } else {
        block(node, kind, depth);
      }
    }
  }

  private void control(CharSequence comment) {
    Controls.Control control = Controls.parse(comment.toString().strip());
    if (control == null) {
      return;
    }
    switch (control.kind()) {
      case OFF -> off = true;
      case ON -> off = false;
      case SKIP -> skip = true;
      case COMMENT -> notes.add(control.value());
      case CONTEXT -> context = Optional.of(control.value());
    }
  }

  private void block(Node node, Kind kind, int depth) {
    if (node instanceof Paragraph paragraph) {
      paragraph(paragraph, kind);
    } else if (node instanceof Heading heading) {
      heading(heading);
    } else if (node instanceof TableCell cell) {
      cell(cell);
    } else if (node instanceof BlockQuote quote) {
      quote(quote, depth);
    } else if (node instanceof DirectiveBlock block) {
      directive(block);
      children(node, kind, depth + 1);
    } else if (node instanceof ShortcodeBlock block) {
      arguments(block.tag);
      children(node, kind, depth + 1);
    } else if (node instanceof Nodes.AbbreviationLine line) {
      BasedSequence meaning = line.meaning;
      literal(meaning.getStartOffset(), meaning.getEndOffset(), Kind.DEFINITION, Cut.Place.LINE);
    } else if (node instanceof FencedCodeBlock code) {
      code(CodeFence.of(code), node.getStartOffset());
    } else if (node instanceof LiteralBlock code) {
      code(CodeFence.of(code), node.getStartOffset());
    } else if (node instanceof HtmlBlockBase) {
      html(node);
    } else if (node instanceof DefinitionTerm && !(node.getFirstChild() instanceof Block)) {
      inline(node, Kind.DEFINITION, Cut.Place.LINE);
    } else {
      children(node, kindIn(node, kind), depth + 1);
    }
  }

  private static Kind kindIn(Node node, Kind kind) {
    if (node instanceof DefinitionItem || node instanceof DefinitionTerm) {
      return Kind.DEFINITION;
    }
    if (node instanceof ListItem) {
      return Kind.LIST_ITEM;
    }
    return node instanceof FootnoteBlock ? Kind.FOOTNOTE : kind;
  }

  private void paragraph(Paragraph node, Kind kind) {
    Node alone = Pictures.alone(node);
    Node image = alone instanceof Link ? alone.getFirstChild() : alone;
    if (image instanceof Image inline) {
      picture(inline);
    } else if (!arguments(node)) {
      inline(node, kind, Cut.Place.BLOCK);
    }
  }

  private void inline(Node node, Kind kind, Cut.Place place) {
    stretch(node.getFirstChild(), node.getLastChild(), kind, place, Optional.empty());
  }

  private void stretch(
      @Nullable Node first, @Nullable Node last, Kind kind, Cut.Place place, Optional<String> id) {
    if (first == null || last == null) {
      return;
    }
    Message.Normal message = Message.of(first, last.getNext());
    String normal = place == Cut.Place.CELL ? message.text().replace("\\|", "|") : message.text();
    int start = first.getStartOffset();
    int end = last.getEndOffset();
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    if (message.words() && !normal.isEmpty()) {
      add(start, end, normal, kind, place, id);
    }
  }

  private void heading(Heading node) {
    Node last = node.getLastChild();
    while (last != null
        && (last.getChars().isBlank()
            || (last instanceof InlineAttributes && HeadingIds.endsHeading(last)))) {
      last = last.getPrevious();
    }
    crumbs.removeIf(crumb -> crumb.level() >= node.getLevel());
    anchor = headingIds.of(node);
    Optional<String> id =
        HeadingIds.explicit(node).isEmpty() ? Optional.of(anchor) : Optional.empty();
    stretch(node.getFirstChild(), last, Kind.HEADING, Cut.Place.LINE, id);
    crumbs.add(new Crumb(node.getLevel(), PlainText.of(node)));
  }

  private void cell(TableCell cell) {
    Kind kind = cell.isHeader() ? Kind.COLUMN_HEADING : Kind.TABLE_CELL;
    inline(cell, kind, Cut.Place.CELL);
  }

  private void quote(BlockQuote quote, int depth) {
    Optional<Alerts.Alert> alert = Alerts.of(quote);
    if (alert.isEmpty()) {
      children(quote, Kind.QUOTE, depth + 1);
      return;
    }
    Alerts.Alert found = alert.get();
    literal(found.titleStart(), found.titleEnd(), Kind.TITLE, Cut.Place.LINE);
    Node first = quote.getFirstChild();
    Node rest = found.rest();
    if (first != null && rest != null) {
      stretch(rest, first.getLastChild(), Kind.PARAGRAPH, Cut.Place.BLOCK, Optional.empty());
    }
    for (Node node = first == null ? null : first.getNext(); node != null; node = node.getNext()) {
      block(node, Kind.PARAGRAPH, depth + 1);
    }
  }

  private void directive(DirectiveBlock block) {
    String title = block.opening.title();
    boolean says = !(block.opening.myst() && Labels.isFigure(block.name()));
    if (!title.isEmpty() && says && Solves.exercise(block, text).isEmpty()) {
      literal(block.titleStart, block.titleStart + title.length(), Kind.TITLE, Cut.Place.LINE);
    }
    for (DirectiveSyntax.Option option : block.options) {
      if (option.key().equals("alt") || option.key().equals("title")) {
        literal(option.value().start(), option.value().end(), Kind.IMAGE_TEXT, Cut.Place.LINE);
      }
    }
    title(block.opening.attributes());
  }

  private void title(Attributes attributes) {
    for (String key : List.of("alt", "title", "summary")) {
      Attributes.Value value = attributes.values().get(key);
      if (value != null) {
        quoted(value.start(), value.end(), Kind.IMAGE_TEXT);
      }
    }
  }

  private void picture(Image image) {
    BasedSequence alt = image.getText();
    literal(alt.getStartOffset(), alt.getEndOffset(), Kind.IMAGE_TEXT, Cut.Place.BRACKETS);
    BasedSequence title = image.getTitle();
    if (!title.isNull()) {
      quoted(title.getStartOffset(), title.getEndOffset(), Kind.IMAGE_TEXT);
    }
    title(InlineWriter.attributes(image));
  }

  private void quoted(int start, int end, Kind kind) {
    char quote = start > 0 ? text.charAt(start - 1) : ' ';
    Cut.Place place =
        switch (quote) {
          case '"' -> Cut.Place.DOUBLE_QUOTES;
          case '\'' -> Cut.Place.SINGLE_QUOTES;
          case '`' -> Cut.Place.BACKTICKS;
          case '(' -> Cut.Place.PARENTHESES;
          default -> Cut.Place.WORD;
        };
    literal(start, end, kind, place);
  }

  // A paragraph of shortcodes and nothing else.
  private boolean arguments(Paragraph node) {
    boolean only = node.getFirstChild() != null;
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      only &= child instanceof Nodes.InlineShortcode || child.getChars().isBlank();
    }
    if (only) {
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        if (child instanceof Nodes.InlineShortcode shortcode) {
          arguments(shortcode.tag);
        }
      }
    }
    return only;
  }

  private void arguments(ShortcodeTag tag) {
    for (ShortcodeTag.Argument argument : tag.arguments()) {
      if (SegmentRules.TEXT_ARGUMENTS.contains(argument.key())) {
        quoted(argument.start(), argument.end(), Kind.ARGUMENT);
      }
    }
  }

  private void literal(int from, int to, Kind kind, Cut.Place place) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    String raw = text.substring(start, end);
    if (Message.hasWords(raw)) {
      String own = place == Cut.Place.CSV_QUOTED ? raw.replace("\"\"", "\"") : raw;
      String message = Message.plainText(SegmentRules.unescape(own, place));
      add(start, end, message, kind, place, Optional.empty());
    }
  }

  private void code(CodeFence fence, int start) {
    if (DataTable.is(fence)) {
      table(fence, start);
      return;
    }
    for (CodeComments.Comment comment : CodeComments.of(fence, text)) {
      Cut.Place place = comment.block() ? Cut.Place.BLOCK_COMMENT : Cut.Place.LINE_COMMENT;
      if (!off) {
        addWith(comment.start(), comment.end(), comment.message(), comment.prefix(), place);
      }
    }
  }

  private void table(CodeFence fence, int start) {
    int caption = text.indexOf(fence.argument(), start);
    literal(caption, caption + fence.argument().length(), Kind.TITLE, Cut.Place.LINE);
    String header = fence.attributes().getOrDefault("header", "");
    int place = text.indexOf(header, text.indexOf(":header:", start) + 8);
    char mark = CsvRows.mark(fence.attributes().getOrDefault("delim", ","));
    for (List<DataTable.Cell> row : CsvRows.read(header, i -> place + i, mark)) {
      row.forEach(cell -> cell(cell, Kind.COLUMN_HEADING, false));
    }
    if (fence.attributes().containsKey("file")) {
      return;
    }
    DataTable table = DataTable.of(fence, "");
    for (int row = 0; row < table.rows().size(); row++) {
      Kind kind = row < table.head() ? Kind.COLUMN_HEADING : Kind.TABLE_CELL;
      for (DataTable.Cell cell : table.rows().get(row)) {
        if (cell.start() >= 0) {
          cell(cell, kind, DataTable.isList(fence));
        }
      }
    }
  }

  private void cell(DataTable.Cell cell, Kind kind, boolean list) {
    if (!list) {
      Cut.Place place = cell.quoted() ? Cut.Place.CSV_QUOTED : Cut.Place.CSV_BARE;
      literal(cell.start(), cell.end(), kind, place);
      return;
    }
    Node only = Dialect.parse(cell.text()).getFirstChild();
    if (only instanceof Paragraph && only.getNext() == null) {
      literal(cell.start(), cell.end(), kind, Cut.Place.LINE);
      return;
    }
    // Blocks: each line by itself, without the marks of lists.
    int at = cell.start();
    for (String line : text.substring(cell.start(), cell.end()).split("\n", -1)) {
      int from =
          at + line.length() - line.replaceFirst("^[\\s>*+-]+|^\\s*[0-9]+[.)]\\s", "").length();
      literal(from, at + line.length(), kind, Cut.Place.LINE);
      at += line.length() + 1;
    }
  }

  private void addWith(int start, int end, String message, String prefix, Cut.Place place) {
    Segment.Translatable segment =
        new Segment.Translatable(
            start,
            text.substring(start, end),
            message,
            context,
            Kind.CODE_COMMENT,
            breadcrumb(),
            anchor,
            List.copyOf(notes),
            prefix);
    cuts.add(new Cut(segment, place, Optional.empty()));
    forget();
  }

  private void html(Node node) {
    for (HtmlText.Stretch stretch : HtmlText.stretches(text, node)) {
      if (stretch.attribute()) {
        quoted(stretch.start(), stretch.end(), Kind.HTML_TEXT);
      } else {
        literal(stretch.start(), stretch.end(), Kind.HTML_TEXT, Cut.Place.HTML);
      }
    }
  }

  private void add(
      int start, int end, String message, Kind kind, Cut.Place place, Optional<String> id) {
    if (!off && end > start) {
      Segment.Translatable segment =
          new Segment.Translatable(
              start,
              text.substring(start, end),
              message,
              context,
              kind,
              breadcrumb(),
              anchor,
              List.copyOf(notes),
              place == Cut.Place.BLOCK ? SegmentRules.prefix(text, start) : "");
      cuts.add(new Cut(segment, place, id));
    }
    forget();
  }

  private void forget() {
    notes.clear();
    context = Optional.empty();
  }

  private List<String> breadcrumb() {
    return crumbs.stream().map(Crumb::text).toList();
  }
}
