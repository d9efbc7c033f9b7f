package org.chasqui.markdown;

import java.util.Optional;
import org.chasqui.diagnostic.Severity;
import org.chasqui.markdown.Labels.Label;
import org.chasqui.markdown.Nodes.MathBlock;
import org.chasqui.math.Formula;

/** Writes formulas: as MathML, or as the author's TeX if it cannot be read. */
final class MathWriter {
  /** A display with more TeX than this may be wider than a telephone, and must scroll by keys. */
  private static final int NARROW = 40;

  private final Rendering rendering;
  private final StringBuilder out;

  MathWriter(Rendering rendering) {
    this.rendering = rendering;
    this.out = rendering.out;
  }

  /** A formula within a line. */
  void inline(TexSource source, boolean display) {
    Optional<String> made = made(source, display);
    if (made.isPresent()) {
      out.append(made.get());
      return;
    }
    String marks = display ? "$$" : "$";
    out.append(display ? "<span class=\"math display\">" : "<span class=\"math\">");
    Html.escape(out, marks + source.tex() + marks);
    out.append("</span>");
  }

  /** A formula between dollars on lines of its own. */
  void block(MathBlock node) {
    display(TexSource.of(node.lines).withoutDollars(), node.label);
    if (!node.closed) {
      rendering.warning(
          "math-unclosed",
          "This formula begins with '$$' and never ends.",
          node,
          Optional.of("Write '$$' after its last line."));
    }
  }

  /** A formula on lines of its own, with the number by which others name it. */
  void display(TexSource source, String id) {
    rendering.line();
    if (!id.isEmpty()) {
      rendering.ids.add(id);
    }
    String keys = source.tex().strip().length() > NARROW ? " tabindex=\"0\"" : "";
    out.append("<div class=\"math\"").append(Html.attribute("id", id)).append(keys).append('>');
    Optional<String> made = made(source, true);
    if (made.isPresent()) {
      out.append(made.get());
    } else {
      Html.escape(out, "$$" + source.tex() + "$$");
    }
    int number = id.isEmpty() ? 0 : rendering.labels().find(id).map(Label::number).orElse(0);
    if (number > 0) {
      out.append(" <span class=\"equation-number\">(").append(number).append(")</span>");
    }
    out.append("</div>\n");
  }

  private Optional<String> made(TexSource source, boolean display) {
    if (rendering.options.formulas().isEmpty() || source.isBlank()) {
      return Optional.empty();
    }
    Formula formula = rendering.options.formulas().get().of(source.tex(), display);
    if (formula instanceof Formula.MathMl mathMl) {
      return Optional.of(mathMl.html());
    }
    if (formula instanceof Formula.Fault fault) {
      int start = source.offset(fault.start());
      int end = fault.end() > fault.start() ? source.offset(fault.end() - 1) + 1 : start;
      rendering.problem(
          Severity.WARNING,
          "math-invalid",
          fault.message(),
          start,
          Math.max(start, end),
          fault.help());
    }
    return Optional.empty();
  }
}
