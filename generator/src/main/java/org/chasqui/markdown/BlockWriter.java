package org.chasqui.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.ParagraphItemContainer;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.definition.DefinitionItem;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListItem;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.BlankLine;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import java.util.Optional;
import org.chasqui.markdown.Nodes.DirectiveBlock;
import org.chasqui.markdown.Nodes.EndLine;
import org.chasqui.markdown.Nodes.LiteralBlock;
import org.chasqui.markdown.Nodes.MarkLine;
import org.chasqui.markdown.Nodes.MathBlock;
import org.chasqui.markdown.Nodes.ShortcodeBlock;
import org.jspecify.annotations.Nullable;

/** Writes blocks. */
final class BlockWriter {
  private final Rendering rendering;
  private final StringBuilder out;
  private final CodeWriter code;
  private final TableWriter tables;
  private final FigureWriter figures;
  private final HeadingWriter headings;
  final ParagraphWriter paragraphs;
  final DirectiveWriter directives;

  BlockWriter(Rendering rendering) {
    this.rendering = rendering;
    this.out = rendering.out;
    this.code = new CodeWriter(rendering);
    this.tables = new TableWriter(rendering);
    this.figures = new FigureWriter(rendering, this);
    this.headings = new HeadingWriter(rendering);
    this.paragraphs = new ParagraphWriter(rendering);
    this.directives = new DirectiveWriter(rendering);
  }

  /** Writes the blocks in a node. */
  void children(Node parent) {
    from(parent.getFirstChild());
  }

  /** Writes a block and all that follow it in the same parent. */
  void from(@Nullable Node first) {
    rendering.depth++;
    if (rendering.depth > DirectiveFactory.DEEPEST && first != null) {
      rendering.tooDeep(first);
    }
    if (rendering.depth > Rendering.DEEPEST) {
      for (Node node = first; node != null; node = node.getNext()) {
        Html.escape(out, node.getChars());
      }
    } else {
      for (Node node = first; node != null; node = node.getNext()) {
        write(node);
      }
    }
    rendering.depth--;
  }

  /** Writes one block and none after it. */
  void only(Node node) {
    if (rendering.depth > Rendering.DEEPEST) {
      Html.escape(out, node.getChars());
    } else {
      rendering.depth++;
      write(node);
      rendering.depth--;
    }
  }

  private void write(Node node) {
    if (node instanceof Paragraph paragraph) {
      paragraph(paragraph);
    } else if (node instanceof Heading heading) {
      headings.write(heading, rendering.headingIds.of(heading), "", true);
    } else if (node instanceof BulletList) {
      list(node, "ul", "");
    } else if (node instanceof OrderedList list) {
      int start = list.getStartNumber();
      list(node, "ol", start == 1 ? "" : " start=\"" + start + "\"");
    } else if (node instanceof DefinitionTerm) {
      term(node);
    } else if (node instanceof DefinitionItem) {
      element(node, "dd");
    } else if (node instanceof ListItem item) {
      item(item);
    } else if (node instanceof FencedCodeBlock block) {
      code.fenced(block);
    } else if (node instanceof IndentedCodeBlock block) {
      code.indented(block);
    } else {
      container(node);
    }
  }

  private void container(Node node) {
    if (node instanceof BlockQuote quote) {
      quote(quote);
    } else if (node instanceof DirectiveBlock block) {
      directives.div(block);
    } else if (node instanceof ShortcodeBlock block) {
      directives.shortcodeBlock(block);
    } else if (node instanceof LiteralBlock block) {
      code.literal(block);
    } else if (node instanceof EndLine end) {
      directives.end(end);
    } else if (node instanceof TableBlock) {
      tables.table(node);
    } else if (node instanceof HtmlBlockBase) {
      html(node);
    } else if (node instanceof DefinitionList) {
      element(node, "dl");
    } else if (node instanceof FootnoteBlock footnote) {
      rendering.footnotes.define(footnote);
    } else {
      leaf(node);
    }
  }

  private void leaf(Node node) {
    if (node instanceof ThematicBreak) {
      rendering.line();
      out.append("<hr />\n");
    } else if (node instanceof Nodes.AttributesLine line) {
      if (!BlockAttributes.isUsed(line)) {
        rendering.warning(
            "attributes-stray",
            "These attributes stand beside nothing that they could belong to.",
            line,
            Optional.of("Put them on the line below what they describe, without a blank line."));
      }
    } else if (node instanceof MathBlock math) {
      rendering.math.block(math);
    } else if (node instanceof MarkLine mark) {
      // A heading that has the label as its id already needs no second one.
      boolean own =
          node.getNext() instanceof Heading next
              && rendering.headingIds.of(next).equals(mark.label);
      if (!mark.label.isEmpty() && !own && rendering.ids.add(mark.label)) {
        rendering.line();
        out.append("<span").append(Html.attribute("id", mark.label)).append("></span>\n");
      }
    } else if (!(node instanceof Nodes.AbbreviationLine
        || node instanceof Reference
        || node instanceof BlankLine)) {
      children(node);
    }
  }

  // A term holds its text in a paragraph or directly.
  private void term(Node node) {
    Node first = node.getFirstChild();
    rendering.line();
    boolean glossary = isInGlossary(node);
    String id = glossary ? Labels.termId(PlainText.of(node)) : "";
    if (glossary && !rendering.ids.add(id)) {
      id = "";
    }
    rendering.open("dt", node.getStartOffset(), "", Html.attribute("id", id));
    out.append(glossary ? "<dfn>" : "");
    rendering.inlines.children(first instanceof Paragraph ? first : node);
    out.append(glossary ? "</dfn>" : "").append("</dt>\n");
  }

  private static boolean isInGlossary(Node node) {
    for (Node up = node.getParent(); up != null; up = up.getParent()) {
      if (up instanceof DirectiveBlock box && box.name().equals("glossary")) {
        return true;
      }
    }
    return false;
  }

  private void element(Node node, String tag) {
    rendering.line();
    out.append('<').append(tag).append('>');
    if (!tag.equals("dd") || !isTight(node.getFirstChild())) {
      out.append('\n');
    }
    children(node);
    trimLine();
    out.append(tag.equals("dd") ? "" : "\n").append("</").append(tag).append(">\n");
  }

  private void trimLine() {
    int length = out.length();
    if (length > 0 && out.charAt(length - 1) == '\n') {
      out.setLength(length - 1);
    }
  }

  private void paragraph(Paragraph node) {
    if (isTight(node)) {
      tight(node);
      if (node.getNext() != null) {
        out.append('\n');
      }
      return;
    }
    rendering.line();
    if (figures.write(node)) {
      return;
    }
    paragraphs.write(node, node.getFirstChild(), () -> open("p", node));
  }

  // Has no element of its own, unless it must say its language: then one that may hold what it
  // holds.
  private void tight(Paragraph node) {
    if (rendering.stretch(node.getStartOffset()).isEmpty()) {
      rendering.inlines.children(node);
      return;
    }
    String inside = rendering.capture(() -> rendering.inlines.children(node));
    String tag = ParagraphWriter.isBlocks(inside) ? "div" : "span";
    rendering.open(tag, node.getStartOffset(), "", "");
    out.append(inside).append("</").append(tag).append('>');
  }

  /** Opens an element with the attributes that its author wrote beside it. */
  void open(String tag, Node node) {
    Attributes attributes = BlockAttributes.of(node);
    if (!attributes.id().isEmpty()) {
      rendering.ids.add(attributes.id());
    }
    rendering.open(
        tag,
        node.getStartOffset(),
        String.join(" ", attributes.classes()),
        AttributeWriter.withoutClasses(attributes));
  }

  private static boolean isTight(@Nullable Node node) {
    return node instanceof Paragraph paragraph
        && paragraph.getParent() instanceof ParagraphItemContainer container
        && container.isParagraphWrappingDisabled(paragraph, Dialect.LISTS, Dialect.options());
  }

  /** Writes a heading; one that titles a box stays out of the page's list of headings. */
  void heading(Heading node, String id, String classes, boolean listed) {
    headings.write(node, id, classes, listed);
  }

  private void list(Node node, String tag, String more) {
    rendering.line();
    boolean tasks = node.getFirstChild() instanceof TaskListItem;
    Attributes attributes = BlockAttributes.of(node);
    String classes = ((tasks ? "task-list " : "") + String.join(" ", attributes.classes())).strip();
    out.append('<').append(tag).append(Html.attribute("class", classes)).append(more);
    out.append(AttributeWriter.withoutClasses(attributes)).append(">\n");
    children(node);
    rendering.line();
    out.append("</").append(tag).append(">\n");
  }

  private void item(ListItem node) {
    rendering.line();
    if (node instanceof TaskListItem task) {
      out.append("<li class=\"task-list-item\"><input type=\"checkbox\" disabled=\"\"");
      out.append(task.isItemDoneMarker() ? " checked=\"\" /> " : " /> ");
    } else {
      out.append("<li>");
    }
    Node first = node.getFirstChild();
    if (first != null && !isTight(first)) {
      out.append('\n');
    }
    children(node);
    int length = out.length();
    if (length > 0 && out.charAt(length - 1) == '\n' && isTight(node.getLastChild())) {
      out.setLength(length - 1);
    }
    out.append("</li>\n");
  }

  private void quote(BlockQuote node) {
    Optional<Alerts.Alert> alert = Alerts.of(node);
    if (alert.isPresent()) {
      directives.boxes.alert(node, alert.get());
      return;
    }
    Optional<String> box = Alerts.box(node);
    if (box.isPresent()) {
      directives.boxes.quoted(node, box.get());
      return;
    }
    Alerts.misspelt(node)
        .ifPresent(name -> directives.unknown(name.text(), name.start(), name.end()));
    rendering.line();
    open("blockquote", node);
    out.append('\n');
    children(node);
    out.append("</blockquote>\n");
  }

  private void html(Node node) {
    rendering.line();
    List<BasedSequence> lines = ((HtmlBlockBase) node).getContentLines();
    String chars = (lines.isEmpty() ? node.getChars() : LineText.joined(lines)).toString();
    if (node instanceof HtmlCommentBlock && Controls.isControl(chars)) {
      return;
    }
    HtmlText.collectIds(chars, rendering.ids);
    out.append(rendering.html(chars));
    rendering.line();
  }
}
