package org.chasqui.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How much of a page is in its language.
 *
 * @param mode where the page's text comes from
 * @param segments how many translatable messages the page has (titles included); a text that stands
 *     twice counts once
 * @param translated how many of them are translated and up to date
 * @param outdated how many were translated before the source changed
 * @param translators who translated it, from the catalogue's header and comments
 * @param revised when the translation was last worked on
 */
public record Coverage(
    Mode mode,
    int segments,
    int translated,
    int outdated,
    List<String> translators,
    Optional<LocalDate> revised) {

  /** Where a page's text comes from. */
  public enum Mode {
    /** It was written in this language. */
    SOURCE,
    /** It was translated segment by segment, from a catalogue. */
    CATALOGUE,
    /** Somebody wrote the whole page in this language. */
    WHOLE_PAGE,
    /** Nothing of it is translated: the source stands in for it. */
    FALLBACK
  }

  /** A page in the language it was written in. */
  public static final Coverage SOURCE =
      new Coverage(Mode.SOURCE, 0, 0, 0, List.of(), Optional.empty());

  /** Whether everything is translated and up to date. */
  public boolean complete() {
    return mode == Mode.SOURCE || mode == Mode.WHOLE_PAGE || translated == segments;
  }

  /** Whether this counts as a real translation, for hreflang, sitemap and search. */
  public boolean real() {
    return mode != Mode.FALLBACK;
  }

  /** The part translated, in whole per cent, rounded down so that 100 means all. */
  public int percent() {
    return complete() ? 100 : (int) (100L * translated / segments);
  }
}
