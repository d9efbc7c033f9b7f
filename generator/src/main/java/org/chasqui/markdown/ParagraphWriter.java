package org.chasqui.markdown;

import com.vladsch.flexmark.util.ast.Node;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes paragraphs. What a shortcode in the middle of one writes may be blocks, which cannot stand
 * in a paragraph: it ends before them and goes on behind them. Where nothing can be ended, in
 * headings, titles and emphasis, the blocks become spans.
 */
final class ParagraphWriter {
  private static final String NAMES =
      "(?:address|article|aside|blockquote|dd|details|div|dl|dt|fieldset|figcaption|figure|footer"
          + "|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th"
          + "|thead|tr|ul)(?=[\\s/>])";
  private static final Pattern BLOCK = Pattern.compile("(?i)<" + NAMES);
  private static final Pattern RULE = Pattern.compile("(?i)<hr(?=[\\s/>])[^>]*+>");
  private static final Pattern TAG = Pattern.compile("(?i)<(/?)" + NAMES);
  private static final Pattern ID = Pattern.compile(" id=\"[^\"]*+\"");

  private final Rendering rendering;
  private final StringBuilder out;
  private @Nullable Node parent;
  private String tag = "";
  private int begun;
  private int inside;
  private boolean interrupted;

  ParagraphWriter(Rendering rendering) {
    this.rendering = rendering;
    this.out = rendering.out;
  }

  /** Whether this HTML holds elements that cannot stand in a paragraph. */
  static boolean isBlocks(String html) {
    return html.indexOf('<') >= 0 && BLOCK.matcher(html).find();
  }

  /** The same with spans for blocks; their classes say how they look. */
  static String asSpans(String html) {
    return TAG.matcher(RULE.matcher(html.strip()).replaceAll("")).replaceAll("<$1span");
  }

  /**
   * Writes a paragraph.
   *
   * @param node whose children it has
   * @param first the first of them to write
   * @param opener writes its opening tag
   */
  void write(Node node, @Nullable Node first, Runnable opener) {
    begun = out.length();
    opener.run();
    inside = out.length();
    parent = node;
    interrupted = false;
    rendering.inlines.from(first, null);
    if (interrupted) {
      end();
    } else {
      out.append("</p>\n");
    }
    parent = null;
  }

  /** Whether the paragraph that is being written is this node. */
  boolean isOpen(@Nullable Node node) {
    return node != null && node == parent;
  }

  /** Writes blocks between two paragraphs, of which an empty one is left out. */
  void interrupt(String blocks) {
    if (!interrupted) {
      tag = out.substring(begun, inside);
      interrupted = true;
    }
    end();
    out.append(blocks.strip()).append('\n');
    begun = out.length();
    out.append(tag);
    inside = out.length();
  }

  private void end() {
    int end = out.length();
    while (end > inside && Character.isWhitespace(out.charAt(end - 1))) {
      end--;
    }
    int start = inside;
    while (start < end && Character.isWhitespace(out.charAt(start))) {
      start++;
    }
    out.setLength(end);
    if (start == end) {
      out.setLength(begun);
      return;
    }
    out.delete(inside, start).append("</p>\n");
    // An id stands once: at the first part that is written.
    tag = ID.matcher(tag).replaceFirst("");
  }
}
