package org.chasqui.notebook;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.markdown.GlossaryTerms;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Asset;
import org.chasqui.site.Episode;
import org.chasqui.site.Language;
import org.chasqui.site.Lesson;
import org.chasqui.site.LessonPage;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;

/**
 * What authors' links can mean, by the path of the source file: pages and assets of the whole site.
 * Made once for all notebooks.
 */
final class LessonFiles {
  private final Site site;
  private final Map<String, PageId> pages = new HashMap<>();
  private final Map<String, Asset> assets = new HashMap<>();
  private final Map<PageRef, GlossaryTerms> glossaries = new ConcurrentHashMap<>();
  private Optional<Map<String, PageId>> labels = Optional.empty();

  LessonFiles(Site site) {
    this.site = site;
    for (Page page : site.pages(site.config().sourceLanguage())) {
      pages.putIfAbsent(withoutExtension(page.header().source().path()), page.id());
      pages.putIfAbsent(page.id().value(), page.id());
    }
    site.assets().values().forEach(asset -> assets.putIfAbsent(asset.source(), asset));
  }

  /** The page of a source path, with or without its extension. */
  Optional<PageId> page(String sourcePath) {
    return Optional.ofNullable(pages.get(withoutExtension(sourcePath)));
  }

  /** The page that marks a place with a label. */
  synchronized Optional<PageId> labelled(String label) {
    Map<String, PageId> known = labels.orElseGet(this::labels);
    labels = Optional.of(known);
    return Optional.ofNullable(known.get(label));
  }

  private Map<String, PageId> labels() {
    Map<String, PageId> found = new HashMap<>();
    for (Page page : site.pages(site.config().sourceLanguage())) {
      Markdown.labels(page.body().markdown())
          .keySet()
          .forEach(label -> found.putIfAbsent(label, page.id()));
    }
    return found;
  }

  /** The address of a term in the glossary of an episode's lesson. */
  Optional<String> term(Episode episode, String name) {
    Language language = episode.language();
    Language source = site.config().sourceLanguage();
    PageId lesson = episode.details().lesson();
    Optional<LessonPage> original = site.lessonPage(lesson, LessonPage.Role.GLOSSARY, source);
    if (original.isEmpty()) {
      return Optional.empty();
    }
    LessonPage page =
        site.lessonPage(lesson, LessonPage.Role.GLOSSARY, language).orElse(original.get());
    return glossaries
        .computeIfAbsent(
            page.ref(),
            ref -> GlossaryTerms.of(original.get().body().markdown(), page.body().markdown()))
        .id(name)
        .map(id -> site.config().absolute(page.path()) + "#" + id);
  }

  /** The file of a source path. */
  Optional<Asset> asset(String sourcePath) {
    return Optional.ofNullable(assets.get(sourcePath));
  }

  /** The file as a language has it: its own, where translators made one. */
  Asset in(Language language, Asset asset) {
    String replaced = "locales/" + language + "/assets/" + asset.source();
    Asset own = assets.get(replaced);
    if (own != null) {
      return own;
    }
    SitePath there = site.config().root(language).resolve(asset.path().value().substring(1));
    return site.assets().getOrDefault(there, asset);
  }

  /**
   * Where a file of a lesson lies beside the lesson's notebooks: its path below the lesson's folder
   * ({@code data/rain.csv}), because that is what the code in the notebooks opens. Nothing if the
   * file is not the lesson's.
   */
  static Optional<String> beside(Lesson lesson, Asset asset) {
    String folder = "lessons/" + lesson.name() + "/";
    if (!asset.source().startsWith(folder)) {
      return Optional.empty();
    }
    String below = asset.source().substring(folder.length());
    String path = below.startsWith("episodes/") ? below.substring("episodes/".length()) : below;
    return OutputPath.isSafe(path) ? Optional.of(path) : Optional.empty();
  }

  private static String withoutExtension(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
  }
}
