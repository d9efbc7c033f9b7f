package org.chasqui.localize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.PoEntry;
import org.chasqui.localize.Translations.Known;
import org.chasqui.site.Coverage;
import org.chasqui.site.Gallery;
import org.chasqui.site.Language;
import org.chasqui.site.Memory;
import org.chasqui.site.Page;
import org.chasqui.site.PageRef;
import org.chasqui.site.Parallel;
import org.chasqui.site.Site;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.SitePath;
import org.chasqui.site.TranslationReport.OfPage;
import org.chasqui.site.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Says a site in all its languages. A page that somebody translated as a whole stays as it is; of
 * every other the segments are translated that its catalogue knows, and the rest stands in the
 * source language, marked as such. A catalogue that is behind its page never breaks a build: it is
 * brought up to date in memory first.
 */
public final class Localizer {
  private static final Memory.Kept<PageTexts> TEXTS = new Memory.Kept<>("texts");
  private static final Memory.Kept<Size> SIZE =
      new Memory.Kept<>("size", new Memory.Written<>(Size::down, Size::up));
  private static final Memory.Kept<Counted> WHOLE = new Memory.Kept<>("whole");
  private static final Memory.Kept<Wording> WORDING = new Memory.Kept<>("wording");

  private Localizer() {}

  /**
   * Every page in every language, and what the interface says in each.
   *
   * @param source the site as people wrote it
   * @param catalogues the PO files below {@code locales/}, and the theme's {@code ui.pot}
   * @param memory what was read before
   * @param diagnostics told of catalogues that cannot be read ({@code po-syntax}), belong to no
   *     page ({@code catalogue-orphan}) or hold translations that would break a page ({@code
   *     translation-refused})
   */
  public static Localized localize(
      Site source, List<SourceFile> catalogues, Memory memory, Diagnostics diagnostics) {
    Catalogues all = Catalogues.read(catalogues, source, diagnostics);
    all.check(source, diagnostics);
    Memories memories = new Memories(all, false);
    Map<Language, SiteConfig> configs = new LinkedHashMap<>();
    SiteConfig config = source.config();
    for (Language language : config.languages()) {
      boolean itself = language.equals(config.sourceLanguage());
      Known texts = memories.known(language, Catalogues.SITE, Messages.of(config));
      configs.put(
          language,
          itself
              ? config
              : new PageTranslator(language, texts, diagnostics::add).translate(config));
    }
    Map<PageRef, Page> pages = new LinkedHashMap<>();
    source.pages().forEach(page -> pages.put(page.ref(), page));
    TranslationStatus status = new TranslationStatus(source, all, memories);
    Map<PageRef, OfPage> counted = new HashMap<>();
    for (Counted said : translated(source, memories, status, memory, diagnostics)) {
      pages.put(said.page.ref(), said.page);
      counted.put(said.page.ref(), said.status);
    }
    Site site =
        new Site(
            configs,
            List.copyOf(pages.values()),
            source.assets().values(),
            source.unpublished(),
            source.holdings().withGalleries(galleries(source, memories, diagnostics)));
    return new Localized(site, wordings(config, all, memory, diagnostics), status.report(counted));
  }

  private static Map<Language, Wording> wordings(
      SiteConfig config, Catalogues all, Memory memory, Diagnostics diagnostics) {
    Map<Language, Wording> wordings =
        new LinkedHashMap<>(Wordings.of(config.languages(), all, diagnostics));
    wordings.replaceAll((language, wording) -> memory.same(WORDING, language.tag(), wording));
    return wordings;
  }

  private record Counted(Page page, OfPage status) {}

  // What is said of pictures, in all languages but the source's.
  private static Map<String, Gallery> galleries(
      Site source, Memories memories, Diagnostics diagnostics) {
    Map<String, Gallery> galleries = new TreeMap<>();
    Map<String, List<PoEntry>> texts =
        SharedTexts.of(source).stream()
            .collect(Collectors.toMap(SharedTexts::file, SharedTexts::messages));
    Language own = source.config().sourceLanguage();
    for (Language language : source.config().languages()) {
      source
          .holdings()
          .galleries()
          .forEach(
              (name, gallery) -> {
                List<PoEntry> messages = texts.getOrDefault(gallery.file().path(), List.of());
                if (!language.equals(own) && !messages.isEmpty()) {
                  Known said =
                      memories.known(language, SharedTexts.name(gallery.file().path()), messages);
                  galleries.put(
                      language.tag() + "/" + name,
                      new PageTranslator(language, said, diagnostics::add)
                          .translate(gallery, messages, own));
                }
              });
    }
    return galleries;
  }

  // Each page by itself, on all cores; the order is that of the pages.
  private static List<Counted> translated(
      Site source,
      Memories memories,
      TranslationStatus status,
      Memory memory,
      Diagnostics diagnostics) {
    return Parallel.map(
            source.pages(source.config().sourceLanguage()),
            page -> translated(source, page, memories, status, memory, diagnostics))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<Counted> translated(
      Site source,
      Page page,
      Memories memories,
      TranslationStatus status,
      Memory memory,
      Diagnostics diagnostics) {
    Texts texts = new Texts(page, memory);
    List<Counted> pages = new ArrayList<>();
    for (Language language : source.config().languages()) {
      Optional<Page> whole = source.page(new PageRef(page.id(), language));
      if (language.equals(page.language())) {
        continue;
      }
      if (whole.isPresent()) {
        pages.add(
            memory.recall(
                WHOLE,
                whole.get().ref().toString(),
                List.of(page, whole.get()),
                () -> whole(whole.get(), texts, status)));
      } else {
        Known known =
            language.isPseudo()
                ? memories.pseudo(language, Messages.bare(texts.all()))
                : memories.known(page, language);
        PageTranslator.Said said =
            new PageTranslator(language, known, diagnostics::add)
                .translate(
                    texts.all(),
                    path(source.config(), page, language),
                    (f, messages) -> included(source, memories, language, f, messages));
        pages.add(new Counted(said.page(), status.page(page, language, said.decisions())));
      }
    }
    return pages;
  }

  // Somebody translated all of it; what of is known if it was compared once.
  private static Counted whole(Page whole, Texts known, TranslationStatus status) {
    Page source = known.page;
    return whole
        .header()
        .coverage()
        .fingerprint()
        .map(
            compared -> {
              PageTexts texts = known.all();
              List<PoEntry> stale = Fingerprints.stale(texts, compared);
              Coverage coverage =
                  whole
                      .header()
                      .coverage()
                      .compared(
                          Messages.bare(texts).size(),
                          stale.size(),
                          stale.isEmpty() ? List.of() : Fingerprints.sections(source, stale));
              Page said = whole.withCoverage(coverage);
              return new Counted(said, status.whole(source, said, texts, stale));
            })
        .orElseGet(() -> new Counted(whole, status.whole(source, known.size(), whole.language())));
  }

  /** What there is to translate on a page, for those who ask; many ask only how much. */
  private static final class Texts {
    private final Page page;
    private final Memory memory;
    private @Nullable PageTexts all;

    Texts(Page page, Memory memory) {
      this.page = page;
      this.memory = memory;
    }

    PageTexts all() {
      PageTexts known = all;
      if (known == null) {
        known = memory.recall(TEXTS, page.ref().toString(), page, () -> PageTexts.of(page, memory));
        all = known;
      }
      return known;
    }

    Size size() {
      return memory.recall(
          SIZE, page.ref().toString(), PageTexts.values(page), () -> Size.of(all()));
    }
  }

  // Of a page that others include, its own catalogue; else one that mirrors the file.
  static Known included(
      Site source, Memories memories, Language language, String file, List<PoEntry> messages) {
    Optional<Page> page =
        source.pages(source.config().sourceLanguage()).stream()
            .filter(p -> p.header().source().path().equals(file))
            .findFirst();
    return page.isPresent() && !language.isPseudo()
        ? memories.known(page.get(), language)
        : memories.known(language, SharedTexts.includedName(file), messages);
  }

  /** The address of a page in a language: the language's root and the page's own tail. */
  static SitePath path(SiteConfig config, Page page, Language language) {
    return config.root(language).resolve(page.path().value().substring(1));
  }
}
