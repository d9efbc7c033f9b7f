package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.jspecify.annotations.Nullable;

/** Writes pictures that stand by themselves and have captions. */
final class FigureWriter {
  private final Rendering rendering;
  private final BlockWriter blocks;
  private final StringBuilder out;

  FigureWriter(Rendering rendering, BlockWriter blocks) {
    this.rendering = rendering;
    this.blocks = blocks;
    this.out = rendering.out;
  }

  // A picture that is all of a paragraph and has words to stand under it.
  private static @Nullable Node captioned(Paragraph node) {
    Node only = Pictures.alone(node);
    if (only == null) {
      return null;
    }
    Node image = only instanceof Link ? only.getFirstChild() : only;
    boolean caption = image != null && !caption(image).isEmpty();
    return caption ? only : null;
  }

  private static String caption(Node image) {
    if (InlineWriter.attributes(image).value("alt").isPresent()) {
      return PlainText.of(image);
    }
    BasedSequence title = Pictures.title(image);
    return title.isNull() ? "" : title.unescape();
  }

  /** Writes a paragraph that is a picture with a caption; false if it is none. */
  boolean write(Paragraph node) {
    Node only = captioned(node);
    if (only == null) {
      return false;
    }
    Node image = only instanceof Link ? only.getFirstChild() : only;
    blocks.open("figure", node);
    out.append('\n');
    rendering.inlines.from(only, null);
    out.append("\n<figcaption>");
    if (InlineWriter.attributes(image).value("alt").isPresent()) {
      rendering.inlines.children(image);
    } else {
      Html.escape(out, caption(image));
    }
    out.append("</figcaption>\n</figure>\n");
    return true;
  }
}
