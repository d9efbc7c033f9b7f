package org.chasqui.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.site.OutputFile;
import org.chasqui.site.RenderedSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The finished sample site, looked at as browsers, readers and search engines do. */
class SiteRendererTest {
  private static final Diagnostics DIAGNOSTICS = new Diagnostics();
  private static RenderedSite site;
  private static final Map<String, Document> PAGES = new TreeMap<>();
  private static final Map<String, String> TEXTS = new TreeMap<>();

  @BeforeAll
  static void render() {
    site = SampleSite.full().render(DIAGNOSTICS);
    for (OutputFile file : site.files()) {
      String content = file instanceof OutputFile.Text text ? text.content() : "";
      TEXTS.put(file.path().value(), content);
      if (file.path().value().endsWith(".html")) {
        PAGES.put(
            file.path().value(), Jsoup.parse(content, "https://learn.example.org/" + file.path()));
      }
    }
  }

  private static Document page(String path) {
    assertTrue(PAGES.containsKey(path), () -> path + " is missing among " + PAGES.keySet());
    return PAGES.get(path);
  }

  @Test
  void nothing_is_wrong_with_templates_and_pages() {
    assertEquals(List.of(), DIAGNOSTICS.sorted());
  }

  @Test
  void every_kind_of_file_is_there() {
    for (String path :
        List.of(
            "index.html",
            "es/index.html",
            "fr/index.html",
            "about/index.html",
            "lessons/index.html",
            "lessons/first-steps/index.html",
            "es/lessons/first-steps/intro/index.html",
            "lessons/first-steps/intro/intro.ipynb",
            "es/lessons/first-steps/intro/intro.ipynb",
            "blog/index.html",
            "blog/page/2/index.html",
            "tags/index.html",
            "tags/cloud/index.html",
            "es/tags/cloud/index.html",
            "jobs/index.html",
            "events/workshop/workshop.ics",
            "people/ana/index.html",
            "organisations/openlab/index.html",
            "hubs/old/index.html",
            "feed.xml",
            "es/feed.xml",
            "sitemap.xml",
            "robots.txt",
            "404.html",
            "_redirects",
            ".nojekyll",
            "posts/three-hubs/index.html",
            "old/three.html",
            "images/week.svg")) {
      assertTrue(TEXTS.containsKey(path), path);
    }
  }

  @Test
  void the_same_input_gives_the_same_bytes() {
    RenderedSite again = SampleSite.full().render(new Diagnostics());
    assertEquals(site.files(), again.files());
    assertEquals(site.links().toString(), again.links().toString());
  }

  @Test
  void every_link_of_every_page_leads_to_a_file_and_an_anchor_that_exist() {
    List<String> dead = new ArrayList<>();
    PAGES.forEach(
        (path, page) -> {
          for (Element link :
              page.select("a[href], link[href], script[src], img[src], use[href]")) {
            String written = link.hasAttr("href") ? link.attr("href") : link.attr("src");
            String absolute = link.hasAttr("href") ? link.absUrl("href") : link.absUrl("src");
            if (absolute.startsWith("https://learn.example.org/") && !answers(absolute)) {
              dead.add(path + ": " + written);
            }
          }
        });
    dead.removeIf(d -> d.endsWith(": /nowhere/") || d.contains(": /kpis/"));
    // Made of the finished pages.
    dead.removeIf(d -> d.endsWith("search/index.html: index.js"));
    assertEquals(List.of(), dead);
  }

  private static boolean answers(String absolute) {
    String[] parts = absolute.substring("https://learn.example.org/".length()).split("#", 2);
    String file = parts[0].isEmpty() || parts[0].endsWith("/") ? parts[0] + "index.html" : parts[0];
    if (!TEXTS.containsKey(file)) {
      return false;
    }
    return parts.length < 2 || parts[1].isEmpty() || page(file).getElementById(parts[1]) != null;
  }

  @Test
  void nothing_is_loaded_from_others_and_no_link_of_ours_is_tied_to_a_host() {
    PAGES.forEach(
        (path, page) -> {
          for (Element load :
              page.select("script[src], link[rel=stylesheet], link[rel=icon], img[src]")) {
            String url = load.hasAttr("src") ? load.attr("src") : load.attr("href");
            assertFalse(url.contains("//"), path + " loads " + url);
          }
          if (!path.endsWith("404.html")) {
            for (Element link : page.select("a[href^=/]")) {
              assertTrue(
                  link.attr("href").matches("/nowhere/|/kpis/.*"), path + ": " + link.attr("href"));
            }
          }
        });
  }

  @Test
  void every_page_has_a_language_a_title_one_h1_and_unique_ids() {
    PAGES.forEach(
        (path, page) -> {
          Element html = page.selectFirst("html");
          assertTrue(html.hasAttr("lang") && html.hasAttr("dir"), path);
          assertEquals(1, page.select("h1").size(), path);
          assertFalse(page.title().isBlank(), path);
          Map<String, Long> ids =
              page.select("[id]").stream()
                  .collect(
                      Collectors.groupingBy(
                          Element::id, LinkedHashMap::new, Collectors.counting()));
          ids.forEach((id, count) -> assertEquals(1L, count, path + " #" + id));
        });
  }

  @Test
  void headings_never_skip_a_level() {
    PAGES.forEach(
        (path, page) -> {
          int last = 0;
          for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.tagName().charAt(1) - '0';
            assertTrue(level <= last + 1, path + ": " + heading.text() + " is an h" + level);
            last = level;
          }
        });
  }

  @Test
  void a_translated_page_names_its_real_translations_only() {
    Document es = page("es/lessons/first-steps/intro/index.html");
    assertEquals("es", es.selectFirst("html").attr("lang"));
    assertEquals(
        List.of("en", "es", "x-default"), es.select("link[hreflang]").eachAttr("hreflang"));
    assertEquals(
        "https://learn.example.org/es/lessons/first-steps/intro/",
        es.select("link[rel=canonical]").attr("href"));
    assertTrue(es.select(".notice").text().contains("82"), es.select(".notice").text());
    assertTrue(es.select(".notice").text().contains("Faltan 6 fragmentos"));
    assertEquals(
        "https://git.example.org/edit/locales/es/lessons/first-steps/intro.po",
        es.select(".notice a").last().attr("href"));
  }

  @Test
  void a_page_without_translation_says_so_and_is_known_under_its_source() {
    Document fr = page("fr/lessons/first-steps/intro/index.html");
    assertEquals("fr", fr.selectFirst("html").attr("lang"));
    assertEquals(
        "https://learn.example.org/lessons/first-steps/intro/",
        fr.select("link[rel=canonical]").attr("href"));
    assertEquals(0, fr.select("link[hreflang]").size());
    assertEquals("noindex,follow", fr.select("meta[name=robots]").attr("content"));
    assertEquals("en", fr.selectFirst("h1 > span").attr("lang"));
    assertEquals("en", fr.selectFirst(".text > div").attr("lang"));
    assertEquals("en", fr.selectFirst(".contents ol a span").attr("lang"));
    assertTrue(fr.select(".notice").text().startsWith("Cette page n’est pas encore traduite"));
  }

  @Test
  void the_language_switch_keeps_the_page_and_marks_what_is_missing() {
    Document page = page("lessons/first-steps/intro/index.html");
    List<Element> links = page.select(".languages a");
    assertEquals(List.of("en", "es", "fr"), links.stream().map(l -> l.attr("hreflang")).toList());
    assertEquals("../../../es/lessons/first-steps/intro/", links.get(1).attr("href"));
    assertEquals("Español", links.get(1).text());
    assertEquals("not translated yet", page.select(".languages small").text());
  }

  @Test
  void the_sitemap_holds_real_pages_with_their_real_translations() {
    String sitemap = TEXTS.get("sitemap.xml");
    Document xml = Jsoup.parse(sitemap, "", org.jsoup.parser.Parser.xmlParser());
    List<String> all = xml.select("loc").eachText();
    assertTrue(all.contains("https://learn.example.org/es/lessons/first-steps/intro/"));
    assertFalse(all.contains("https://learn.example.org/fr/lessons/first-steps/intro/"), sitemap);
    assertFalse(all.contains("https://learn.example.org/es/about/"));
    assertEquals(all.size(), all.stream().distinct().count());
    assertTrue(TEXTS.get("robots.txt").contains("Sitemap: https://learn.example.org/sitemap.xml"));
  }

  @Test
  void an_episode_opens_in_the_hubs_that_run_and_is_offered_for_download() {
    Document en = page("lessons/first-steps/intro/index.html");
    List<Element> launches = en.select(".launch a[href*=git-pull]");
    assertEquals(
        List.of("Hub Córdoba", "Hub Dakar"), launches.stream().map(Element::text).toList());
    assertTrue(
        launches
            .get(0)
            .attr("href")
            .endsWith(
                "&urlpath=lab%2Ftree%2Flessons%2Fen%2Ffirst-steps%2F01-intro.ipynb&branch=main&targetPath=lessons"));
    assertEquals("Old hub", en.select(".launch a[href$=hubs/old/]").text());
    assertEquals("intro.ipynb", en.select(".launch a[download]").attr("href"));
    assertEquals(
        List.of("Hub Córdoba"),
        page("es/lessons/first-steps/intro/index.html")
            .select(".launch a[href*=git-pull]")
            .eachText());
    assertEquals(0, page("hubs/old/index.html").select("a[href*=git-pull]").size());
  }

  @Test
  void the_schedule_adds_up() {
    Document lesson = page("lessons/first-steps/index.html");
    assertEquals("In all 60 min 60 min", lesson.select(".schedule tfoot").text());
    assertEquals(
        List.of("Beginner", "3 episodes", "2 hours"),
        page("lessons/index.html").select(".entry .facts li").eachText());
    assertEquals(
        List.of("Starting a notebook"),
        page("lessons/first-steps/rain/index.html").select("a[rel=prev]").stream()
            .map(e -> e.ownText())
            .toList());
  }

  @Test
  void lists_come_in_sheets_and_say_what_is_over() {
    assertEquals(10, page("blog/index.html").select(".entry").size());
    assertEquals(3, page("blog/page/2/index.html").select(".entry").size());
    assertEquals("Notes, page 2", page("blog/page/2/index.html").select("h1").text());
    assertEquals("Notes", page("blog/index.html").select("h1").text());
    assertEquals(
        List.of("Puestos abiertos", "Puestos cerrados"),
        page("es/jobs/index.html").select("section h2").eachText());
    assertEquals(
        List.of("Upcoming", "Past"), page("events/index.html").select("section h2").eachText());
  }

  @Test
  void a_tag_is_one_thing_in_every_language() {
    assertEquals("Tagged “cloud”", page("tags/cloud/index.html").select("h1").text());
    assertEquals("Con la etiqueta «nube»", page("es/tags/cloud/index.html").select("h1").text());
    assertEquals(
        "../../tags/cloud/", page("es/blog/three-hubs/index.html").select(".tags a").attr("href"));
  }

  @Test
  void aliases_lead_on() {
    Document moved = page("posts/three-hubs/index.html");
    assertEquals(
        "0;url=../../blog/three-hubs/", moved.select("meta[http-equiv=refresh]").attr("content"));
    assertEquals(
        "/old/three.html /blog/three-hubs/ 301\n/posts/three-hubs/ /blog/three-hubs/ 301\n",
        TEXTS.get("_redirects"));
  }

  @Test
  void authors_are_people_where_they_are_known() {
    Document post = page("blog/three-hubs/index.html");
    assertEquals("By Ana Prueba and Ben Beispiel", post.select(".byline span").text());
    assertEquals(List.of("../../people/ana/"), post.select(".byline a").eachAttr("href"));
    assertEquals("2026-04-20", post.select(".byline time").attr("datetime"));
    assertEquals(
        "20 de abril de 2026", page("es/blog/three-hubs/index.html").select(".byline time").text());
    assertEquals("https://art.example.org/", post.select("figure.lead figcaption a").attr("href"));
    assertEquals("Three rooms of learners", post.select("figure.lead img").attr("alt"));
  }

  @Test
  void a_job_is_filled_from_its_front_matter_where_the_author_asked() {
    Document job = page("jobs/engineer/index.html");
    assertEquals(1, job.select("dl.facts.job").size());
    assertTrue(job.select(".text dl.facts.job").text().contains("$1,000 – $2,000"));
    assertEquals("Closed", job.select(".status .badge").text());
    assertEquals("Cerrado", page("es/jobs/engineer/index.html").select(".status .badge").text());
    assertEquals(0, job.select("a[href^=mailto]").size());
    Document open = page("jobs/trainer/index.html");
    assertEquals(1, open.select("dl.facts.job").size());
    assertEquals("https://apply.example.org/", open.select("a.button").attr("href"));
  }

  @Test
  void an_event_says_when_with_its_zone() {
    Document event = page("events/workshop/index.html");
    assertEquals(
        List.of("2026-06-03T14:00:00-03:00", "2026-06-03T17:00:00-03:00"),
        event.select("main time").eachAttr("datetime"));
    assertTrue(event.select("dl.facts").text().contains("UTC\u221203:00"));
    String calendar = TEXTS.get("events/workshop/workshop.ics");
    assertTrue(calendar.contains("DTSTART:20260603T170000Z\r\n"), calendar);
    assertTrue(calendar.contains("SUMMARY:Workshop: notebooks\\; first\\, steps\r\n"), calendar);
    assertTrue(
        calendar
            .lines()
            .allMatch(l -> l.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75));
    assertTrue(TEXTS.get("events/meeting/meeting.ics").contains("DTEND;VALUE=DATE:20260203"));
  }

  @Test
  void the_feed_of_a_language_holds_its_posts() {
    Document feed = Jsoup.parse(TEXTS.get("feed.xml"), "", org.jsoup.parser.Parser.xmlParser());
    assertEquals(13, feed.select("entry").size());
    assertEquals("Three hubs, one week", feed.select("entry > title").first().text());
    assertEquals(
        "https://learn.example.org/blog/three-hubs/", feed.select("entry > id").first().text());
    Document french =
        Jsoup.parse(TEXTS.get("fr/feed.xml"), "", org.jsoup.parser.Parser.xmlParser());
    assertEquals(0, french.select("entry").size());
  }

  @Test
  void the_page_for_missing_addresses_speaks_all_languages_and_works_anywhere() {
    Document page = page("404.html");
    assertEquals(List.of("en", "es", "fr"), page.select("section").eachAttr("lang"));
    Document spanish = page("es/404.html");
    assertEquals(List.of("es", "en", "fr"), spanish.select("section").eachAttr("lang"));
    assertEquals("es", spanish.select("html").attr("lang"));
    assertEquals(
        List.of("/search/", "/es/search/", "/fr/search/"),
        page.select("form:has(label[for]) > div > input").stream()
            .map(e -> e.closest("form").attr("action"))
            .toList());
    page.select("[href], [src]")
        .forEach(e -> assertTrue((e.attr("href") + e.attr("src")).startsWith("/"), e.toString()));
    SampleSite below = SampleSite.full();
    below.baseUrl = "https://example.org/lessons-site/";
    String text =
        below.render(new Diagnostics()).files().stream()
            .filter(f -> f.path().value().equals("404.html"))
            .map(f -> ((OutputFile.Text) f).content())
            .findFirst()
            .orElseThrow();
    assertTrue(text.contains("href=\"/lessons-site/theme/style."), text);
    assertTrue(text.contains("href=\"/lessons-site/es/\""), text);
  }
}
