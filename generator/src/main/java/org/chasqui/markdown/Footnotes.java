package org.chasqui.markdown;

import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers footnotes in the order of their first reference and writes them at the end. */
final class Footnotes {
  private final Rendering rendering;
  private final List<FootnoteBlock> order = new ArrayList<>();
  private final Map<FootnoteBlock, Integer> numbers = new IdentityHashMap<>();
  private final Map<FootnoteBlock, Integer> references = new IdentityHashMap<>();
  private final List<FootnoteBlock> defined = new ArrayList<>();

  Footnotes(Rendering rendering) {
    this.rendering = rendering;
  }

  /** Keeps a definition for the end. */
  void define(FootnoteBlock block) {
    defined.add(block);
  }

  /** Writes the number of a footnote with a link to it. */
  void reference(Footnote node) {
    @Nullable FootnoteBlock block = node.getFootnoteBlock();
    if (block == null) {
      rendering.warning(
          "footnote-undefined",
          "There is no footnote '" + node.getText() + "'.",
          node,
          Optional.of("Write '[^" + node.getText() + "]: …' on a line of its own."));
      Html.escape(rendering.out, node.getChars());
      return;
    }
    Integer known = numbers.get(block);
    int number = known == null ? order.size() + 1 : known;
    if (known == null) {
      order.add(block);
      numbers.put(block, number);
    }
    int use = references.merge(block, 1, Integer::sum);
    String id = use == 1 ? "fnref-" + number : "fnref-" + number + "-" + use;
    rendering.ids.add(id);
    rendering
        .out
        .append("<sup class=\"footnote-ref\"><a href=\"#fn-")
        .append(number)
        .append("\" id=\"")
        .append(id)
        .append("\" role=\"doc-noteref\">")
        .append(number)
        .append("</a></sup>");
  }

  /** Writes all footnotes that were referred to. */
  void write() {
    StringBuilder out = rendering.out;
    if (!order.isEmpty()) {
      rendering.line();
      out.append("<section class=\"footnotes\" role=\"doc-endnotes\"")
          .append(Html.attribute("aria-label", rendering.word("footnotes.title")))
          .append(">\n<ol>\n");
      // Footnotes may refer to further ones, so the list may grow meanwhile.
      for (int i = 0; i < order.size(); i++) {
        write(order.get(i), i + 1);
      }
      out.append("</ol>\n</section>\n");
    }
    for (FootnoteBlock block : defined) {
      if (!numbers.containsKey(block)) {
        rendering.warning(
            "footnote-unused",
            "Nothing refers to this footnote, so it is not on the page.",
            block,
            Optional.of("Refer to it with '[^" + block.getText() + "]', or take it out."));
      }
    }
  }

  private void write(FootnoteBlock block, int number) {
    StringBuilder out = rendering.out;
    rendering.ids.add("fn-" + number);
    out.append("<li id=\"fn-").append(number).append("\">\n");
    rendering.blocks.children(block);
    while (!out.isEmpty() && out.charAt(out.length() - 1) == '\n') {
      out.setLength(out.length() - 1);
    }
    boolean paragraph = out.length() > 4 && out.substring(out.length() - 4).equals("</p>");
    if (paragraph) {
      out.setLength(out.length() - 4);
    }
    int uses = references.getOrDefault(block, 1);
    for (int use = 1; use <= uses; use++) {
      out.append(" <a class=\"footnote-back\" href=\"#fnref-").append(number);
      out.append(use == 1 ? "" : "-" + use).append("\" role=\"doc-backlink\"");
      out.append(Html.attribute("aria-label", rendering.word("footnotes.back"))).append(">↩</a>");
    }
    out.append(paragraph ? "</p>\n</li>\n" : "\n</li>\n");
  }

  /** The definition that a node stands in, if any. */
  static @Nullable Node definition(Node node) {
    return node.getAncestorOfType(FootnoteBlock.class);
  }
}
