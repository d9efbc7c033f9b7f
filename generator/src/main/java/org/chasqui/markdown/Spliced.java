package org.chasqui.markdown;

import java.util.List;

/**
 * A document whose segments have been replaced.
 *
 * @param text the new text
 * @param pieces the stretches it is made of, in order, without gaps
 */
public record Spliced(String text, List<Piece> pieces) {
  /**
   * A stretch of the new text.
   *
   * @param start where it begins in the new text
   * @param end where it ends
   * @param segment the segment of the source that it stands for
   * @param translated whether it is a translation, not the source's own text
   */
  public record Piece(int start, int end, Segment segment, boolean translated) {}
}
