package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AC5: readers see in which language each text is, and how much of a page is translated. */
class HonestFallbackTest {
  // Each text has a word of its own, by which it is found in the page.
  private static final String PAGE =
      """
      ---
      title: States
      ---

      Zulu is translated.

      Yankee was changed a little, the rest of this line is the same.

      Xray does not say today what it said in former times.

      Whisky has a draft by a machine only.

      - Victor is in a list, and nobody translated it.

      > Uniform is in a quote.

      | Tango head | Sierra head |
      | ---------- | ----------- |
      | Romeo cell | Quebec cell |

      ## Papa heading

      ::: callout

      ## Oscar title

      November text in a box.

      :::
      """;

  private static final String CATALOGUE =
      """
      msgid ""
      msgstr ""
      "Content-Type: text/plain; charset=UTF-8\\n"

      msgid "States"
      msgstr "TT-title"

      msgid "Zulu is translated."
      msgstr "TT-zulu"

      #, fuzzy
      #| msgid "Yankee was changed a little; the rest of this line is the same."
      msgid "Yankee was changed a little, the rest of this line is the same."
      msgstr "TT-yankee"

      #, fuzzy
      #| msgid "Xray does say today what it said in former times."
      msgid "Xray does not say today what it said in former times."
      msgstr "TT-xray"

      # mt: engine 2026-01-01
      #, fuzzy
      msgid "Whisky has a draft by a machine only."
      msgstr "TT-whisky"
      """;

  private static final List<String> ENGLISH =
      List.of(
          "Xray",
          "Whisky",
          "Victor",
          "Uniform",
          "Tango",
          "Sierra",
          "Romeo",
          "Quebec",
          "Papa",
          "Oscar",
          "November");

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void site() {
    session = Session.withSite(folder);
    session.write(
        "site-content/site.yaml",
        session.read("site-content/site.yaml").replace("[en, es]", "[en, es, ar]"));
    session.write("site-content/states.md", PAGE);
    session.write("locales/es/states.po", CATALOGUE);
    session.write("locales/ar/states.po", CATALOGUE);
    assertEquals(0, session.run("build"), session.err());
  }

  private Document page(String path) {
    return Jsoup.parse(session.read("public/" + path + "/index.html"));
  }

  private static String nearest(Element element, String attribute) {
    Element at = element.closest("[" + attribute + "]");
    return at == null ? "" : at.attr(attribute);
  }

  @ParameterizedTest(name = "AC5 every English text says that it is English ({0})")
  @ValueSource(strings = {"es", "ar"})
  void languages(String language) {
    Document page = page(language + "/states");
    assertEquals(language, page.selectFirst("html").attr("lang"));
    assertEquals(language.equals("ar") ? "rtl" : "ltr", page.selectFirst("html").attr("dir"));
    for (String word : ENGLISH) {
      List<Element> places = page.select("main :containsOwn(" + word + ")");
      assertFalse(places.isEmpty(), word);
      for (Element place : places) {
        assertEquals("en", nearest(place, "lang"), word + ": " + place);
        assertEquals("ltr", nearest(place, "dir"), word + ": " + place);
      }
    }
    for (String word : List.of("TT-zulu", "TT-yankee", "TT-title")) {
      Element place = page.selectFirst("main :containsOwn(" + word + ")");
      assertEquals(language, nearest(place, "lang"), word);
    }
    assertFalse(page.outerHtml().contains("TT-whisky"), "a draft is shown");
    assertFalse(page.selectFirst("main").text().contains("TT-xray"), "a stale text is shown");
  }

  @Test
  @DisplayName("AC5 the notice counts what status.json counts")
  void notice() {
    String json = session.read("public/l10n/status.json").replaceAll("\\s", "");
    String es = json.substring(json.indexOf("\"es\":"));
    String states = es.substring(es.indexOf("\"path\":\"states\""));
    states = states.substring(0, states.indexOf("\"words\""));
    assertTrue(
        states.contains(
            "\"segments\":14,\"translated\":2,\"cosmetic\":1,\"outdated\":1,\"suggested\":0,"
                + "\"draft\":1,\"untranslated\":9"),
        states);
    String notice = page("es/states").selectFirst("main .notice").text();
    // Two of fourteen are up to date; nine and a draft are missing; two were changed since.
    assertTrue(
        notice.startsWith(
            "Esta página está traducida al 14 %. Faltan 10 fragmentos. 2 fragmentos cambiaron"),
        notice);
  }

  @Test
  @DisplayName("AC5 a page without any translation points to its source, and is no alternative")
  void fallbackPage() {
    Document fallback = page("es/blog/hello");
    assertEquals(
        "https://little.example.org/sub/blog/hello/",
        fallback.selectFirst("link[rel=canonical]").attr("href"));
    assertEquals(
        List.of(), page("blog/hello").select("link[rel=alternate][hreflang=es]").eachAttr("href"));
    assertFalse(page("states").select("link[rel=alternate][hreflang=es]").isEmpty());
    String map = session.read("public/sitemap.xml");
    assertFalse(map.contains("<loc>https://little.example.org/sub/es/blog/hello/</loc>"), map);
    assertEquals(StandardCharsets.UTF_8, fallback.charset());
  }
}
