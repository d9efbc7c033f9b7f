package org.chasqui.check;

import java.util.Optional;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.site.Body;

/** Finds in a page's Markdown what was seen in its HTML. */
final class BodySearch {
  private BodySearch() {}

  /** The place of the first line that has a sign and a text, if there is one. */
  static Optional<SourceSpan> find(Body body, String sign, String text) {
    String markdown = body.markdown();
    int start = 0;
    while (start < markdown.length()) {
      int end = markdown.indexOf('\n', start);
      end = end < 0 ? markdown.length() : end;
      String line = markdown.substring(start, end);
      int at = line.indexOf(sign);
      if (at >= 0 && line.indexOf(text, at) >= 0) {
        return Optional.of(body.origin(start + at, end));
      }
      start = end + 1;
    }
    return Optional.empty();
  }
}
