package org.chasqui.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How far each translation is, page by page, and what changed since. Counts are of messages, as
 * gettext's tools count them: a text that stands twice on a page counts once.
 *
 * @param languages one for each language but the source's, in the order of the configuration
 */
public record TranslationReport(List<OfLanguage> languages) {
  /** Of a site in one language. */
  public static final TranslationReport NONE = new TranslationReport(List.of());

  /** How a page is translated. */
  public enum Mode {
    /** By a catalogue. */
    CATALOGUE,
    /** As a whole. */
    WHOLE_PAGE,
    /** Not yet at all. */
    NONE
  }

  /**
   * Counts of messages. Every message is in exactly one of these classes. {@code msgfmt
   * --statistics} of an updated catalogue says the same in other words: translated is {@code
   * translated + refused}, fuzzy is {@code cosmetic + outdated + suggested + drafts}; what is
   * inherited is untranslated there.
   *
   * @param translated how many are translated and up to date
   * @param inherited how many are said by the language of which this one is a regional form
   * @param cosmetic how many sources changed in form only: the translation is still shown
   * @param outdated how many sources changed in substance: the source is shown
   * @param suggested how many have only the translation of a like text as a suggestion
   * @param drafts how many have only a machine's draft
   * @param untranslated how many have nothing at all
   * @param refused how many have a translation that would break the page
   * @param words how many words all messages have
   * @param wordsToDo how many words those messages have that are not translated and up to date
   */
  public record Counts(
      int translated,
      int inherited,
      int cosmetic,
      int outdated,
      int suggested,
      int drafts,
      int untranslated,
      int refused,
      int words,
      int wordsToDo) {
    /** Of no message at all. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** How many messages there are. */
    public int messages() {
      return upToDate() + cosmetic + outdated + suggested + drafts + untranslated + refused;
    }

    /** How many readers see in this language, and rightly so. */
    public int upToDate() {
      return translated + inherited;
    }

    /** How many have nothing that readers may see or a translator could start from. */
    public int missing() {
      return messages() - upToDate() - cosmetic - outdated;
    }

    /** Both together. */
    public Counts plus(Counts other) {
      return new Counts(
          translated + other.translated,
          inherited + other.inherited,
          cosmetic + other.cosmetic,
          outdated + other.outdated,
          suggested + other.suggested,
          drafts + other.drafts,
          untranslated + other.untranslated,
          refused + other.refused,
          words + other.words,
          wordsToDo + other.wordsToDo);
    }

    /** The part of the messages that is up to date, in whole per cent, rounded down. */
    public int percent() {
      return messages() == 0 ? 100 : (int) (100L * upToDate() / messages());
    }
  }

  /**
   * A source text that changed since it was translated.
   *
   * @param before what was translated
   * @param now what stands there now
   * @param anchor the heading it stands below; empty for none
   * @param cosmetic whether it changed in form only, so that the translation is still shown
   */
  public record Change(String before, String now, String anchor, boolean cosmetic) {}

  /**
   * One catalogue, or one page that was translated as a whole.
   *
   * @param name the page's id; {@code site} for {@code site.yaml}, {@code ui} for the interface
   * @param page the page; nothing for those two
   * @param file the file of the translation, be it there or not
   * @param mode how it is translated
   * @param counts how far
   * @param obsolete how many translations wait for texts that are there no more
   * @param changes what changed since
   * @param translators who translated it
   * @param revised when the translation was last worked on
   */
  public record OfPage(
      String name,
      Optional<PageId> page,
      String file,
      Mode mode,
      Counts counts,
      int obsolete,
      List<Change> changes,
      List<String> translators,
      Optional<LocalDate> revised) {
    /** Copies, so that nobody can change it. */
    public OfPage {
      changes = List.copyOf(changes);
      translators = List.copyOf(translators);
    }
  }

  /**
   * One language.
   *
   * @param language which
   * @param total all its catalogues
   * @param pages one for each catalogue, what to do next first: much-read pages with little left to
   *     do
   */
  public record OfLanguage(Language language, Counts total, List<OfPage> pages) {
    /** Copies, so that nobody can change it. */
    public OfLanguage {
      pages = List.copyOf(pages);
    }

    /** Since when the oldest translation waits whose source has changed. */
    public Optional<LocalDate> oldestStale() {
      return pages.stream()
          .filter(page -> page.counts().outdated() + page.counts().cosmetic() > 0)
          .flatMap(page -> page.revised().stream())
          .min(LocalDate::compareTo);
    }
  }

  /** Copies, so that nobody can change it. */
  public TranslationReport {
    languages = List.copyOf(languages);
  }
}
