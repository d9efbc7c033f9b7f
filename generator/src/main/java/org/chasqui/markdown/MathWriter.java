package org.chasqui.markdown;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Optional;
import org.chasqui.markdown.Labels.Label;
import org.chasqui.markdown.Nodes.MathBlock;

/** Writes formulas. */
final class MathWriter {
  private final Rendering rendering;
  private final StringBuilder out;

  MathWriter(Rendering rendering) {
    this.rendering = rendering;
    this.out = rendering.out;
  }

  /** A formula within a line. */
  void inline(String tex, boolean display, Node at) {
    String marks = display ? "$$" : "$";
    out.append(display ? "<span class=\"math display\">" : "<span class=\"math\">");
    Html.escape(out, marks + tex + marks);
    out.append("</span>");
  }

  /** A formula between dollars on lines of its own. */
  void block(MathBlock node) {
    StringBuilder all = new StringBuilder();
    for (BasedSequence line : node.lines) {
      all.append(line);
    }
    String text = all.toString().strip();
    int end = text.lastIndexOf("$$");
    String tex = text.substring(Math.min(2, text.length()), end > 1 ? end : text.length());
    display(tex, node.label, node);
    if (!node.closed) {
      rendering.warning(
          "math-unclosed",
          "This formula begins with '$$' and never ends.",
          node,
          Optional.of("Write '$$' after its last line."));
    }
  }

  /** A formula on lines of its own, with the number by which others name it. */
  void display(String tex, String id, Node at) {
    rendering.line();
    if (!id.isEmpty()) {
      rendering.ids.add(id);
    }
    out.append("<div class=\"math\"").append(Html.attribute("id", id)).append('>');
    Html.escape(out, "$$" + tex + "$$");
    int number = id.isEmpty() ? 0 : rendering.labels().find(id).map(Label::number).orElse(0);
    if (number > 0) {
      out.append(" <span class=\"equation-number\">(").append(number).append(")</span>");
    }
    out.append("</div>\n");
  }
}
