package org.chasqui.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The site that comes with the project in three more languages: Arabic, of which a page of each
 * kind is there, and the two that nobody speaks. One page stands for each template.
 */
final class EveryTemplate {
  /** Long words with accents. */
  static final String LONG = "en-XA";

  /** From right to left. */
  static final String TURNED = "ar-XB";

  /** What pages are put together of. */
  static final Set<String> PARTS =
      Set.of(
          "blocks",
          "colours",
          "contents",
          "extra",
          "facts",
          "icons",
          "layout",
          "lessons",
          "parts",
          "redirect",
          "rtl",
          "video");

  private static final Path ARABIC =
      Chasqui.ROOT.resolve("generator/src/test/resources/e2e/arabic");

  private EveryTemplate() {}

  /** A page of each template. */
  static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("404", "404.html");
    pages.put("archive", "blog/2026/");
    pages.put("collection", "lessons/first-notebook/all/");
    pages.put("episode", "lessons/first-notebook/cells/");
    pages.put("event", "events/first-notebook-workshop-2027/");
    pages.put("glossary", "glossary/");
    pages.put("home", "");
    pages.put("hub", "hubs/rio-ejemplo/");
    pages.put("hubs", "hubs/status/");
    pages.put("instructor", "lessons/first-notebook/instructor/");
    pages.put("instructor-episode", "lessons/first-notebook/instructor/cells/");
    pages.put("job", "jobs/lesson-translator/");
    pages.put("lesson", "lessons/first-notebook/");
    pages.put("lesson-page", "lessons/first-notebook/profiles/");
    pages.put("list", "blog/");
    pages.put("offline", "offline/");
    pages.put("organisation", "organisations/rio-ejemplo/");
    pages.put("page", "about/");
    pages.put("path", "paths/from-field-to-sequence/");
    pages.put("person", "people/ana-ejemplo/");
    pages.put("post", "blog/what-a-hub-is/");
    pages.put("search", "search/");
    pages.put("tags", "tags/");
    pages.put("translations", "l10n/");
    return pages;
  }

  /** Builds it below a folder. */
  static void build(Path folder, String address) throws java.io.IOException {
    ShippedSite.copy(folder);
    Path settings = folder.resolve("site-content/site.yaml");
    List<String> lines =
        Files.readAllLines(settings).stream()
            .map(line -> line.startsWith("languages:") ? languages() : line)
            .toList();
    Files.write(settings, lines);
    Tree.copy(ARABIC, folder.resolve("locales/ar"));
    Chasqui.run(ShippedSiteTest.TODAY, folder, "build", "--base-url", address).expect(0);
  }

  private static String languages() {
    return "languages: [en, es, fr, ar, " + LONG + ", " + TURNED + "]";
  }

  /** The path of a page in a language. */
  static String path(String language, String page) {
    return (language.equals("en") ? "" : language + "/") + page;
  }
}
