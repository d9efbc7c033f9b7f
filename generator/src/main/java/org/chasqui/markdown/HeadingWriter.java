package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Optional;

/** Writes headings. */
final class HeadingWriter {
  private final Rendering rendering;
  private final StringBuilder out;

  HeadingWriter(Rendering rendering) {
    this.rendering = rendering;
    this.out = rendering.out;
  }

  /** Writes a heading; one that titles a box stays out of the page's list of headings. */
  void write(Heading node, String id, String classes, boolean listed) {
    int level = Math.min(6, node.getLevel() + rendering.options.headingShift());
    if (rendering.headingIds.isDuplicate(node)) {
      rendering.error(
          "heading-id-duplicate",
          "Another heading above has the id '" + id + "' already.",
          node,
          Optional.of("Give one of them another {#id}."));
    }
    rendering.ids.add(id);
    rendering.line();
    rendering.open(
        "h" + level,
        node.getText().getStartOffset(),
        classes(node, classes),
        Html.attribute("id", id));
    int from = out.length();
    rendering.inlines.children(node);
    while (out.length() > from && Character.isWhitespace(out.charAt(out.length() - 1))) {
      out.setLength(out.length() - 1);
    }
    String html = out.substring(from);
    if (listed) {
      rendering.headings.add(
          new org.chasqui.markdown.Heading(level, id, withoutLinks(html), PlainText.of(node)));
    }
    out.append("<a class=\"heading-anchor\" href=\"#")
        .append(Html.url(id))
        .append("\" aria-hidden=\"true\" tabindex=\"-1\"></a></h")
        .append(level)
        .append(">\n");
  }

  private static String classes(Heading node, String more) {
    StringBuilder classes = new StringBuilder(more);
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof Nodes.InlineAttributes attributes && HeadingIds.endsHeading(child)) {
        attributes.attributes.classes().forEach(name -> classes.append(' ').append(name));
      }
    }
    BlockAttributes.of(node).classes().forEach(name -> classes.append(' ').append(name));
    return classes.toString().strip();
  }

  private static String withoutLinks(String html) {
    return html.indexOf('<') < 0
        ? html
        : html.replaceAll(
            "<sup class=\"footnote-ref\">[^<]*+(?:<(?!/?sup)[^<]*+)*+</sup>"
                + "|</?a(?: [^>]*)?>| id=\"[^\"]*\"",
            "");
  }
}
