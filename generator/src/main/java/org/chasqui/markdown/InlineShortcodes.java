package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.chasqui.markdown.Nodes.InlineShortcode;
import org.jspecify.annotations.Nullable;

/** Writes the shortcodes that stand within paragraphs. */
final class InlineShortcodes {
  private final Rendering rendering;
  private final InlineWriter inlines;
  private final Map<Node, Node> closers = new IdentityHashMap<>();
  private int within;
  private final Set<Node> paired = Collections.newSetFromMap(new IdentityHashMap<>());

  InlineShortcodes(Rendering rendering, InlineWriter inlines) {
    this.rendering = rendering;
    this.inlines = inlines;
  }

  /** Writes a shortcode with what stands in it; returns the node to go on with. */
  @Nullable Node write(InlineShortcode node) {
    ShortcodeTag tag = node.tag;
    if (tag.kind() == ShortcodeTag.Kind.ESCAPED) {
      Html.escape(rendering.out, tag.text());
      return node.getNext();
    }
    pair(node.getParent());
    Node closer = closers.get(node);
    if (tag.kind() == ShortcodeTag.Kind.CLOSE) {
      rendering.blocks.directives.strayShortcode(tag.name(), node);
      return node.getNext();
    }
    Node first = node.getNext();
    within++;
    String inside = closer == null ? "" : rendering.capture(() -> inlines.from(first, closer));
    within--;
    String source =
        closer == null
            ? ""
            : rendering.text.substring(node.getEndOffset(), closer.getStartOffset());
    put(
        node.getParent(),
        rendering.capture(
            () -> rendering.blocks.directives.shortcode(tag, inside, source, node, true)));
    return closer == null ? node.getNext() : closer.getNext();
  }

  private void put(@Nullable Node parent, String html) {
    boolean roomy =
        parent instanceof Paragraph
            || parent instanceof TableCell
            || parent instanceof DefinitionTerm;
    if (!ParagraphWriter.isBlocks(html)) {
      rendering.out.append(html);
    } else if (rendering.inPhrase || !roomy) {
      rendering.out.append(ParagraphWriter.asSpans(html));
    } else if (within == 0 && rendering.blocks.paragraphs.isOpen(parent)) {
      rendering.blocks.paragraphs.interrupt(html);
    } else {
      rendering.out.append(html);
    }
  }

  // Finds which tags among the children of a node belong together: once for each parent.
  private void pair(@Nullable Node parent) {
    if (parent == null || !paired.add(parent)) {
      return;
    }
    Deque<InlineShortcode> open = new ArrayDeque<>();
    Map<String, Integer> names = new HashMap<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof InlineShortcode shortcode) {
        if (shortcode.tag.kind() == ShortcodeTag.Kind.OPEN) {
          open.push(shortcode);
          names.merge(shortcode.tag.name(), 1, Integer::sum);
        } else if (shortcode.tag.kind() == ShortcodeTag.Kind.CLOSE
            && names.getOrDefault(shortcode.tag.name(), 0) > 0) {
          closers.put(opener(shortcode.tag.name(), open, names), shortcode);
        }
      }
    }
  }

  // The nearest that is open; those opened behind it have nothing in them, as they cannot cross it.
  private static Node opener(String name, Deque<InlineShortcode> open, Map<String, Integer> names) {
    InlineShortcode top = open.pop();
    names.merge(top.tag.name(), -1, Integer::sum);
    while (!top.tag.name().equals(name)) {
      top = open.pop();
      names.merge(top.tag.name(), -1, Integer::sum);
    }
    return top;
  }
}
