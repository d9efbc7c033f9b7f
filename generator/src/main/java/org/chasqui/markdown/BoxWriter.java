package org.chasqui.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.util.ast.Node;
import java.util.List;
import java.util.Optional;
import org.chasqui.markdown.Nodes.DirectiveBlock;

/** Writes boxes: notes, challenges, solutions, however their authors wrote them. */
final class BoxWriter {
  private final Rendering rendering;
  private final DirectiveWriter directives;
  private final StringBuilder out;

  BoxWriter(Rendering rendering, DirectiveWriter directives) {
    this.rendering = rendering;
    this.directives = directives;
    this.out = rendering.out;
  }

  /** Writes the heading that titles a box. */
  void title(Heading heading) {
    rendering.blocks.heading(heading, rendering.headingIds.of(heading), "callout-title", false);
  }

  /** Writes a box that a directive makes. */
  void write(DirectiveBlock block, String title, String html, String classes, String id) {
    boolean dropdown = List.of(classes.split(" ")).contains("dropdown");
    String name = dropdown && !block.name().equals("instructor") ? "dropdown" : block.name();
    Optional<String> solves = Solves.exercise(block, rendering.text);
    String of = solves.map(label -> Html.attribute("data-for", label)).orElse("");
    open(name, classes, id + of + (block.option("open").isPresent() ? " open=\"\"" : ""));
    boolean folded = Callouts.isFolded(name);
    out.append(folded ? "<summary>" : "");
    if (!title.isEmpty()) {
      out.append(folded ? title.strip() : title);
    } else if (solves.isPresent()) {
      word(block.name(), folded);
    } else if (!block.opening.title().isEmpty()) {
      rendering.open(folded ? "span" : "p", block.titleStart, "callout-title", "");
      directives.inline(block.opening.title(), block.titleStart);
      out.append(folded ? "</span>" : "</p>\n");
    } else {
      word(block.name(), folded);
    }
    out.append(folded ? "</summary>\n<div class=\"callout-body\">\n" : "");
    out.append(html);
    rendering.line();
    close(name);
  }

  /** Opens a box. */
  void open(String name, String classes, String more) {
    rendering.line();
    String tag =
        Callouts.isFolded(name) ? "details" : Callouts.isSection(name) ? "section" : "aside";
    // A page may have many notes: none of them is a landmark, which must be few and have names.
    out.append('<').append(tag).append(tag.equals("aside") ? " role=\"note\"" : "");
    out.append(" class=\"callout");
    Html.escape(out, classes.equals("callout") ? "" : " " + classes);
    out.append('"').append(more).append(">\n");
  }

  /** Closes a box. */
  void close(String name) {
    rendering.line();
    String tag =
        Callouts.isFolded(name) ? "details" : Callouts.isSection(name) ? "section" : "aside";
    out.append(Callouts.isFolded(name) ? "</div>\n" : "");
    out.append("</").append(tag).append(">\n");
  }

  /** Writes the interface's word for a box. */
  void word(String name) {
    word(name, Callouts.isFolded(name));
  }

  private void word(String name, boolean folded) {
    out.append(folded ? "<span class=\"callout-title\">" : "<p class=\"callout-title\">");
    Html.escape(out, rendering.word("callout." + name));
    out.append(folded ? "</span>" : "</p>\n");
  }

  /** A quote whose first line makes it a box, as GitHub has it. */
  void alert(BlockQuote quote, Alerts.Alert alert) {
    String name = alert.name();
    open(name, name, "");
    boolean folded = Callouts.isFolded(name);
    out.append(folded ? "<summary>" : "");
    if (alert.titleEnd() > alert.titleStart()) {
      rendering.open(folded ? "span" : "p", alert.titleStart(), "callout-title", "");
      directives.inline(
          rendering.text.substring(alert.titleStart(), alert.titleEnd()), alert.titleStart());
      out.append(folded ? "</span>" : "</p>\n");
    } else {
      word(name);
    }
    out.append(folded ? "</summary>\n<div class=\"callout-body\">\n" : "");
    Node rest = alert.rest();
    if (rest != null) {
      Node whole = rest.getParent();
      rendering.blocks.paragraphs.write(
          whole == null ? rest : whole,
          rest,
          () -> rendering.open("p", rest.getStartOffset(), "", ""));
    }
    Node first = quote.getFirstChild();
    rendering.blocks.from(first == null ? null : first.getNext());
    close(name);
  }

  /** A quote that a class makes a box; a heading in front is its title. */
  void quoted(BlockQuote quote, String name) {
    Attributes attributes = BlockAttributes.of(quote);
    open(name, String.join(" ", attributes.classes()), AttributeWriter.withoutClasses(attributes));
    boolean folded = Callouts.isFolded(name);
    Node first = quote.getFirstChild();
    out.append(folded ? "<summary>" : "");
    if (first instanceof Heading heading) {
      String title = rendering.capture(() -> title(heading));
      out.append(folded ? title.strip() : title);
    } else {
      word(name);
    }
    out.append(folded ? "</summary>\n<div class=\"callout-body\">\n" : "");
    rendering.blocks.from(first instanceof Heading ? first.getNext() : first);
    close(name);
  }
}
