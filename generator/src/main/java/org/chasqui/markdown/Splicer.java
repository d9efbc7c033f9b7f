package org.chasqui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts segments together again. */
final class Splicer {
  private Splicer() {}

  /** All segments of a text, without gaps. */
  static List<Segment> segments(String text) {
    List<Segment> segments = new ArrayList<>();
    int end = 0;
    for (Cut cut : Segmenter.cuts(text)) {
      int next = cut.segment().start();
      verbatim(text, end, next, segments);
      segments.add(cut.segment());
      end = cut.segment().end();
    }
    verbatim(text, end, text.length(), segments);
    return segments;
  }

  private static void verbatim(String text, int start, int end, List<Segment> segments) {
    if (end > start) {
      segments.add(new Segment.Verbatim(start, text.substring(start, end)));
    }
  }

  static Spliced splice(String text, Function<Segment.Translatable, Optional<String>> translation) {
    StringBuilder out = new StringBuilder(text.length() + 256);
    List<Spliced.Piece> pieces = new ArrayList<>();
    int end = 0;
    for (Cut cut : Segmenter.cuts(text)) {
      Segment.Translatable segment = cut.segment();
      if (segment.start() > end) {
        piece(
            new Segment.Verbatim(end, text.substring(end, segment.start())),
            text.substring(end, segment.start()),
            false,
            out,
            pieces);
      }
      Optional<String> written =
          translation
              .apply(segment)
              .filter(t -> !t.isBlank())
              .flatMap(t -> SegmentRules.write(cut, t));
      piece(segment, written.orElse(segment.raw()), written.isPresent(), out, pieces);
      end = segment.end();
    }
    if (end < text.length()) {
      String rest = text.substring(end);
      piece(new Segment.Verbatim(end, rest), rest, false, out, pieces);
    }
    return new Spliced(out.toString(), List.copyOf(pieces));
  }

  private static void piece(
      Segment segment,
      String written,
      boolean translated,
      StringBuilder out,
      List<Spliced.Piece> pieces) {
    int start = out.length();
    out.append(written);
    pieces.add(new Spliced.Piece(start, out.length(), segment, translated));
  }
}
