package org.chasqui.markdown;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.chasqui.markdown.Nodes.AttributesLine;

/**
 * Which block a line of kramdown attributes, {@code {: .class #id}}, belongs to: the one it follows
 * without a blank line, otherwise the one that follows it so.
 */
final class BlockAttributes {
  private BlockAttributes() {}

  /** The attributes written for a block; {@link Attributes#NONE} if there are none. */
  static Attributes of(Node block) {
    if (block.getNext() instanceof AttributesLine line && touches(block, line)) {
      return line.attributes;
    }
    if (block.getPrevious() instanceof AttributesLine line
        && touches(line, block)
        && !followsBlock(line)) {
      return line.attributes;
    }
    return Attributes.NONE;
  }

  /** Whether a line of attributes belongs to a block. */
  static boolean isUsed(AttributesLine line) {
    Node next = line.getNext();
    return followsBlock(line)
        || (next != null && !(next instanceof AttributesLine) && touches(line, next));
  }

  private static boolean followsBlock(AttributesLine line) {
    Node before = line.getPrevious();
    return before != null && !(before instanceof AttributesLine) && touches(before, line);
  }

  // At most one line end between the two.
  private static boolean touches(Node one, Node other) {
    int from = end(one);
    int to = other.getStartOffset();
    BasedSequence text = one.getChars().getBaseSequence();
    int lines = 0;
    for (int i = Math.max(0, from - 1); i < to; i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && text.charAt(i + 1) != '\n')) {
        lines++;
      } else if (i >= from && c != '\r' && c != ' ' && c != '\t' && c != '>') {
        return false;
      }
    }
    return lines <= 1;
  }

  private static int end(Node node) {
    BasedSequence text = node.getChars().getBaseSequence();
    int end = node.getEndOffset();
    while (end > node.getStartOffset() && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
