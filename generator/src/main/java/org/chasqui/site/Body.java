package org.chasqui.site;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;

/**
 * The Markdown of a page. Text, not a tree, passes between the stages; every stretch of it knows
 * the file and place it came from, and which language it is in if that is not the page's.
 *
 * @param markdown the text
 * @param origins for the offset at which a stretch begins, where that stretch was written; the
 *     stretch reaches to the next key. Within a stretch offsets run in step with the source.
 * @param fallbacks stretches that are not in the page's language, in order, not overlapping
 */
public record Body(
    String markdown, NavigableMap<Integer, SourceSpan> origins, List<Fallback> fallbacks) {

  /**
   * A stretch in another language than the page, because its translation is missing or no longer
   * says what the source says.
   *
   * @param start where it begins in {@link Body#markdown()}
   * @param end where it ends
   * @param language the language of the stretch
   * @param state why it was not translated
   */
  public record Fallback(int start, int end, Language language, State state) {
    /** Why a stretch stands in the source language. */
    public enum State {
      /** Nobody has translated it yet. */
      UNTRANSLATED,
      /** It was translated, but the source has changed since. */
      OUTDATED,
      /** Its translation would break the page and was refused. */
      REFUSED
    }
  }

  /** Copies, so that nobody can change it. */
  public Body {
    origins = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(origins));
    fallbacks = List.copyOf(fallbacks);
  }

  /** A body that stands as it is in a file, from an offset to its end. */
  public static Body of(SourceFile file, int start) {
    int length = file.text().length();
    return new Body(
        file.text().substring(start),
        new TreeMap<>(Map.of(0, file.span(start, length))),
        List.of());
  }

  /** Where a stretch of the Markdown was written. */
  public SourceSpan origin(int start, int end) {
    Map.Entry<Integer, SourceSpan> entry = origins.floorEntry(start);
    if (entry == null) {
      entry = origins.firstEntry();
    }
    SourceSpan from = entry.getValue();
    int sourceStart = Math.min(from.start() + Math.max(0, start - entry.getKey()), from.end());
    int sourceEnd = Math.min(sourceStart + Math.max(0, end - start), from.end());
    return new SourceSpan(from.file(), sourceStart, sourceEnd);
  }
}
