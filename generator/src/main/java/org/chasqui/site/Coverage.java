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
 * @param fingerprint of a page translated as a whole, what of: see {@link Fingerprint}
 * @param changed of such a page, the sections of its source that have changed since
 */
public record Coverage(
    Mode mode,
    int segments,
    int translated,
    int outdated,
    List<String> translators,
    Optional<LocalDate> revised,
    Optional<Fingerprint> fingerprint,
    List<Section> changed) {

  /**
   * A section of a page.
   *
   * @param anchor the id of its heading; empty for what stands above the first
   * @param title what its heading says; empty for what stands above the first
   */
  public record Section(String anchor, String title) {}

  /**
   * What a page was when somebody translated it as a whole: a hash of its texts, which no
   * reformatting changes, and one of each of them.
   *
   * @param hash {@code sha256:} and 64 hexadecimal digits
   * @param parts eight hexadecimal digits for each text, in order; may be none
   */
  public record Fingerprint(String hash, List<String> parts) {
    /** Copies, so that nobody can change it. */
    public Fingerprint {
      parts = List.copyOf(parts);
    }
  }

  /** Copies, so that nobody can change it. */
  public Coverage {
    translators = List.copyOf(translators);
    changed = List.copyOf(changed);
  }

  /** Of a page that is not translated as a whole, or nobody knows what of. */
  public Coverage(
      Mode mode,
      int segments,
      int translated,
      int outdated,
      List<String> translators,
      Optional<LocalDate> revised) {
    this(mode, segments, translated, outdated, translators, revised, Optional.empty(), List.of());
  }

  /** A page that somebody translated as a whole. */
  public static Coverage wholePage(Optional<Fingerprint> of, List<String> translators) {
    return new Coverage(Mode.WHOLE_PAGE, 0, 0, 0, translators, Optional.empty(), of, List.of());
  }

  /** The same, compared with its source as that is now. */
  public Coverage compared(int texts, int stale, List<Section> sections) {
    return new Coverage(
        mode, texts, texts - stale, stale, translators, revised, fingerprint, sections);
  }

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
    return mode == Mode.SOURCE || translated == segments;
  }

  /** Whether this counts as a real translation, for hreflang, sitemap and search. */
  public boolean real() {
    return mode != Mode.FALLBACK;
  }

  /** The part translated, in whole per cent, rounded down so that 100 means all. */
  public int percent() {
    return segments == 0 ? 100 : (int) (100L * translated / segments);
  }
}
