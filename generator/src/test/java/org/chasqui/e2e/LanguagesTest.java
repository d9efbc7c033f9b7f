package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chasqui.testing.SiteFile;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader of another language sees: translated, half translated, not translated. */
class LanguagesTest {
  private static final String BASE = "https://three.example.org";

  @TempDir static Path temp;
  static Output output = new Output(Path.of(""));

  @BeforeAll
  static void build() throws IOException {
    String sources = Files.readString(GoldenSitesTest.FOLDER.resolve("languages.site"));
    Path site = SiteFile.unpack(temp.resolve("site"), sources);
    Chasqui.run(site, "build").expect(0);
    output = new Output(site.resolve("public"));
  }

  @Test
  void aTranslatedPageSaysNothingInTheSourceLanguage() {
    Document page = output.page("/es/about/");
    assertEquals("es", page.select("html").attr("lang"));
    assertEquals("ltr", page.select("html").attr("dir"));
    assertEquals("Sobre nosotras", page.select("main h1").text());
    assertEquals(0, page.select("main aside.notice").size());
    assertEquals(0, page.select("main [lang=en]").size());
    // Headings keep the anchors of the source, so a link into a page survives a language switch.
    assertEquals("Dónde estamos", page.select("#where-we-are").text());
  }

  @Test
  void aHalfTranslatedPageMarksWhatIsNot() {
    Document page = output.page("/es/half/");
    assertEquals("La mitad", page.select("main h1").text());
    assertEquals("es", Output.languageOf(paragraph(page, "Este párrafo está traducido.")));
    Element rest = paragraph(page, "This paragraph is not translated.");
    assertEquals("en", rest.attr("lang"));
    assertEquals("ltr", rest.attr("dir"));
    assertEquals("en", Output.languageOf(paragraph(page, "Why")), "a heading is text too");
    // A fuzzy entry whose source has really changed would say something else than the source.
    assertEquals("en", Output.languageOf(paragraph(page, "One thing")));
    assertEquals("es", Output.languageOf(paragraph(page, "Otra cosa")));
    // In code a comment's language is said, and nothing moves.
    assertEquals("en", Output.languageOf(paragraph(page, "# Two lines that")));
    assertEquals("en", Output.languageOf(paragraph(page, "# wait for somebody")));
    assertEquals("es", Output.languageOf(paragraph(page, "# uno")));
    assertEquals(0, page.select("pre .untranslated").size());
    Element notice = page.selectFirst("main aside.notice.partial");
    assertTrue(notice != null && notice.text().contains("55"), String.valueOf(notice));
    assertEquals("../../half/", notice.select("a").first().attr("href"));
  }

  private static Element paragraph(Document page, String text) {
    List<Element> found =
        page.select(".text *").stream().filter(e -> e.ownText().equals(text)).toList();
    assertEquals(1, found.size(), () -> text + " in " + page.select(".text"));
    return found.get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "fr"})
  void anUntranslatedPageSaysSoAndHidesFromSearchEngines(String language) {
    Document page = output.page("/" + language + "/untouched/");
    assertEquals(language, page.select("html").attr("lang"));
    assertEquals("en", Output.languageOf(paragraph(page, "Nobody has translated this.")));
    assertEquals("en", Output.languageOf(page.select("main h1 *").last()));
    assertEquals(1, page.select("main aside.notice.fallback").size());
    assertTrue(page.select("meta[name=robots]").attr("content").contains("noindex"));
    assertEquals(BASE + "/untouched/", page.select("link[rel=canonical]").attr("href"));
    assertEquals(List.of(), Output.alternates(page));
    assertTrue(!output.text("sitemap.xml").contains("/" + language + "/untouched/"));
  }

  @Test
  void searchEnginesAreToldOfRealTranslationsOnly() {
    List<String> about =
        List.of(
            "en " + BASE + "/about/", "es " + BASE + "/es/about/", "x-default " + BASE + "/about/");
    assertEquals(about, Output.alternates(output.page("/about/")));
    assertEquals(about, Output.alternates(output.page("/es/about/")));
    List<String> suffix =
        List.of(
            "en " + BASE + "/suffix/",
            "fr " + BASE + "/fr/suffix/",
            "x-default " + BASE + "/suffix/");
    assertEquals(suffix, Output.alternates(output.page("/suffix/")));
    assertEquals(suffix, Output.alternates(output.page("/fr/suffix/")));
  }

  @ParameterizedTest
  @CsvSource({"about/", "half/", "untouched/", "whole/", "suffix/", "blog/letter/", "blog/", "''"})
  void theLanguageSwitchKeepsThePage(String tail) {
    for (String from : List.of("", "es/", "fr/")) {
      String address = "/" + from + tail;
      Document page = output.page(address);
      page.setBaseUri(BASE + address);
      for (Element link : page.select("header .languages a[hreflang]")) {
        String language = link.attr("hreflang");
        String wanted = "/" + (language.equals("en") ? "" : language + "/") + tail;
        assertEquals(BASE + wanted, link.absUrl("href").replace("/./", "/"));
        assertEquals(language, link.attr("lang"));
        assertEquals(
            language.equals("en") ? "English" : language.equals("es") ? "Español" : "Français",
            link.text());
        assertEquals(language, output.page(wanted).select("html").attr("lang"));
      }
      assertEquals(3, page.select("header .languages a[hreflang]").size());
      String here = from.isEmpty() ? "en" : from.substring(0, 2);
      assertEquals(here, page.select("header .languages a[aria-current]").attr("hreflang"));
    }
  }

  @Test
  void wholePagesTakeThePlaceOfACatalogue() {
    assertEquals("Escrita de nuevo", output.page("/es/whole/").select("main h1").text());
    assertEquals("../about/", output.page("/es/whole/").select(".text a").attr("href"));
    assertEquals("La page française.", output.page("/fr/suffix/").select(".text p").text());
  }

  @Test
  void menuTitleAndDatesAreInTheReadersLanguage() {
    Document page = output.page("/es/blog/letter/");
    assertEquals(List.of("Acerca de", "Bitácora"), page.select("nav.menu ul.inline a").eachText());
    assertTrue(page.title().endsWith("Tres idiomas"), page.title());
    assertEquals("3 de febrero de 2026", page.select("main time").text());
    assertEquals("3 février 2026", output.page("/fr/blog/letter/").select("main time").text());
    assertEquals("February 3, 2026", output.page("/blog/letter/").select("main time").text());
  }

  @Test
  void linksWithinATranslationStayInTheLanguage() {
    Document home = output.page("/es/");
    assertEquals(
        List.of("about/", "half/#how", "half/#why"), home.select(".text a").eachAttr("href"));
  }
}
