package org.chasqui.localize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.gettext.PoHeader;
import org.chasqui.localize.Translations.Decision;
import org.chasqui.localize.Translations.State;
import org.chasqui.site.Coverage;
import org.chasqui.site.Language;
import org.chasqui.site.LessonHome;
import org.chasqui.site.Memory;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.Site;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.TranslationReport;
import org.chasqui.site.TranslationReport.Change;
import org.chasqui.site.TranslationReport.Counts;
import org.chasqui.site.TranslationReport.Mode;
import org.chasqui.site.TranslationReport.OfLanguage;
import org.chasqui.site.TranslationReport.OfPage;

/** Counts how far each translation is. */
public final class TranslationStatus {
  // The interface and the site's own words stand on every page.
  private static final int EVERYWHERE = 20;

  private final Site site;
  private final Catalogues all;
  private final Memories memories;

  TranslationStatus(Site site, Catalogues all, Memories memories) {
    this.site = site;
    this.all = all;
    this.memories = memories;
  }

  /**
   * The status of a site.
   *
   * @param site the site as people wrote it
   * @param catalogues the PO files below {@code locales/}, and the theme's {@code ui.pot}
   * @param diagnostics told what a build would say of the catalogues
   */
  public static TranslationReport of(
      Site site, List<SourceFile> catalogues, Diagnostics diagnostics) {
    return Localizer.localize(site, catalogues, Memory.NONE, diagnostics).report();
  }

  /** The report, of what was counted for each page. */
  TranslationReport report(Map<PageRef, OfPage> pages) {
    List<OfLanguage> languages = new ArrayList<>();
    for (Language language : site.config().languages()) {
      if (!language.equals(site.config().sourceLanguage()) && !language.isPseudo()) {
        languages.add(of(language, pages));
      }
    }
    return new TranslationReport(languages);
  }

  private OfLanguage of(Language language, Map<PageRef, OfPage> counted) {
    Map<OfPage, Integer> weights = new LinkedHashMap<>();
    if (!language.equals(Language.ENGLISH)) {
      List<PoEntry> ui = all.uiTemplate().map(PoFile::messages).orElse(List.of());
      weights.put(named(language, Catalogues.UI, ui, Language.ENGLISH), EVERYWHERE);
    }
    SiteConfig config = site.config();
    Language source = config.sourceLanguage();
    weights.put(named(language, Catalogues.SITE, Messages.of(config), source), EVERYWHERE);
    for (Page page : site.pages(source)) {
      Optional<OfPage> status = Optional.ofNullable(counted.get(page.ref().in(language)));
      weights.put(
          status.orElseGet(() -> whole(page, Size.of(PageTexts.of(page)), language)),
          visibility(page));
    }
    for (SharedTexts shared : SharedTexts.of(site)) {
      weights.put(named(language, shared.name(), shared.messages(), source), 2);
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

  private OfPage named(Language language, String name, List<PoEntry> messages, Language source) {
    Optional<Catalogues.Catalogue> catalogue = all.named(language, name);
    Translations.Known known = memories.known(language, name, messages);
    List<Decision> decisions = Translations.unchecked(known, messages, source).decisions();
    return status(
        name, Optional.empty(), Catalogues.path(language, name), catalogue, decisions, Map.of());
  }

  /** The status of a page that is there in a language and was never compared with its source. */
  OfPage whole(Page page, Size size, Language language) {
    Optional<Page> whole = site.page(new PageRef(page.id(), language));
    Coverage coverage = whole.map(p -> p.header().coverage()).orElse(Coverage.SOURCE);
    return new OfPage(
        page.id().value(),
        Optional.of(page.id()),
        whole.map(p -> p.header().source().path()).orElse(""),
        Mode.WHOLE_PAGE,
        new Counts(size.messages(), 0, 0, 0, 0, 0, 0, 0, size.words(), 0),
        0,
        List.of(),
        coverage.translators(),
        coverage.revised());
  }

  /**
   * The status of a page that was translated as a whole.
   *
   * @param source the page as its author wrote it
   * @param whole its translation, compared with it
   * @param texts what there is to translate on it
   * @param stale the texts that the translation does not know
   */
  OfPage whole(Page source, Page whole, PageTexts texts, List<PoEntry> stale) {
    Map<PoEntry.Key, String> anchors = stale.isEmpty() ? Map.of() : Messages.anchors(source);
    Size size = Size.of(texts);
    int toDo = stale.stream().mapToInt(Size::words).sum();
    int done = size.messages() - stale.size();
    return new OfPage(
        source.id().value(),
        Optional.of(source.id()),
        whole.header().source().path(),
        Mode.WHOLE_PAGE,
        new Counts(done, 0, 0, stale.size(), 0, 0, 0, 0, size.words(), toDo),
        0,
        stale.stream()
            .map(e -> new Change("", e.id(), anchors.getOrDefault(e.key(), ""), false))
            .toList(),
        whole.header().coverage().translators(),
        whole.header().coverage().revised());
  }

  /**
   * The status of a page that a catalogue translates.
   *
   * @param page the page as its author wrote it
   * @param language the language
   * @param decisions what becomes of each of its messages
   */
  OfPage page(Page page, Language language, List<Decision> decisions) {
    boolean changed = decisions.stream().anyMatch(d -> change(d, Map.of()).isPresent());
    return status(
        page.id().value(),
        Optional.of(page.id()),
        Catalogues.path(
            language, site.config().arrangement().catalogues().catalogue(Catalogues.name(page))),
        all.of(page, language),
        decisions,
        changed ? Messages.anchors(page) : Map.of());
  }

  private static OfPage status(
      String name,
      Optional<PageId> page,
      String path,
      Optional<Catalogues.Catalogue> catalogue,
      List<Decision> decisions,
      Map<PoEntry.Key, String> anchors) {
    Counts counts = counts(decisions);
    boolean none = counts.missing() == counts.messages() && counts.messages() > 0;
    Optional<PoFile> file = catalogue.map(Catalogues.Catalogue::file);
    PoHeader header = file.map(PoFile::header).orElse(new PoHeader(List.of()));
    List<String> comments =
        file.flatMap(PoFile::headerEntry).map(PoEntry::comments).orElse(List.of());
    return new OfPage(
        name,
        page,
        catalogue.map(c -> c.source().path()).orElse(path),
        none ? Mode.NONE : Mode.CATALOGUE,
        counts,
        (int) file.stream().flatMap(f -> f.entries().stream()).filter(PoEntry::obsolete).count(),
        decisions.stream().flatMap(d -> change(d, anchors).stream()).toList(),
        none ? List.of() : Translators.names(header, comments),
        none ? Optional.empty() : Translators.revised(header));
  }

  private static Optional<Change> change(Decision decision, Map<PoEntry.Key, String> anchors) {
    PoEntry entry = decision.entry();
    boolean cosmetic = decision.state() == State.COSMETIC;
    return entry
        .previous()
        .filter(
            previous ->
                cosmetic || decision.state() == State.OUTDATED || decision.state() == State.STALE)
        .map(
            previous ->
                new Change(
                    previous.key().id(),
                    entry.id(),
                    anchors.getOrDefault(entry.key(), ""),
                    cosmetic));
  }

  private static Counts counts(List<Decision> decisions) {
    Map<State, Integer> of = new EnumMap<>(State.class);
    int words = 0;
    int toDo = 0;
    for (Decision decision : decisions) {
      of.merge(decision.state(), 1, Integer::sum);
      int length = Size.words(decision.entry());
      words += length;
      toDo += decision.state().upToDate() ? 0 : length;
    }
    return new Counts(
        of.getOrDefault(State.TRANSLATED, 0),
        of.getOrDefault(State.INHERITED, 0),
        of.getOrDefault(State.COSMETIC, 0),
        of.getOrDefault(State.OUTDATED, 0) + of.getOrDefault(State.STALE, 0),
        of.getOrDefault(State.SUGGESTED, 0),
        of.getOrDefault(State.DRAFT, 0),
        of.getOrDefault(State.UNTRANSLATED, 0) + of.getOrDefault(State.BORROWED, 0),
        of.getOrDefault(State.REFUSED, 0),
        words,
        toDo);
  }
}
