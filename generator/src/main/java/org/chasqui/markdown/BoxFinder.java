package org.chasqui.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chasqui.markdown.Nodes.DirectiveBlock;
import org.chasqui.markdown.Nodes.InlineShortcode;
import org.chasqui.markdown.Nodes.LiteralBlock;
import org.chasqui.markdown.Nodes.ShortcodeBlock;

/**
 * Finds boxes by name wherever they stand, also in lists and quotes and however they are written,
 * and blots them out: divs, directives, shortcodes, quotations and code with such a class or tag.
 */
final class BoxFinder {
  private static final int LONGEST_LABEL = 1_000;

  private final Set<String> names;
  private final StringBuilder text;
  private final List<FootnoteBlock> footnotes = new ArrayList<>();

  private BoxFinder(Set<String> names, String text) {
    this.names = names;
    this.text = new StringBuilder(text);
  }

  static String without(String text, Set<String> names) {
    BoxFinder finder = new BoxFinder(names, text);
    finder.search(Dialect.parse(text), 0);
    finder.footnotes(text);
    return finder.text.toString();
  }

  private void search(Node parent, int depth) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof FootnoteBlock note) {
        footnotes.add(note);
      }
      int end = endOfMeant(node);
      if (end >= 0) {
        blot(node.getStartOffset(), end);
      } else if (depth < Rendering.DEEPEST) {
        search(node, depth + 1);
      }
    }
  }

  // Where what is meant ends, whichever way it was written; -1 for all else.
  private int endOfMeant(Node node) {
    if (node instanceof DirectiveBlock box) {
      return isMeant(box) ? Math.max(box.wholeEnd(), node.getEndOffset()) : -1;
    }
    if (node instanceof ShortcodeBlock shortcode) {
      return names.contains(shortcode.tag.name()) ? shortcode.wholeEnd() : -1;
    }
    if (node instanceof InlineShortcode shortcode) {
      return names.contains(shortcode.tag.name()) ? endOf(shortcode) : -1;
    }
    if (node instanceof FencedCodeBlock code) {
      return isMeant(CodeFence.of(code)) ? node.getEndOffset() : -1;
    }
    if (node instanceof LiteralBlock code) {
      return isMeant(CodeFence.of(code)) ? code.end : -1;
    }
    return node instanceof BlockQuote quote && isMeant(quote) ? node.getEndOffset() : -1;
  }

  // What is never closed ends with what it stands in.
  private static int endOf(InlineShortcode opening) {
    if (opening.tag.kind() != ShortcodeTag.Kind.OPEN) {
      return opening.getEndOffset();
    }
    for (Node node = opening.getNext(); node != null; node = node.getNext()) {
      boolean closes =
          node instanceof InlineShortcode other
              && other.tag.kind() == ShortcodeTag.Kind.CLOSE
              && other.tag.name().equals(opening.tag.name());
      if (closes) {
        return node.getEndOffset();
      }
    }
    Node parent = opening.getParent();
    return parent == null ? opening.getEndOffset() : parent.getEndOffset();
  }

  private boolean isMeant(CodeFence fence) {
    return CodeWriter.tags(fence).stream().anyMatch(names::contains);
  }

  // A footnote goes with the last box that refers to it.
  private void footnotes(String before) {
    if (footnotes.isEmpty()) {
      return;
    }
    Map<String, Integer> were = new HashMap<>();
    count(before, were, 1);
    Map<String, Integer> left = new HashMap<>();
    count(text.toString(), left, 1);
    for (FootnoteBlock note : footnotes) {
      String label = note.getText().toString();
      if (were.getOrDefault(label, 0) > 1 && left.getOrDefault(label, 0) <= 1) {
        int end = Math.min(note.getEndOffset(), text.length());
        count(text.substring(note.getStartOffset(), end), left, -1);
        blot(note.getStartOffset(), end);
      }
    }
  }

  // Counts the labels of the footnotes that a text names.
  private static void count(String text, Map<String, Integer> counts, int by) {
    int close = -1;
    for (int at = text.indexOf("[^"); at >= 0; at = text.indexOf("[^", at + 2)) {
      close = close < at ? text.indexOf(']', at) : close;
      if (close < 0) {
        return;
      }
      if (close - at < LONGEST_LABEL) {
        counts.merge(text.substring(at + 2, close), by, Integer::sum);
      }
    }
  }

  private boolean isMeant(DirectiveBlock box) {
    return names.contains(box.name())
        || box.opening.attributes().classes().stream().anyMatch(names::contains)
        || box.options.stream()
            .filter(option -> option.key().equals("class"))
            .flatMap(option -> Stream.of(option.value().text().split("[\\s,]+")))
            .anyMatch(names::contains);
  }

  private boolean isMeant(BlockQuote quote) {
    Optional<String> alert = Alerts.of(quote).map(Alerts.Alert::name);
    return alert.or(() -> Alerts.box(quote)).filter(names::contains).isPresent();
  }

  // Of the same length and with the same lines, so that every other place stays where it is.
  private void blot(int start, int end) {
    for (int i = start; i < Math.min(end, text.length()); i++) {
      if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
        text.setCharAt(i, ' ');
      }
    }
  }
}
