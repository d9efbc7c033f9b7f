package org.chasqui.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
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

/** Pages that tell of something on another site, and events that a person holds. */
class ElsewhereTest {
  private static final String SITE =
      """
      -- site-content/site.yaml --
      title: Valley
      languages: [en, es]
      base_url: https://valley.example.org/
      time_zone: America/Bogota
      -- site-content/people/ana.yaml --
      name: Ana Ejemplo
      -- site-content/blog/talk.md --
      ---
      title: A talk
      date: 2026-01-05
      external_link: https://talks.example.org/water?id=1
      ---
      -- site-content/blog/talk.es.md --
      ---
      title: Una charla
      external_link: https://talks.example.org/agua
      ---
      -- site-content/blog/here.md --
      ---
      title: Here
      date: 2026-01-04
      external_link: ""
      ---
      Text.
      -- site-content/blog/wrong.md --
      ---
      title: Wrong
      date: 2026-01-03
      external_link: /talks/
      ---
      Text.
      -- site-content/events/camp.md --
      ---
      title: Camp
      start: 2026-10-01T10:00
      organiser: ana
      ---
      -- site-content/events/walk.md --
      ---
      title: Walk
      start: 2026-10-02T10:00
      organizer: Ana Ejemplo
      ---
      """;

  private static final Diagnostics DIAGNOSTICS = new Diagnostics();
  private static Map<String, String> files;

  @BeforeAll
  static void build(@TempDir Path folder) throws IOException {
    SiteFile.unpack(folder, SITE);
    files = OrganisationTest.files(folder, DIAGNOSTICS);
  }

  private static Document page(String path) {
    return Jsoup.parse(files.get(path));
  }

  @Test
  void listsLeadThereAndSayWhere() {
    for (String list : List.of("blog/index.html", "index.html")) {
      Element card = page(list).select("article:contains(A talk)").first();
      Element link = card.select("a").first();
      assertEquals("https://talks.example.org/water?id=1", link.attr("href"), list);
      assertEquals("external", link.attr("rel"), list);
      assertTrue(card.select(".facts").text().contains("talks.example.org"), list);
    }
    Document spanish = page("es/blog/index.html");
    assertEquals(
        "https://talks.example.org/agua", spanish.select("a:contains(Una charla)").attr("href"));
    assertEquals(0, page("blog/index.html").select("a[rel=external]:contains(Here)").size());
  }

  @Test
  void feedsLeadThereAndKeepTheirIds() {
    String own = "https://valley.example.org/blog/talk/";
    String there = "https://talks.example.org/water?id=1";
    Document atom = Jsoup.parse(files.get("feed.xml"), "", Parser.xmlParser());
    Element entry = atom.select("entry:contains(A talk)").first();
    assertEquals(own, entry.select("id").text());
    assertEquals(there, entry.select("link[rel=alternate]").attr("href"));
    assertEquals(own, entry.select("link[rel=related]").attr("href"));
    Element item =
        Jsoup.parse(files.get("rss.xml"), "", Parser.xmlParser())
            .select("item:contains(A talk)")
            .first();
    assertEquals(List.of(there, own), item.select("link, guid").eachText());
    JsonNode json = JsonMapper.builder().build().readTree(files.get("feed.json")).get("items");
    assertEquals(own, json.get(0).get("url").asString());
    assertEquals(there, json.get(0).get("external_url").asString());
    assertTrue(json.get(1).path("external_url").isMissingNode(), "an ordinary post");
  }

  @Test
  void thePageItselfLeadsThereToo() {
    assertEquals(
        "talks.example.org",
        page("blog/talk/index.html")
            .select("main a[href='https://talks.example.org/water?id=1']")
            .text());
  }

  @Test
  void whatIsNoAddressIsTold() {
    List<Diagnostic> told = DIAGNOSTICS.sorted();
    assertEquals(
        List.of("site-content/blog/wrong.md:4"),
        told.stream()
            .filter(d -> d.code().equals("external-link-invalid"))
            .map(d -> d.span().file().path() + ":" + d.span().line())
            .toList());
    assertTrue(told.stream().noneMatch(d -> d.code().equals("organisation-unknown")));
  }

  @Test
  void aPersonHoldsAnEvent() {
    for (String event : List.of("camp", "walk")) {
      Document page = page("events/" + event + "/index.html");
      assertEquals("../../people/ana/", page.select("a:contains(Ana Ejemplo)").attr("href"), event);
      String facts = page.select("script[type=application/ld+json]").first().data();
      assertTrue(facts.contains("\"@type\":\"Person\""), facts);
    }
    assertEquals(2, page("people/ana/index.html").select("article.event").size());
  }
}
