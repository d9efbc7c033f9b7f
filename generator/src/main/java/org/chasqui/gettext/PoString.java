package org.chasqui.gettext;

import java.util.List;
import org.chasqui.diagnostic.SourceSpan;

/**
 * Where a string of a PO file stands.
 *
 * @param span where it stands: from inside the first quote that holds text to the last quote
 * @param runs the stretches that stand in the file just as they are in its value, in order
 */
record PoString(SourceSpan span, List<Run> runs) {
  /**
   * The beginning of a stretch without escapes or line ends.
   *
   * @param value where it begins in the value
   * @param file where it begins in the file
   */
  record Run(int value, int file) {}

  PoString {
    runs = List.copyOf(runs);
  }
}
