package org.chasqui.markdown;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.HashSet;
import java.util.List;
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
      rendering.math.display(TexSource.of(fence.lines()), fence.id());
    } else if (fence.language().equals("mermaid")) {
      diagram(fence.code());
    } else if (OUTPUT.contains(fence.language())) {
      out.append("<div class=\"code-")
          .append(fence.language())
          .append("\">\n<p class=\"code-label\">");
      Html.escape(out, rendering.word("code." + fence.language()));
      out.append("</p>\n");
      pre(fence, fence.code(), "");
      out.append("</div>\n");
    } else {
      tagged(fence);
    }
  }

  // As Jupyter Book shows what these tags name.
  private void tagged(CodeFence fence) {
    Set<String> tags = tags(fence);
    if (tags.contains("remove-input") || tags.contains("remove-cell")) {
      return;
    }
    boolean folded = tags.contains("hide-input") || tags.contains("hide-cell");
    if (folded) {
      out.append("<details class=\"callout code\">\n<summary><span class=\"callout-title\">");
      Html.escape(out, rendering.word("code.hidden"));
      out.append("</span></summary>\n<div class=\"callout-body\">\n");
    }
    listing(fence, fence.code());
    out.append(folded ? "</div>\n</details>\n" : "");
  }

  /** The words that a fence is marked with: its tags, classes and bare attributes. */
  static Set<String> tags(CodeFence fence) {
    if (fence.attributes().isEmpty()) {
      return Set.of();
    }
    Set<String> tags = new HashSet<>();
    for (String key : List.of("tags", "class", "classes")) {
      tags.addAll(List.of(fence.attributes().getOrDefault(key, "").split("[\\s,\\[\\]\"']+")));
    }
    fence.attributes().keySet().forEach(key -> tags.add(key.replaceFirst("^\\.", "")));
    return tags;
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
    if (DataTable.is(fence)) {
      new DataTableWriter(rendering).write(fence, start, end);
      return true;
    }
    return include(fence, start, end) || new BookWriter(rendering).write(fence, directive);
  }

  // Another file's text, as code or as part of this one.
  private boolean include(CodeFence fence, int start, int end) {
    boolean code = fence.directive().equals("literalinclude");
    if (!code && !fence.directive().equals("include")) {
      return false;
    }
    Includes includes = new Includes(rendering);
    Optional<String> text = includes.text(fence, start, end);
    boolean literal =
        code || fence.attributes().containsKey("code") || fence.attributes().containsKey("literal");
    if (literal) {
      text.ifPresent(t -> listing(fence, t));
    } else {
      text.ifPresent(t -> includes.markdown(t, start, end));
    }
    return true;
  }

  // The text of a diagram stays readable; what draws it is a matter of the theme.
  private void diagram(String text) {
    out.append("<pre class=\"mermaid\" tabindex=\"0\">");
    Html.escape(out, text);
    out.append("</pre>\n");
  }

  private void listing(CodeFence fence, String code) {
    String caption =
        fence
            .attributes()
            .getOrDefault(
                "caption",
                fence.directive().isEmpty() ? fence.attributes().getOrDefault("title", "") : "");
    if (caption.isEmpty()) {
      pre(fence, code, fence.directive().isEmpty() ? "" : id(fence));
      return;
    }
    out.append("<figure class=\"listing\"").append(id(fence)).append(">\n<figcaption>");
    out.append(Inlines.render(caption, RenderOptions.PLAIN)).append("</figcaption>\n");
    pre(fence, code, "");
    out.append("</figure>\n");
  }

  private String id(CodeFence fence) {
    if (!fence.id().isEmpty()) {
      rendering.ids.add(fence.id());
    }
    return Html.attribute("id", fence.id());
  }

  private void pre(CodeFence fence, String written, String id) {
    String code = ShortcodeTag.unescaped(written);
    out.append("<pre tabindex=\"0\"").append(id).append("><code");
    if (!fence.language().isEmpty()) {
      out.append(Html.attribute("class", "language-" + fence.language()));
    }
    out.append('>');
    CommentLanguages comments = CommentLanguages.of(rendering, fence, written, code);
    String lines = fence.attributes().getOrDefault("emphasize-lines", "");
    if (lines.isEmpty()) {
      Highlighter.write(fence.language(), code, comments, out);
    } else {
      StringBuilder coloured = new StringBuilder();
      Highlighter.write(fence.language(), code, comments, coloured);
      int count = (int) code.lines().count();
      LineMarks.write(coloured.toString(), Includes.numbers(lines, count), out);
    }
    out.append("</code></pre>\n");
  }
}
