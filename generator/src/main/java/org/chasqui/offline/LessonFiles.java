package org.chasqui.offline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.site.Episode;
import org.chasqui.site.Language;
import org.chasqui.site.LessonHome;
import org.chasqui.site.LessonPage;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.PageRef;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;

/**
 * What belongs to a lesson in one language.
 *
 * @param home its home page
 * @param source the home page in the language it was written in, beside which its files lie
 * @param chapters its pages that somebody wrote, in the order of a book
 * @param pages the addresses of all pages below its home page that learners see
 */
record LessonFiles(
    LessonHome home, SitePath source, List<Page> chapters, Map<SitePath, OutputFile.Text> pages) {
  static LessonFiles of(LessonHome home, Site site, FinishedFiles files) {
    Language first = site.config().sourceLanguage();
    SitePath source = site.page(new PageRef(home.id(), first)).map(Page::path).orElse(home.path());
    List<Page> chapters = new ArrayList<>(List.of(home));
    beside(site, home, LessonPage.Role.SETUP, chapters);
    List<Episode> episodes = site.episodes(home.lesson(), home.language());
    chapters.addAll(episodes);
    beside(site, home, LessonPage.Role.GLOSSARY, chapters);
    beside(site, home, LessonPage.Role.PROFILES, chapters);
    return new LessonFiles(home, source, chapters, pages(home, site, files));
  }

  private static void beside(
      Site site, LessonHome home, LessonPage.Role role, List<Page> chapters) {
    site.lessonPage(home.id(), role, home.language()).ifPresent(chapters::add);
  }

  private static Map<SitePath, OutputFile.Text> pages(
      LessonHome home, Site site, FinishedFiles files) {
    String teachers =
        site.lessonPage(home.id(), LessonPage.Role.INSTRUCTORS, home.language())
            .map(Page::path)
            .orElse(home.path().resolve("instructor/"))
            .value();
    Map<SitePath, OutputFile.Text> pages = new LinkedHashMap<>();
    for (OutputFile file : files.below(home.path())) {
      String name = "/" + file.path().value();
      if (file instanceof OutputFile.Text page
          && name.endsWith("/index.html")
          && !name.startsWith(teachers)) {
        pages.put(new SitePath(name.substring(0, name.length() - "index.html".length())), page);
      }
    }
    return pages;
  }
}
