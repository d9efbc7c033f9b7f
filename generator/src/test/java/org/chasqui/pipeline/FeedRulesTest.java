package org.chasqui.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.testing.SiteFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Feeds, calendars and the sitemap of a site whose authors write whatever they like, held against
 * the rules of RFC 4287, RSS 2.0, JSON Feed 1.1, RFC 5545 and sitemaps.org.
 */
class FeedRulesTest {
  private static final String SITE =
      """
      Awkward words everywhere.
      -- site-content/site.yaml --
      title: "Ríos & <lagos> \\u0007"
      base_url: https://rio.example.org/año/
      languages: [es, en, ar]
      time_zone: America/Bogota
      -- site-content/blog/uno.md --
      ---
      title: "Uno: <b>no</b> & ]]> \\u0001 🌊"
      date: 2026-01-05
      authors: ["Ada <a@example.org>", "B & C"]
      tags: ["a & b", "<x>"]
      ---
      ]]> [aquí](dos.md?x=1&y=2) <br> &nbsp; 🌊
      -- site-content/blog/uno.en.md --
      ---
      title: One
      ---
      One.
      -- site-content/blog/dos.md --
      ---
      title: Dos
      date: 2026-01-05T09:30:00.123+05:30
      updated: 2020-01-01
      ---
      -- site-content/events/río.md --
      ---
      title: "Río; con, signos \\\\ y \\u0007 una línea que pasa de setenta y cinco octetos: áéíóú 🌊🌊🌊🌊🌊"
      summary: "Una\\nDos"
      start: 2026-10-01T10:00
      end: 2026-10-01T12:00
      time_zone: Europe/Madrid
      online: "https://meet.example.org/sala?x=1,2;3"
      ---
      -- site-content/events/días.md --
      ---
      title: Días
      start: 2026-12-31
      end: 2027-01-01
      place: "Casa; patio, 2"
      ---
      """;
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final Map<String, String> FILES = new TreeMap<>();

  @BeforeAll
  static void build(@TempDir Path folder) throws IOException {
    SiteFile.unpack(folder, SITE);
    Diagnostics diagnostics = new Diagnostics();
    FILES.putAll(OrganisationTest.files(folder, diagnostics));
    assertEquals(
        List.of(),
        diagnostics.sorted().stream()
            .filter(d -> d.severity() == org.chasqui.diagnostic.Severity.ERROR)
            .toList());
  }

  private static List<String> named(String ending) {
    List<String> names = FILES.keySet().stream().filter(f -> f.endsWith(ending)).toList();
    assertFalse(names.isEmpty(), ending);
    return names;
  }

  // A parser that takes nothing but well-formed XML.
  private static Element xml(String name) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      byte[] bytes = FILES.get(name).getBytes(StandardCharsets.UTF_8);
      Document document =
          factory.newDocumentBuilder().parse(new java.io.ByteArrayInputStream(bytes));
      return document.getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError(name + ": " + e.getMessage(), e);
    }
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList all = parent.getChildNodes();
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element child && child.getLocalName().equals(name)) {
        found.add(child);
      }
    }
    return found;
  }

  private static String one(Element parent, String name) {
    List<Element> found = children(parent, name);
    assertEquals(1, found.size(), parent.getLocalName() + " has one " + name);
    String text = found.get(0).getTextContent();
    assertFalse(text.isBlank(), name);
    return text;
  }

  private static void absolute(String url) {
    URI uri = URI.create(url);
    assertTrue(uri.isAbsolute() && url.equals(uri.toASCIIString()), url);
  }

  @Test
  void atom_has_all_that_rfc_4287_demands() {
    for (String name : named("feed.xml")) {
      Element feed = xml(name);
      assertEquals(ATOM, feed.getNamespaceURI());
      absolute(one(feed, "id"));
      one(feed, "title");
      OffsetDateTime.parse(one(feed, "updated"));
      Set<String> ids = new HashSet<>();
      for (Element entry : children(feed, "entry")) {
        String id = one(entry, "id");
        absolute(id);
        assertTrue(ids.add(id), id + " stands twice");
        one(entry, "title");
        OffsetDateTime published = OffsetDateTime.parse(one(entry, "published"));
        assertFalse(OffsetDateTime.parse(one(entry, "updated")).isBefore(published), id);
        assertFalse(children(entry, "author").isEmpty(), id);
        children(entry, "author").forEach(author -> one(author, "name"));
        assertEquals("alternate", children(entry, "link").get(0).getAttribute("rel"));
      }
      List<String> relations =
          children(feed, "link").stream().map(link -> link.getAttribute("rel")).toList();
      assertEquals(List.of("self", "alternate"), relations);
    }
  }

  @Test
  void rss_has_all_that_its_readers_need() {
    for (String name : named("rss.xml")) {
      Element channel = children(xml(name), "channel").get(0);
      one(channel, "title");
      assertEquals(1, children(channel, "description").size());
      absolute(children(channel, "link").get(0).getTextContent());
      Set<String> ids = new HashSet<>();
      for (Element item : children(channel, "item")) {
        assertTrue(ids.add(one(item, "guid")));
        absolute(one(item, "link"));
        one(item, "title");
        DateTimeFormatter.RFC_1123_DATE_TIME.parse(one(item, "pubDate"));
      }
    }
  }

  @Test
  void json_feeds_have_all_that_version_1_1_demands() {
    for (String name : named("feed.json")) {
      JsonNode feed = JsonMapper.builder().build().readTree(FILES.get(name));
      assertEquals("https://jsonfeed.org/version/1.1", feed.get("version").asString());
      assertFalse(feed.get("title").asString().isBlank());
      absolute(feed.get("feed_url").asString());
      for (JsonNode item : feed.get("items")) {
        absolute(item.get("id").asString());
        assertTrue(item.has("content_html"));
        OffsetDateTime.parse(item.get("date_published").asString());
        OffsetDateTime.parse(item.get("date_modified").asString());
        item.path("authors").forEach(a -> assertFalse(a.get("name").asString().isBlank()));
        item.path("tags").forEach(tag -> assertFalse(tag.asString().isBlank()));
      }
    }
  }

  @Test
  void calendars_keep_to_rfc_5545() {
    for (String name : named(".ics")) {
      String text = FILES.get(name);
      assertTrue(text.endsWith("\r\n"));
      assertFalse(text.replace("\r\n", "").matches("(?s).*[\\x00-\\x08\\x0A-\\x1F].*"), name);
      for (String line : text.split("\r\n")) {
        assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
      }
      Deque<String> open = new ArrayDeque<>();
      Set<String> properties = new HashSet<>();
      for (String line : text.replace("\r\n ", "").split("\r\n")) {
        assertTrue(line.matches("[A-Z-]+(;[A-Z-]+=[A-Z,-]+)*:.*"), line);
        String property = line.split("[:;]", 2)[0];
        String value = line.substring(line.indexOf(':') + 1);
        if (property.equals("BEGIN")) {
          open.push(value);
          properties.clear();
        } else if (property.equals("END")) {
          assertEquals(open.pop(), value);
          boolean event = value.equals("VEVENT");
          assertTrue(
              !event || properties.containsAll(Set.of("UID", "DTSTAMP", "DTSTART", "SUMMARY")));
        } else {
          assertTrue(properties.add(property), property + " stands twice");
        }
        if (Set.of("SUMMARY", "DESCRIPTION", "LOCATION", "NAME").contains(property)) {
          assertTrue(value.matches("(?:[^\\\\;,]|\\\\[\\\\;,n])*"), line);
        }
      }
      assertTrue(open.isEmpty());
    }
    String all = FILES.get("events/calendar.ics").replace("\r\n ", "");
    assertTrue(all.contains("DTSTART:20261001T080000Z\r\n"), all);
    assertTrue(all.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270102\r\n"), all);
    assertTrue(all.contains("LOCATION:Casa\\; patio\\, 2\r\n"), all);
  }

  @Test
  void the_sitemap_names_translations_both_ways() {
    Map<String, Set<String>> others = new TreeMap<>();
    for (Element url : children(xml("sitemap.xml"), "url")) {
      Set<String> links = new HashSet<>();
      children(url, "link").stream()
          .filter(link -> !link.getAttribute("hreflang").equals("x-default"))
          .forEach(link -> links.add(link.getAttribute("href")));
      absolute(one(url, "loc"));
      assertEquals(null, others.put(one(url, "loc"), links));
    }
    others.forEach(
        (url, links) -> links.forEach(link -> assertEquals(links, others.get(link), url)));
    assertTrue(others.values().stream().anyMatch(links -> links.size() == 2));
  }
}
