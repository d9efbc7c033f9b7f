package org.chasqui.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.markdown.Nodes.DirectiveBlock;
import org.chasqui.markdown.Nodes.EndLine;
import org.chasqui.markdown.Nodes.LiteralBlock;
import org.chasqui.markdown.Nodes.ShortcodeBlock;

/** Tells the blocks of a document as notebooks need them. */
final class BlockReader {
  private final String text;
  private final HeadingIds headingIds;

  private BlockReader(String text, Document document) {
    this.text = text;
    this.headingIds = HeadingIds.of(document);
  }

  static List<Block> read(String text) {
    return read(text, Dialect.parseBlocks(text));
  }

  /** The blocks of a text that was read before. */
  static List<Block> read(String text, Document document) {
    return new BlockReader(text, document).children(document, 0);
  }

  private List<Block> children(Node parent, int depth) {
    List<Block> blocks = new ArrayList<>();
    int proseStart = -1;
    int proseEnd = -1;
    List<Node> within = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      Optional<Block> block = special(node, depth);
      if (proseStart >= 0 && isMarkup(node)) {
        prose(proseStart, proseEnd, within, blocks);
        proseStart = -1;
      }
      if (block.isEmpty() && !isSilent(node)) {
        proseStart = proseStart < 0 ? node.getStartOffset() : proseStart;
        proseEnd = node.getEndOffset();
        within.add(node);
      }
      if (block.isPresent()) {
        prose(proseStart, proseEnd, within, blocks);
        proseStart = -1;
        blocks.add(block.get());
      }
    }
    prose(proseStart, proseEnd, within, blocks);
    return blocks;
  }

  // Lines for the page only, which must not be carried along between two paragraphs.
  private static boolean isMarkup(Node node) {
    return node instanceof Nodes.AttributesLine
        || node instanceof Nodes.AbbreviationLine
        || (node instanceof Nodes.MarkLine && "%^".indexOf(node.getChars().charAt(0)) >= 0);
  }

  private static boolean isSilent(Node node) {
    return node instanceof EndLine
        || node instanceof Nodes.MarkLine
        || node instanceof Nodes.AttributesLine
        || node instanceof Nodes.AbbreviationLine
        || (node instanceof HtmlCommentBlock && Controls.isControl(node.getChars()));
  }

  private Optional<Block> special(Node node, int depth) {
    if (node instanceof Heading heading) {
      return Optional.of(heading(heading));
    }
    if (node instanceof DefinitionList list) {
      return Optional.of(definitions(list));
    }
    if (node instanceof FencedCodeBlock code) {
      return Optional.of(block(CodeFence.of(code), node.getStartOffset(), node.getEndOffset()));
    }
    if (node instanceof LiteralBlock code) {
      return Optional.of(block(CodeFence.of(code), node.getStartOffset(), code.end));
    }
    if (depth > Rendering.DEEPEST) {
      return Optional.empty();
    }
    if (node instanceof DirectiveBlock block) {
      return Optional.of(box(block, children(node, depth + 1)));
    }
    if (node instanceof ShortcodeBlock block) {
      return Optional.of(shortcode(block));
    }
    return node instanceof BlockQuote quote ? alert(quote) : Optional.empty();
  }

  private Block.Container box(DirectiveBlock block, List<Block> children) {
    Map<String, String> attributes = DirectiveWriter.named(block);
    Optional<String> solves = Solves.exercise(block, text);
    solves.ifPresent(label -> attributes.put(Block.Container.SOLVES, label));
    String title = solves.isPresent() ? "" : block.opening.title();
    return new Block.Container(
        block.getStartOffset(),
        block.wholeEnd(),
        block.name(),
        title.isEmpty() ? Optional.empty() : Optional.of(title),
        attributes,
        children);
  }

  // Jupyter knows no definition lists: a bullet for each, the term in bold.
  private Block definitions(DefinitionList list) {
    StringBuilder out = new StringBuilder();
    List<Block> inner = new ArrayList<>();
    for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
      String raw = marked(node.getStartOffset(), node.getEndOffset(), node, inner).strip();
      if (node instanceof DefinitionTerm) {
        boolean another = node.getPrevious() instanceof DefinitionTerm;
        out.append(out.isEmpty() ? "" : another ? " / " : "\n");
        out.append(another ? "**" : "- **").append(PlainText.collapse(raw)).append("**");
      } else {
        boolean first = node.getPrevious() instanceof DefinitionTerm;
        String text = raw.replaceFirst("^:[ \\t]*", "").replaceAll("\\R[ \\t]*", "\n  ");
        out.append(first ? ": " : "\n\n  ").append(text.replaceAll("(?m)^ +$", ""));
      }
    }
    return new Block.Prose(list.getStartOffset(), list.getEndOffset(), out.toString(), inner);
  }

  private Block heading(Heading heading) {
    Node last = heading.getLastChild();
    while (last != null && (last instanceof Nodes.InlineAttributes || last.getChars().isBlank())) {
      last = last.getPrevious();
    }
    String markdown = "";
    if (last != null) {
      int start = heading.getFirstChild().getStartOffset();
      markdown = PlainText.collapse(text.substring(start, last.getEndOffset()));
    }
    return new Block.Heading(
        heading.getStartOffset(),
        heading.getEndOffset(),
        heading.getLevel(),
        markdown,
        headingIds.of(heading));
  }

  // Jupyter knows pipe tables and no others; of a table in a file it gets the address.
  private static Block block(CodeFence fence, int start, int end) {
    if (!DataTable.is(fence)) {
      return code(fence, start, end);
    }
    String file = fence.attributes().getOrDefault("file", "");
    String name = fence.argument().isEmpty() ? file : fence.argument();
    String markdown =
        file.isEmpty() ? DataTable.of(fence, "").piped() : "[" + name + "](<" + file + ">)";
    return new Block.Prose(start, end, markdown);
  }

  private static Block code(CodeFence fence, int start, int end) {
    return new Block.Code(
        start, end, fence.language(), fence.isCell(), fence.attributes(), fence.code());
  }

  private Block shortcode(ShortcodeBlock block) {
    String source = block.closing.map(c -> text.substring(block.tag.end(), c.start())).orElse("");
    Directive call =
        new Directive(
            Directive.Kind.SHORTCODE,
            block.tag.name(),
            block.tag.positional(),
            block.tag.named(),
            source,
            "",
            block.tag.start(),
            block.wholeEnd());
    return new Block.Shortcode(block.tag.start(), block.wholeEnd(), call);
  }

  private Optional<Block> alert(BlockQuote quote) {
    Optional<Alerts.Alert> alert = Alerts.of(quote);
    if (alert.isEmpty()) {
      return Alerts.box(quote).map(name -> quoted(quote, name));
    }
    Alerts.Alert found = alert.get();
    String title = text.substring(found.titleStart(), found.titleEnd());
    int start = quote.getFirstChild().getStartOffset();
    int line = text.indexOf('\n', start);
    int inner = line < 0 || line > quote.getEndOffset() ? quote.getEndOffset() : line + 1;
    List<Block> boxes = new ArrayList<>();
    String body = unprefixed(marked(inner, quote.getEndOffset(), quote, boxes));
    List<Block> children =
        body.isBlank()
            ? List.of()
            : List.of(new Block.Prose(inner, quote.getEndOffset(), body, boxes));
    return Optional.of(
        new Block.Container(
            quote.getStartOffset(),
            quote.getEndOffset(),
            found.name(),
            title.isEmpty() ? Optional.empty() : Optional.of(title),
            java.util.Map.of(),
            children));
  }

  // A quote that a class makes a box; offsets inside are those of the quote.
  private Block quoted(BlockQuote quote, String name) {
    int start = quote.getStartOffset();
    int end = quote.getEndOffset();
    List<Block> children = new ArrayList<>();
    read(unprefixed(text.substring(start, end)))
        .forEach(block -> children.add(placed(block, start, end)));
    return new Block.Container(start, end, name, Optional.empty(), java.util.Map.of(), children);
  }

  private static Block placed(Block block, int start, int end) {
    if (block instanceof Block.Prose b) {
      return new Block.Prose(start, end, b.markdown(), b.inner());
    }
    if (block instanceof Block.Heading b) {
      return new Block.Heading(start, end, b.level(), b.markdown(), b.id());
    }
    if (block instanceof Block.Code b) {
      return new Block.Code(start, end, b.language(), b.cell(), b.attributes(), b.code());
    }
    if (block instanceof Block.Container b) {
      List<Block> children = b.children().stream().map(c -> placed(c, start, end)).toList();
      return new Block.Container(start, end, b.name(), b.title(), b.attributes(), children);
    }
    return block instanceof Block.Shortcode b ? new Block.Shortcode(start, end, b.call()) : block;
  }

  private static String unprefixed(String quoted) {
    StringBuilder out = new StringBuilder();
    quoted.lines().forEach(line -> out.append(line.replaceFirst("^ {0,3}> ?", "")).append('\n'));
    return out.toString().strip();
  }

  private void prose(int start, int end, List<Node> nodes, List<Block> blocks) {
    if (start < 0) {
      nodes.clear();
      return;
    }
    List<Block> inner = new ArrayList<>();
    int from = start;
    while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
      from--;
    }
    String indent = text.substring(from, start);
    StringBuilder out = new StringBuilder();
    marked(from, end, nodes, inner)
        .lines()
        .forEach(
            line ->
                out.append(line.startsWith(indent) ? line.substring(indent.length()) : line)
                    .append('\n'));
    String markdown = out.toString().stripTrailing();
    if (!markdown.isBlank()) {
      blocks.add(new Block.Prose(start, end, markdown, inner));
    }
    nodes.clear();
  }

  private String marked(int start, int end, Node node, List<Block> inner) {
    return marked(start, end, List.of(node), inner);
  }

  // The text, with a mark for each box or code in lists, quotations and notes of these nodes.
  private String marked(int start, int end, List<Node> nodes, List<Block> inner) {
    List<Node> found = new ArrayList<>();
    nodes.forEach(node -> within(node, 0, found));
    found.removeIf(node -> node.getStartOffset() < start || node.getEndOffset() > end);
    if (found.isEmpty()) {
      return text.substring(start, end);
    }
    StringBuilder out = new StringBuilder();
    int at = start;
    for (Node node : found) {
      Block block = special(node, 1).orElseThrow();
      int from = node.getStartOffset();
      while (from < node.getEndOffset() && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      out.append(Block.Prose.unmarked(text.substring(at, from)));
      out.append(Block.Prose.mark(inner.size()));
      inner.add(block);
      int line = text.indexOf('\n', Math.max(from, block.end() - 1));
      at = Math.min(end, line < 0 ? end : line);
    }
    return out.append(Block.Prose.unmarked(text.substring(at, end))).toString();
  }

  private void within(Node parent, int depth, List<Node> found) {
    boolean deep = depth > Rendering.DEEPEST;
    for (Node node = parent.getFirstChild(); node != null && !deep; node = node.getNext()) {
      if (node instanceof DirectiveBlock
          || node instanceof ShortcodeBlock
          || node instanceof FencedCodeBlock
          || node instanceof LiteralBlock) {
        found.add(node);
      } else {
        within(node, depth + 1, found);
      }
    }
  }
}
