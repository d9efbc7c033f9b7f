package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.jspecify.annotations.Nullable;

/** Pictures that stand by themselves. */
final class Pictures {
  private Pictures() {}

  /** The picture, or link around a picture, that is all of a paragraph; otherwise null. */
  static @Nullable Node alone(Node paragraph) {
    Node only = null;
    for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Nodes.InlineAttributes) {
        continue;
      }
      if (only != null) {
        return null;
      }
      only = node;
    }
    if (only instanceof Link) {
      Node inner = alone(only);
      return inner instanceof Image ? only : null;
    }
    boolean picture =
        only instanceof Image || (only instanceof ImageRef && InlineWriter.isDefined(only));
    return picture ? only : null;
  }

  /** The title of a picture, which is {@link BasedSequence#NULL} if it has none. */
  static BasedSequence title(Node image) {
    if (image instanceof Image inline) {
      return inline.getTitle();
    }
    if (image instanceof ImageRef ref) {
      Reference reference = InlineWriter.definition(ref);
      return reference == null ? BasedSequence.NULL : reference.getTitle();
    }
    return BasedSequence.NULL;
  }
}
