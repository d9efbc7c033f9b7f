package org.chasqui.localize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.gettext.PoMerge;
import org.chasqui.site.Language;
import org.chasqui.site.LessonHome;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.Site;

/**
 * How far each translation is. Counts are of messages, as gettext's tools count them: a text that
 * stands twice on a page counts once.
 *
 * @param languages one for each language but the source's, in the order of the configuration
 */
public record TranslationStatus(List<OfLanguage> languages) {
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
   * Counts of messages.
   *
   * @param messages how many there are
   * @param translated how many are translated and up to date
   * @param cosmetic how many sources changed in form only: the translation is still shown
   * @param outdated how many sources changed in substance: the source is shown
   * @param untranslated how many have no translation
   * @param words how many words all messages have
   * @param wordsToDo how many words the messages have that are not translated or not up to date
   */
  public record Counts(
      int messages,
      int translated,
      int cosmetic,
      int outdated,
      int untranslated,
      int words,
      int wordsToDo) {
    private static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    private Counts plus(Counts other) {
      return new Counts(
          messages + other.messages,
          translated + other.translated,
          cosmetic + other.cosmetic,
          outdated + other.outdated,
          untranslated + other.untranslated,
          words + other.words,
          wordsToDo + other.wordsToDo);
    }

    /** The part of the messages that is up to date, in whole per cent, rounded down. */
    public int percent() {
      return messages == 0 ? 100 : (int) (100L * translated / messages);
    }
  }

  /**
   * One catalogue.
   *
   * @param name the page's id; {@code site} for {@code site.yaml}, {@code ui} for the interface
   * @param file the catalogue's file, be it there or not; of a page translated as a whole that page
   * @param mode how it is translated
   * @param counts how far
   */
  public record OfPage(String name, String file, Mode mode, Counts counts) {}

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
  }

  /** Copies, so that nobody can change it. */
  public TranslationStatus {
    languages = List.copyOf(languages);
  }

  /**
   * The status of a site.
   *
   * @param site the site as people wrote it
   * @param catalogues the PO files below {@code locales/}, and the theme's {@code ui.pot}
   * @param diagnostics told of catalogues that cannot be read or belong to no page
   */
  public static TranslationStatus of(
      Site site, List<SourceFile> catalogues, Diagnostics diagnostics) {
    Catalogues all = Catalogues.read(catalogues, site, diagnostics);
    all.check(site, diagnostics);
    List<OfLanguage> languages = new ArrayList<>();
    for (Language language : site.config().languages()) {
      if (!language.equals(site.config().sourceLanguage()) && !PseudoLocale.is(language)) {
        languages.add(of(site, language, all));
      }
    }
    return new TranslationStatus(languages);
  }

  private static OfLanguage of(Site site, Language language, Catalogues all) {
    Map<OfPage, Integer> weights = new LinkedHashMap<>();
    if (!language.equals(Language.ENGLISH)) {
      List<PoEntry> ui = all.uiTemplate().map(PoFile::messages).orElse(List.of());
      weights.put(named(language, Catalogues.UI, ui, all, Language.ENGLISH), 20);
    }
    Language source = site.config().sourceLanguage();
    List<PoEntry> texts = Messages.of(site.config());
    weights.put(named(language, Catalogues.SITE, texts, all, source), 20);
    for (Page page : site.pages(source)) {
      weights.put(page(site, page, language, all), visibility(page));
    }
    for (SharedTexts shared : SharedTexts.of(site)) {
      weights.put(named(language, shared.name(), shared.messages(), all, source), 2);
    }
    Comparator<OfPage> next =
        Comparator.comparing((OfPage p) -> p.counts().wordsToDo() == 0)
            .thenComparingDouble(p -> (double) p.counts().wordsToDo() / weights.getOrDefault(p, 1))
            .thenComparing(OfPage::name);
    List<OfPage> pages = weights.keySet().stream().sorted(next).toList();
    Counts total = pages.stream().map(OfPage::counts).reduce(Counts.NONE, Counts::plus);
    return new OfLanguage(language, total, pages);
  }

  // How often a page of its kind is read, roughly; what nobody translates first weighs least.
  private static int visibility(Page page) {
    if (page.id().equals(PageId.HOME)) {
      return 10;
    }
    if (page instanceof LessonHome) {
      return 5;
    }
    return switch (page.id().section()) {
      case "lessons" -> 4;
      case "people", "organisations" -> 1;
      default -> 2;
    };
  }

  private static OfPage named(
      Language language, String name, List<PoEntry> messages, Catalogues all, Language source) {
    Optional<Catalogues.Catalogue> catalogue = all.named(language, name);
    return of(name, Catalogues.path(language, name), catalogue, messages, source);
  }

  private static OfPage page(Site site, Page page, Language language, Catalogues all) {
    Optional<Page> whole = site.page(new PageRef(page.id(), language));
    List<PoEntry> messages = Messages.bare(PageTexts.of(page));
    String name = page.id().value();
    if (whole.isPresent()) {
      int count = messages.size();
      Counts done = new Counts(count, count, 0, 0, 0, words(messages), 0);
      return new OfPage(name, whole.get().header().source().path(), Mode.WHOLE_PAGE, done);
    }
    String path = Catalogues.path(language, Catalogues.name(page));
    return of(name, path, all.of(page, language), messages, page.language());
  }

  private static OfPage of(
      String name,
      String path,
      Optional<Catalogues.Catalogue> catalogue,
      List<PoEntry> messages,
      Language source) {
    PoFile file = catalogue.map(Catalogues.Catalogue::file).orElse(PoFile.of(List.of()));
    List<PoEntry> entries = PoMerge.merge(file, messages, Translations.HELPFUL).messages();
    Counts counts = counts(entries, source);
    boolean none = counts.untranslated() == counts.messages() && counts.messages() > 0;
    return new OfPage(
        name,
        catalogue.map(c -> c.source().path()).orElse(path),
        none ? Mode.NONE : Mode.CATALOGUE,
        counts);
  }

  private static Counts counts(List<PoEntry> entries, Language source) {
    int[] of = new int[Translations.State.values().length];
    int toDo = 0;
    for (PoEntry entry : entries) {
      Translations.State state = Translations.state(entry, source);
      of[state.ordinal()]++;
      if (state != Translations.State.TRANSLATED) {
        toDo += words(List.of(entry));
      }
    }
    return new Counts(
        entries.size(),
        of[Translations.State.TRANSLATED.ordinal()],
        of[Translations.State.COSMETIC.ordinal()],
        of[Translations.State.OUTDATED.ordinal()],
        of[Translations.State.UNTRANSLATED.ordinal()],
        words(entries),
        toDo);
  }

  private static int words(List<PoEntry> entries) {
    return entries.stream().mapToInt(TranslationStatus::words).sum();
  }

  private static int words(PoEntry entry) {
    String text = entry.id() + " " + entry.plural().orElse("");
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }
}
