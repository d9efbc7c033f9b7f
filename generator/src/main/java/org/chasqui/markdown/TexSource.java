package org.chasqui.markdown;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;

/**
 * A formula's TeX, gathered from lines that may have prefixes in the document, such as those of a
 * quotation.
 *
 * @param tex all of it
 * @param pieces where it stands
 */
record TexSource(String tex, List<BasedSequence> pieces) {
  static TexSource of(BasedSequence piece) {
    return of(List.of(piece));
  }

  static TexSource of(List<BasedSequence> pieces) {
    StringBuilder all = new StringBuilder();
    pieces.forEach(all::append);
    return new TexSource(all.toString().replace('\r', ' '), List.copyOf(pieces));
  }

  /** The same without the dollars around it, which stand in its first and last piece. */
  TexSource withoutDollars() {
    String text = tex.stripTrailing();
    int start = text.length() - text.stripLeading().length() + 2;
    int close = text.lastIndexOf("$$");
    return part(Math.min(start, text.length()), close >= start ? close : text.length());
  }

  private TexSource part(int from, int to) {
    List<BasedSequence> parts = new java.util.ArrayList<>();
    int at = 0;
    for (BasedSequence piece : pieces) {
      int start = Math.max(0, from - at);
      int end = Math.min(piece.length(), to - at);
      if (start < end) {
        parts.add(piece.subSequence(start, end));
      }
      at += piece.length();
    }
    return of(parts);
  }

  boolean isBlank() {
    return tex.isBlank();
  }

  /** Where in the document a place of the TeX is. */
  int offset(int place) {
    int at = 0;
    for (BasedSequence piece : pieces) {
      if (place < at + piece.length()) {
        return piece.getIndexOffset(Math.max(0, place - at));
      }
      at += piece.length();
    }
    return pieces.isEmpty() ? 0 : pieces.get(pieces.size() - 1).getEndOffset();
  }
}
