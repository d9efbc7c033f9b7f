package org.chasqui.offline;

import java.util.Set;
import org.chasqui.site.SitePath;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes of the site's page to search that of one lesson: its list of all pages keeps those that are
 * in the archive, for whom the others are out of reach.
 */
final class LessonSearch {
  private LessonSearch() {}

  /**
   * @param html the site's page
   * @param own its address
   * @param there the pages in the archive
   */
  static String of(String html, SitePath own, Set<SitePath> there, FinishedFiles files) {
    Document page = Jsoup.parse(html);
    page.outputSettings().prettyPrint(false);
    String base = files.config().baseUrl().getRawPath();
    for (Element entry : page.select("main section li:has(> a)")) {
      String url = entry.select("a").attr("href");
      boolean kept =
          url.startsWith("#")
              || (!Links.isForeign(url) && there.contains(Links.target(url, own, base)));
      if (!kept) {
        entry.remove();
      }
    }
    for (Element list : page.select("main section > ul:not(:has(li))")) {
      Element heading = list.previousElementSibling();
      if (heading != null && heading.normalName().matches("h[2-6]")) {
        heading.remove();
      }
      list.remove();
    }
    for (Element link : page.select("main section li > a[href^=#]")) {
      Element entry = link.closest("li");
      if (entry != null && page.getElementById(link.attr("href").substring(1)) == null) {
        entry.remove();
      }
    }
    page.select("main section:not(:has(li))").remove();
    return page.outerHtml();
  }
}
