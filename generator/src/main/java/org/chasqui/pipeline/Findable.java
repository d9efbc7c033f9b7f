package org.chasqui.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.markdown.Markdown;
import org.chasqui.offline.Packs;
import org.chasqui.search.SearchIndex;
import org.chasqui.search.SearchedPage;
import org.chasqui.search.SearchedPage.Kind;
import org.chasqui.site.Download;
import org.chasqui.site.Episode;
import org.chasqui.site.Event;
import org.chasqui.site.HubPage;
import org.chasqui.site.Job;
import org.chasqui.site.Language;
import org.chasqui.site.LessonHome;
import org.chasqui.site.LessonPage;
import org.chasqui.site.Memory;
import org.chasqui.site.OrganisationPage;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Page;
import org.chasqui.site.Parallel;
import org.chasqui.site.PathPage;
import org.chasqui.site.PersonPage;
import org.chasqui.site.Post;
import org.chasqui.site.RenderedSite;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;

/** Adds to a rendered site the index of its search, where the theme has a page to search. */
final class Findable {
  private Findable() {}

  /** The same site with it. */
  static RenderedSite with(Site site, RenderedSite rendered, Memory memory) {
    Map<OutputPath, OutputFile> finished = new HashMap<>();
    rendered.files().forEach(file -> finished.put(file.path(), file));
    List<OutputFile> files = new ArrayList<>(rendered.files());
    List<Language> languages =
        site.config().languages().stream()
            .filter(language -> finished.containsKey(site.config().searchPage(language).output()))
            .toList();
    Parallel.map(
            languages,
            language ->
                SearchIndex.of(
                    language,
                    pages(site, language, finished),
                    site.config().searchPage(language),
                    memory))
        .forEach(files::addAll);
    files.sort(Comparator.comparing(OutputFile::path));
    return new RenderedSite(files, rendered.links());
  }

  // What is not translated is found in the language it is in.
  private static List<SearchedPage> pages(
      Site site, Language language, Map<OutputPath, OutputFile> finished) {
    List<SearchedPage> pages = new ArrayList<>();
    for (Page page : site.findable(language)) {
      if (finished.get(page.path().output()) instanceof OutputFile.Text file) {
        String lesson = site.lessonOf(page).map(Findable::title).orElse("");
        pages.add(new SearchedPage(page.path(), kind(page), title(page), lesson, file));
      }
    }
    return pages;
  }

  /**
   * The search of each lesson alone, as it lies in the lesson's archive; none where the theme has
   * no page to search.
   */
  static Map<LessonHome, List<OutputFile>> lessons(Site site, RenderedSite rendered) {
    Map<OutputPath, OutputFile> finished = new HashMap<>();
    rendered.files().forEach(file -> finished.put(file.path(), file));
    Map<LessonHome, List<OutputFile>> lessons = new ConcurrentHashMap<>();
    for (Language language : site.config().languages()) {
      if (finished.containsKey(site.config().searchPage(language).output())) {
        SitePath folder = Packs.searchFolder(site, language);
        Parallel.each(
            site.pages(LessonHome.class, language).stream()
                .filter(home -> Download.isFor(site, home))
                .toList(),
            home ->
                lessons.put(
                    home,
                    SearchIndex.of(language, pages(site, home, finished), folder, Memory.NONE)));
      }
    }
    return lessons;
  }

  private static List<SearchedPage> pages(
      Site site, LessonHome home, Map<OutputPath, OutputFile> finished) {
    String root = home.path().value();
    List<SearchedPage> pages = new ArrayList<>();
    for (Page page : site.findable(home.language())) {
      String path = page.path().value();
      if (path.startsWith(root)
          && finished.get(page.path().output()) instanceof OutputFile.Text file) {
        SitePath there = new SitePath("/" + path.substring(root.length()));
        pages.add(new SearchedPage(there, kind(page), title(page), "", file));
      }
    }
    return pages;
  }

  private static String title(Page page) {
    return Markdown.plain(page.header().title().value()).strip();
  }

  private static Kind kind(Page page) {
    if (page instanceof LessonHome
        || page instanceof Episode
        || page instanceof LessonPage
        || page instanceof PathPage) {
      return Kind.LESSONS;
    } else if (page instanceof Post) {
      return Kind.BLOG;
    } else if (page instanceof Event) {
      return Kind.EVENTS;
    } else if (page instanceof Job) {
      return Kind.JOBS;
    } else if (page instanceof HubPage) {
      return Kind.HUBS;
    } else if (page instanceof PersonPage) {
      return Kind.PEOPLE;
    }
    return page instanceof OrganisationPage ? Kind.ORGANISATIONS : Kind.PAGES;
  }
}
