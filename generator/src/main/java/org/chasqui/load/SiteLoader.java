package org.chasqui.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.load.Place.Kind;
import org.chasqui.site.Holdings;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.Parallel;
import org.chasqui.site.Site;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.SitePath;

/**
 * Reads a site's folder: what people wrote becomes a {@link Site}.
 *
 * <p>In this order: {@code site.yaml}; which files there are; every document with its front matter;
 * which document translates which; what is shown today; the order of lessons; the pages; and what
 * can only be said of them together.
 */
public final class SiteLoader {
  private final SiteConfig config;
  private final Languages languages;
  private final Publication publication;
  private final PageReader pages;
  private final LessonReader lessons;
  private final PathReader paths;
  private final Sources sources;
  private final Diagnostics diagnostics;
  private final Holdings holdings;

  private SiteLoader(Path root, LoadOptions options, Diagnostics diagnostics) {
    this.config = ConfigReader.read(root, diagnostics);
    this.languages = new Languages(config.languages());
    this.publication = new Publication(options, config.zone());
    this.sources = new Sources(root, config, languages, options, diagnostics);
    this.pages = new PageReader(config, languages, options, diagnostics);
    NavigableSet<String> files = sources.files();
    this.lessons = new LessonReader(pages.headers(), files, diagnostics);
    this.paths = new PathReader(pages.headers(), diagnostics);
    this.diagnostics = diagnostics;
    this.holdings = new HoldingsReader(root, files, languages, diagnostics).read();
  }

  /**
   * Loads a site: its pages in the source language, pages that somebody wrote in another language,
   * and all files that are copied as they are. Catalogues are not read.
   *
   * @param siteFolder the folder that holds {@code site-content}, {@code lessons}, {@code locales}
   * @param diagnostics is told everything that is wrong with the content
   * @throws RunStopped.Usage if there is no {@code site-content/site.yaml}
   * @throws RunStopped.Environment if a file cannot be read
   */
  public static Site load(Path siteFolder, LoadOptions options, Diagnostics diagnostics) {
    Path root = siteFolder.toAbsolutePath().normalize();
    return new SiteLoader(root, options, diagnostics).site();
  }

  private Site site() {
    List<Doc> all = NumberedTwins.apart(sources.read(), languages.source(), diagnostics);
    List<Doc> source = new ArrayList<>();
    List<Doc> foreign = new ArrayList<>();
    for (Doc doc : all) {
      (doc.language().equals(languages.source()) ? source : foreign).add(doc);
    }
    List<Doc> written = lessons.order(unique(withLessonHomes(source)), publication);
    List<Doc> translated = unique(translations(withLessonHomes(foreign), written));
    Set<PageId> hidden = hiddenLessons(written);
    List<Doc> shown = shown(written, hidden);
    pages.headers().settle(shown);
    List<Page> result = new ArrayList<>(make(shown, Map.of()));
    Map<PageId, SitePath> paths = result.stream().collect(Collectors.toMap(Page::id, Page::path));
    List<Doc> shownElsewhere = shown(translated, hidden);
    pages
        .headers()
        .settle(
            shownElsewhere.stream()
                .filter(d -> d.isElsewhere() || !paths.containsKey(d.id()))
                .toList());
    result.addAll(make(shownElsewhere, paths));
    new CrossChecks(result, sources.assets(), diagnostics).run(shown);
    return new Site(
        Map.of(languages.source(), config),
        HubLessons.chosen(result, languages.source()),
        sources.assets(),
        unshown(written, shown),
        holdings);
  }

  private static Set<PageId> unshown(List<Doc> written, List<Doc> shown) {
    Set<PageId> ids = written.stream().map(Doc::id).collect(Collectors.toSet());
    shown.forEach(doc -> ids.remove(doc.id()));
    return ids;
  }

  private Set<PageId> hiddenLessons(List<Doc> docs) {
    return docs.stream()
        .filter(doc -> doc.kind() == Kind.LESSON && !publication.shows(doc))
        .map(Doc::id)
        .collect(Collectors.toSet());
  }

  // With a lesson go its episodes.
  private List<Doc> shown(List<Doc> docs, Set<PageId> hiddenLessons) {
    return docs.stream()
        .filter(publication::shows)
        .filter(
            doc ->
                hiddenLessons.stream()
                    .noneMatch(lesson -> doc.id().value().startsWith(lesson.value() + "/")))
        .toList();
  }

  private List<Page> make(List<Doc> docs, Map<PageId, SitePath> sourcePaths) {
    return Parallel.map(docs, doc -> page(doc, Optional.ofNullable(sourcePaths.get(doc.id()))));
  }

  private Page page(Doc doc, Optional<SitePath> source) {
    return switch (doc.kind()) {
      case LESSON -> lessons.lesson(doc, source);
      case EPISODE -> lessons.episode(doc, source);
      case LESSON_PAGE -> lessons.beside(doc, source);
      case PATH -> paths.page(doc, source);
      default -> pages.page(doc, source);
    };
  }

  // lesson.yaml and the index.md beside it are one page: the text lies over the record.
  private List<Doc> withLessonHomes(List<Doc> docs) {
    Map<PageRef, Doc> records = new HashMap<>();
    for (Doc doc : docs) {
      if (doc.kind() == Kind.LESSON && Place.isYaml(doc.file().path())) {
        records.put(doc.ref(), doc);
      }
    }
    List<Doc> joined = new ArrayList<>();
    for (Doc doc : docs) {
      Optional<Doc> record = Optional.ofNullable(records.get(doc.ref()));
      boolean text = !Place.isYaml(doc.file().path());
      if (doc.kind() == Kind.LESSON && record.isPresent() && text) {
        pages.headers().reportUnknown(record.get(), Key.LESSON);
        joined.add(doc.translating(record.get()));
        records.remove(doc.ref());
      } else {
        joined.add(doc);
      }
    }
    joined.removeIf(
        doc ->
            doc.kind() == Kind.LESSON
                && Place.isYaml(doc.file().path())
                && !records.containsKey(doc.ref()));
    return joined;
  }

  // A page in another language translates the page of its own id, or of its translationKey.
  private List<Doc> translations(List<Doc> foreign, List<Doc> written) {
    Map<PageId, Doc> byId =
        written.stream().collect(Collectors.toMap(Doc::id, Function.identity(), (a, b) -> a));
    Map<String, Doc> byKey = new HashMap<>();
    for (Doc doc : written) {
      doc.fields().string(Key.TRANSLATION_KEY).ifPresent(key -> byKey.putIfAbsent(key, doc));
    }
    return foreign.stream()
        .map(doc -> translation(doc, byId, byKey))
        .filter(doc -> isTranslation(doc, byId))
        .toList();
  }

  // A page may be there in one other language alone, but below locales that is a mistyped name, and
  // an episode without its lesson is nothing.
  private boolean isTranslation(Doc doc, Map<PageId, Doc> byId) {
    boolean alone = !byId.containsKey(doc.id());
    boolean below = doc.file().path().startsWith("locales/");
    if (alone && (below || doc.kind() == Kind.EPISODE)) {
      List<String> ids = byId.keySet().stream().map(PageId::value).toList();
      diagnostics.add(
          Diagnostic.warning(
                  "translation-without-source",
                  doc.file().top(),
                  "There is no page '" + doc.id() + "' that this could be a translation of.")
              .help(Suggestion.didYouMean(doc.id().value(), ids)));
    }
    return !(alone && doc.kind() == Kind.EPISODE);
  }

  private static Doc translation(Doc doc, Map<PageId, Doc> byId, Map<String, Doc> byKey) {
    Doc source =
        doc.fields()
            .string(Key.TRANSLATION_KEY)
            .map(byKey::get)
            .orElseGet(() -> byId.get(doc.id()));
    return source == null ? doc : doc.translating(source);
  }

  private List<Doc> unique(Collection<Doc> docs) {
    Map<PageRef, Doc> first = new HashMap<>();
    List<Doc> unique = new ArrayList<>();
    for (Doc doc : docs) {
      Doc earlier = first.putIfAbsent(doc.ref(), doc);
      if (earlier == null) {
        unique.add(doc);
      } else {
        duplicate(doc, earlier);
      }
    }
    return unique;
  }

  private void duplicate(Doc doc, Doc earlier) {
    diagnostics.add(
        Diagnostic.error(
                "page-duplicate",
                place(doc),
                "The page '"
                    + doc.id()
                    + "' in "
                    + doc.language()
                    + " stands in "
                    + place(earlier).location()
                    + " already.")
            .help("Rename one of the two files, or remove it."));
  }

  private static org.chasqui.diagnostic.SourceSpan place(Doc doc) {
    boolean data = doc.kind() == Kind.PERSON && !doc.hasBody();
    int start = data ? doc.fields().alone().span().start() : 0;
    return doc.file().span(start, start);
  }
}
