package org.chasqui.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.site.OutputFile;
import org.chasqui.testing.SiteFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole site, built as a person builds it: where its pages are, what machines read of it. */
class OrganisationTest {
  private static final Path ROOT = Path.of(System.getProperty("chasqui.root"));
  private static final String BASE = "https://valley.example.org/site/";
  private static final Map<String, String> FILES = new TreeMap<>();
  private static final Diagnostics DIAGNOSTICS = new Diagnostics();

  @BeforeAll
  static void build(@TempDir Path folder) throws IOException {
    Path site = ROOT.resolve("generator/src/test/resources/pipeline/organisation.site");
    SiteFile.unpack(folder, Files.readString(site));
    for (int i = 1; i <= 21; i++) {
      Files.writeString(
          folder.resolve("site-content/blog/more-" + i + ".md"),
          "---\ntitle: More " + i + "\ndate: 2025-01-01\ntags: [Fish]\n---\nFish.\n");
    }
    FILES.putAll(files(folder, DIAGNOSTICS));
  }

  static Map<String, String> files(Path folder, Diagnostics diagnostics) {
    BuildRequest request =
        BuildRequest.of(folder, Optional.of(ROOT), Instant.parse("2026-03-01T00:00:00Z"));
    Map<String, String> files = new TreeMap<>();
    for (OutputFile file : new SiteBuilder(request, diagnostics, step -> {}).build().files()) {
      files.put(file.path().value(), file instanceof OutputFile.Text text ? text.content() : "");
    }
    return files;
  }

  static String file(String path) {
    assertTrue(FILES.containsKey(path), () -> path + " is missing among " + FILES.keySet());
    return FILES.get(path);
  }

  static Document page(String path) {
    return Jsoup.parse(file(path), BASE + path.replace("index.html", ""));
  }

  private static JsonNode facts(String path) {
    return json(page(path).select("script[type=application/ld+json]").first().data());
  }

  private static JsonNode json(String text) {
    return JsonMapper.builder().build().readTree(text);
  }

  private static Document xml(String path) {
    return Jsoup.parse(file(path), "", Parser.xmlParser());
  }

  @Test
  void nothing_is_wrong_with_it() {
    assertEquals(List.of(), DIAGNOSTICS.sorted());
  }

  @Test
  void a_section_has_the_addresses_of_its_pattern() {
    file("news/2026/first/index.html");
    file("es/news/2026/first/index.html");
    assertFalse(FILES.containsKey("blog/first/index.html"));
    file("blog/index.html");
  }

  @Test
  void feeds_are_there_for_each_language_and_section_in_each_format() {
    for (String folder : List.of("", "es/", "blog/", "es/blog/", "events/", "es/jobs/")) {
      for (String name : List.of("feed.xml", "rss.xml", "feed.json")) {
        file(folder + name);
      }
    }
    List<String> offered =
        page("blog/index.html").select("link[rel=alternate][type]").eachAttr("abs:href");
    assertTrue(offered.contains(BASE + "feed.json"), offered.toString());
    assertTrue(offered.contains(BASE + "blog/rss.xml"), offered.toString());
  }

  @Test
  void rss_has_absolute_addresses_stable_ids_and_dates_of_its_own_form() {
    Document feed = xml("rss.xml");
    Element item = feed.select("item").get(2);
    assertEquals("First & \"best\"", item.select("title").text());
    assertEquals(BASE + "news/2026/first/", item.select("guid").text());
    assertEquals("Mon, 05 Jan 2026 09:30:00 +0200", item.select("pubDate").text());
    DateTimeFormatter.RFC_1123_DATE_TIME.parse(item.select("pubDate").text());
    Document content = Jsoup.parse(item.getElementsByTag("content:encoded").text());
    assertEquals(
        List.of(BASE + "news/2026/second/", BASE + "news/2026/first/#end"),
        content.select("p a").eachAttr("href"));
    assertEquals(BASE + "blog/map.svg", content.select("img").attr("src"));
    assertEquals("es", xml("es/rss.xml").select("channel > language").text());
    assertEquals(1, xml("es/rss.xml").select("item").size());
  }

  @Test
  void atom_and_json_say_the_same() {
    Document atom = xml("feed.xml");
    JsonNode feed = json(file("feed.json"));
    assertEquals("https://jsonfeed.org/version/1.1", feed.get("version").asString());
    assertEquals(BASE + "feed.json", feed.get("feed_url").asString());
    List<String> ids = atom.select("entry > id").eachText();
    assertEquals(20, ids.size());
    for (int i = 0; i < ids.size(); i++) {
      JsonNode item = feed.get("items").get(i);
      assertEquals(ids.get(i), item.get("id").asString());
      OffsetDateTime.parse(item.get("date_published").asString());
      assertEquals(
          atom.select("entry > content").get(i).wholeText(), item.get("content_html").asString());
    }
  }

  @Test
  void all_events_are_one_calendar_per_language() {
    for (String path : List.of("events/calendar.ics", "es/events/calendar.ics")) {
      String calendar = file(path);
      assertEquals(3, calendar.split("BEGIN:VEVENT", -1).length);
      assertTrue(calendar.contains("DTSTART:20261001T150000Z\r\n"), calendar);
      assertTrue(calendar.contains("SUMMARY:Camp\\, with\\; signs\r\n"), calendar);
      assertTrue(calendar.contains("LOCATION:Bogotá\r\n"), calendar);
      assertTrue(calendar.contains("LOCATION:https://meet.example.org/day\r\n"), calendar);
      assertTrue(calendar.contains(":https://meet.example.org/camp\r\n"), calendar);
      assertTrue(calendar.endsWith("END:VCALENDAR\r\n"));
      for (String line : calendar.split("\r\n")) {
        assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
      }
    }
    assertEquals(
        BASE + "events/calendar.ics",
        page("events/index.html").select("a[type=text/calendar]").attr("abs:href"));
  }

  @Test
  void a_post_from_elsewhere_names_its_original() {
    Document page = page("news/2026/second/index.html");
    String original = "https://elsewhere.example.org/second/";
    assertEquals(original, page.select("link[rel=canonical]").attr("href"));
    assertEquals("elsewhere.example.org", page.select("a[href=" + original + "]").text());
    assertFalse(file("sitemap.xml").contains("/second/"));
    assertTrue(file("sitemap.xml").contains("/third/"));
  }

  @Test
  void translations_are_named_only_where_they_are_real() {
    assertEquals(
        List.of("en", "es", "x-default"),
        page("news/2026/first/index.html").select("link[hreflang]").eachAttr("hreflang"));
    assertEquals(
        List.of(),
        page("news/2026/third/index.html").select("link[hreflang]").eachAttr("hreflang"));
    Element events =
        xml("sitemap.xml").select("url").stream()
            .filter(u -> u.select("loc").text().endsWith("/events/"))
            .findFirst()
            .orElseThrow();
    assertEquals(0, events.children().select("[hreflang]").size());
  }

  @Test
  void search_engines_are_told_what_pages_are() {
    JsonNode post = facts("news/2026/first/index.html");
    assertEquals("BlogPosting", post.get("@type").asString());
    assertEquals("First & \"best\"", post.get("headline").asString());
    assertEquals("2026-01-05", post.get("datePublished").asString());
    assertEquals("Ada Example", post.get("author").get(0).get("name").asString());
    JsonNode event = facts("events/camp/index.html");
    assertEquals("Event", event.get("@type").asString());
    OffsetDateTime.parse(event.get("startDate").asString());
    assertEquals("Bogotá", event.at("/location/0/address").asString());
    assertEquals("VirtualLocation", event.at("/location/1/@type").asString());
    assertTrue(event.get("eventAttendanceMode").asString().endsWith("/MixedEventAttendanceMode"));
    JsonNode day = facts("events/day/index.html");
    assertEquals("https://meet.example.org/day", day.at("/location/url").asString());
    assertTrue(day.get("eventAttendanceMode").asString().endsWith("/OnlineEventAttendanceMode"));
    JsonNode job = facts("jobs/helper/index.html");
    assertEquals("JobPosting", job.get("@type").asString());
    assertEquals("2026-01-03", job.get("datePosted").asString());
    assertEquals("Valley", job.at("/hiringOrganization/name").asString());
    assertTrue(job.get("description").asString().contains("<p>Help <a href=\"" + BASE + "\">us"));
    assertEquals("2026-12-31T23:59:59Z", job.get("validThrough").asString());
    assertEquals("TELECOMMUTE", job.get("jobLocationType").asString());
    assertFalse(job.has("jobLocation"));
    JsonNode cook = facts("jobs/cook/index.html");
    assertEquals("Valley & friends", cook.at("/hiringOrganization/name").asString());
    assertEquals("Cusco", cook.at("/jobLocation/address").asString());
    assertEquals("TELECOMMUTE", cook.get("jobLocationType").asString());
    JsonNode lesson = facts("lessons/git/index.html");
    assertEquals("LearningResource", lesson.get("@type").asString());
    assertEquals("beginner", lesson.get("educationalLevel").asString());
    assertEquals("PT15M", facts("lessons/git/intro/index.html").get("timeRequired").asString());
  }

  @Test
  void social_networks_are_told_what_pages_are() {
    Document page = page("news/2026/first/index.html");
    assertEquals("article", page.select("meta[property=og:type]").attr("content"));
    assertEquals(
        "2026-01-05", page.select("meta[property=article:published_time]").attr("content"));
    assertEquals(BASE + "news/2026/first/", page.select("meta[property=og:url]").attr("content"));
    assertEquals("en_US", page.select("meta[property=og:locale]").attr("content"));
    assertEquals(
        List.of("es_ES"), page.select("meta[property=og:locale:alternate]").eachAttr("content"));
  }

  @Test
  void each_taxonomy_has_its_pages_in_each_language() {
    assertEquals("Categories", page("categories/index.html").select("h1").text());
    assertEquals("Categories: News", page("categories/news/index.html").select("h1").text());
    assertEquals("Categories: Noticias", page("es/categories/news/index.html").select("h1").text());
    assertEquals(
        List.of("Primera"), page("es/tags/water/index.html").select("article h2").eachText());
    assertEquals(
        List.of("Agua", "Centros", "Noticias"),
        page("es/news/2026/first/index.html").select("ul.tags a").eachText().stream()
            .sorted()
            .toList());
  }

  @Test
  void long_lists_have_sheets_and_the_first_is_where_the_list_is() {
    assertEquals(20, page("tags/fish/index.html").select("article").size());
    assertEquals(2, page("tags/fish/page/2/index.html").select("article").size());
    for (String list : List.of("tags/fish/", "blog/", "es/blog/")) {
      Document first = page(list + "page/1/index.html");
      assertEquals(BASE + list, first.select("link[rel=canonical]").attr("href"));
      assertEquals(BASE + list, first.select("a").attr("abs:href"));
    }
  }

  @Test
  void posts_lead_to_posts_that_share_their_terms() {
    assertEquals(
        List.of("Second"),
        page("news/2026/first/index.html")
            .select("section[aria-labelledby=related] h3")
            .eachText());
    assertEquals(
        3, page("news/2026/third/index.html").select("[aria-labelledby=related] h3").size());
  }

  @Test
  void data_files_become_tables_quotations_and_cohorts() {
    Document page = page("collections/index.html");
    assertEquals(List.of("Name", "Seats"), page.select("th").eachText());
    assertEquals(List.of("Big, old hall", "40", "Hut", "4"), page.select("td").eachText());
    assertEquals("I learnt a lot.", page.select("blockquote").text());
    assertEquals("Aprendí mucho.", page("es/collections/index.html").select("blockquote").text());
    assertFalse(FILES.containsKey("data/places.csv"));
  }

  @Test
  void a_cohort_says_its_dates_in_the_language_of_the_reader_and_leads_to_its_people() {
    Document page = page("collections/index.html");
    assertEquals(
        List.of("April 1, 2026 Welcome", "April 8, 2026, 3:00 PM Git Bring a laptop.", "week 3"),
        // Newer versions of CLDR put a narrow no-break space before PM.
        page.select("ol.schedule li").eachText().stream()
            .map(text -> text.replace('\u202f', ' '))
            .toList());
    assertEquals("2026-04-01", page.select("ol.schedule time").attr("datetime"));
    assertEquals(BASE + "news/2026/first/", page.select("ol.schedule a").attr("abs:href"));
    assertEquals("laptop", page.select("ol.schedule em").text());
    assertEquals(
        List.of("A river map: Ada Example and Luis Mentors: Eve", "Sensors: Ada Example and Luis"),
        page.select("ul.projects li").eachText());
    assertEquals(BASE + "people/ada/", page.select("ul.projects a:contains(Ada)").attr("abs:href"));
    assertEquals(List.of("Plan", "Schedule", "Projects"), page.select("h2, h3").eachText());

    Document es = page("es/collections/index.html");
    assertEquals("1 de abril de 2026 Bienvenida", es.select("ol.schedule li").first().text());
    assertEquals("Git", es.select("ol.schedule li span[lang=en]").first().text());
  }

  @Test
  void what_stands_once_is_not_said_twice() {
    assertEquals(List.of("Open"), page("jobs/helper/index.html").select(".badge").eachText());
    assertEquals(0, page("jobs/helper/index.html").select("dl.facts dd:contains(Open)").size());
    assertEquals(List.of(), page("jobs/index.html").select(".badge").eachText());
    Document person = page("people/ada/index.html");
    assertEquals("First & \"best\"", person.select("article h3").text());
    assertEquals(0, person.select("article .facts").size());
  }

  @Test
  void a_lesson_says_how_to_cite_it() {
    Document page = page("lessons/git/index.html");
    assertEquals(
        "Lovelace, Ada; The Valley (2026). Git & friends (1.2). https://doi.org/10.5281/zenodo.1",
        page.select("[aria-labelledby=cite] > p").text());
    assertEquals(
        """
        @misc{lovelace2026,
          author = {Lovelace, Ada and {The Valley}},
          title = {{Git \\& friends}},
          year = {2026},
          version = {1.2},
          doi = {10.5281/zenodo.1},
          url = {https://doi.org/10.5281/zenodo.1}
        }""",
        page.select("[aria-labelledby=cite] code").first().wholeText());
  }

  @Test
  void a_landing_page_is_made_of_sections() {
    Document page = page("welcome/index.html");
    assertEquals(
        List.of("A valley of notes", "Two ways", "News", "Events"),
        page.select("main h2").eachText());
    assertEquals(BASE + "news/2026/first/", page.select(".block-hero .text a").attr("abs:href"));
    assertEquals(BASE + "lessons/", page.select(".block-hero .button").attr("abs:href"));
    assertEquals(List.of("Learn", "Meet"), page.select(".block-cards h3").eachText());
    assertEquals(2, page.select(".block-posts article").size());
    assertEquals(2, page.select(".block-events article").size());
  }
}
