package org.chasqui.markdown;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.markdown.Nodes.LiteralBlock;
import org.chasqui.markdown.Nodes.ShortcodeBlock;

/**
 * Finds the directives {@code include} and {@code literalinclude}, and Quarto's shortcode {@code
 * include}, wherever they stand, also in lists, quotes and boxes.
 */
final class IncludeFinder {
  // One of these stands in every text that includes another: most need no second parsing.
  private static final List<String> SIGNS = List.of("include}", "< include ", "% include ");

  private final String text;
  private final List<Include> found = new ArrayList<>();

  private IncludeFinder(String text) {
    this.text = text;
  }

  static List<Include> in(String text) {
    // Looking once is cheaper than thrice.
    if (!text.contains("include") || SIGNS.stream().noneMatch(text::contains)) {
      return List.of();
    }
    IncludeFinder finder = new IncludeFinder(text);
    finder.search(Dialect.parse(text), 0);
    return finder.found;
  }

  private void search(Node parent, int depth) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof FencedCodeBlock block) {
        fence(CodeFence.of(block), block.getStartOffset(), block.getEndOffset());
      } else if (node instanceof LiteralBlock block) {
        fence(CodeFence.of(block), block.getStartOffset(), block.end);
      } else if (node instanceof ShortcodeBlock block && block.tag.name().equals("include")) {
        List<String> positional = block.tag.positional();
        Map<String, String> named = block.tag.named();
        String path = positional.isEmpty() ? named.getOrDefault("file", "") : positional.get(0);
        add(block.tag.start(), block.wholeEnd(), path, false, "", named);
      } else if (depth < Rendering.DEEPEST) {
        search(node, depth + 1);
      }
    }
  }

  private void fence(CodeFence fence, int start, int end) {
    boolean literal = fence.directive().equals("literalinclude");
    if (literal || fence.directive().equals("include")) {
      Map<String, String> options = fence.attributes();
      boolean code = literal || options.containsKey("code") || options.containsKey("literal");
      add(start, end, fence.argument().strip(), code, fence.language(), options);
    }
  }

  private void add(
      int start, int end, String path, boolean code, String language, Map<String, String> options) {
    int line = text.lastIndexOf('\n', start - 1) + 1;
    String indent = text.substring(line, start).replaceAll("[^>\\s]", " ");
    int last = end;
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    found.add(new Include(start, last, indent, path, code, language, options));
  }
}
