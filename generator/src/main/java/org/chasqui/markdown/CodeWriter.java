package org.chasqui.markdown;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Optional;
import java.util.Set;
import org.chasqui.markdown.Nodes.LiteralBlock;

/** Writes code blocks, coloured by {@link Highlighter}. */
final class CodeWriter {
  private static final Set<String> OUTPUT = Set.of("output", "error", "warning");
  private final Rendering rendering;
  private final StringBuilder out;

  CodeWriter(Rendering rendering) {
    this.rendering = rendering;
    this.out = rendering.out;
  }

  void fenced(FencedCodeBlock block) {
    if (block.getClosingMarker().isEmpty()) {
      rendering.warning(
          "fence-unclosed",
          "This code block is never closed: all that follows is code.",
          block,
          Optional.of(
              "Write a line with '" + block.getOpeningMarker() + "' after the code's last line."));
    }
    write(CodeFence.of(block), block.getStartOffset(), block.getEndOffset());
  }

  void literal(LiteralBlock block) {
    if (!block.closed) {
      DirectiveWriter.unclosed(rendering, block.opening.name(), block.opener);
    }
    write(CodeFence.of(block), block.getStartOffset(), block.getEndOffset());
  }

  void indented(IndentedCodeBlock block) {
    rendering.line();
    StringBuilder code = new StringBuilder();
    for (BasedSequence line : block.getContentLines()) {
      code.append(line);
    }
    out.append("<pre tabindex=\"0\"><code>");
    Html.escape(out, withoutTrailingBlankLines(code.toString()));
    out.append("</code></pre>\n");
  }

  private static String withoutTrailingBlankLines(String code) {
    int end = code.length();
    for (int i = code.length(); i > 0 && Character.isWhitespace(code.charAt(i - 1)); i--) {
      end = code.charAt(i - 1) == '\n' || code.charAt(i - 1) == '\r' ? i - 1 : end;
    }
    return code.substring(0, end) + "\n";
  }

  private void write(CodeFence fence, int start, int end) {
    rendering.line();
    if (!fence.directive().isEmpty() && special(fence, start, end)) {
      return;
    }
    if (fence.language().equals("math")) {
      math(fence);
    } else if (OUTPUT.contains(fence.language())) {
      out.append("<div class=\"code-")
          .append(fence.language())
          .append("\">\n<p class=\"code-label\">");
      Html.escape(out, rendering.word("code." + fence.language()));
      out.append("</p>\n");
      pre(fence);
      out.append("</div>\n");
    } else {
      pre(fence);
    }
  }

  private boolean special(CodeFence fence, int start, int end) {
    String code = fence.code();
    Directive directive =
        new Directive(
            Directive.Kind.DIV,
            fence.directive(),
            fence.argument().isEmpty() ? java.util.List.of() : java.util.List.of(fence.argument()),
            fence.attributes(),
            code,
            "",
            start,
            end);
    Optional<String> custom = rendering.blocks.directives.ask(directive);
    if (custom.isPresent()) {
      out.append(custom.get());
      rendering.line();
      return true;
    }
    if (fence.directive().equals("image")) {
      rendering.blocks.directives.picture(directive);
      return true;
    }
    return false;
  }

  private void math(CodeFence fence) {
    out.append("<div class=\"math\">$$\n");
    Html.escape(out, fence.code());
    out.append("$$</div>\n");
  }

  private void pre(CodeFence fence) {
    out.append("<pre tabindex=\"0\"><code");
    if (!fence.language().isEmpty()) {
      out.append(Html.attribute("class", "language-" + fence.language()));
    }
    out.append('>');
    Highlighter.write(fence.language(), fence.code(), out);
    out.append("</code></pre>\n");
  }
}
