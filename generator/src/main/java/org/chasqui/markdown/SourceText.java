package org.chasqui.markdown;

import com.vladsch.flexmark.util.sequence.SubSequence;

/** The characters of a stretch of a document. */
final class SourceText {
  private SourceText() {}

  /**
   * A stretch as a string. Most are one piece of the document's own string: taking it out of there
   * is a copy of memory, where the library asks for each character by itself.
   */
  static String of(CharSequence stretch) {
    return stretch instanceof SubSequence piece && piece.getBase() instanceof String document
        ? document.substring(piece.getStartOffset(), piece.getEndOffset())
        : stretch.toString();
  }
}
