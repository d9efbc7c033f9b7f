package org.chasqui.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.Severity;
import org.chasqui.testing.SiteFile;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds of folders of the author's own. */
class FolderFeedsTest {
  private static final String SITE =
      """
      -- site-content/site.yaml --
      title: Valley
      languages: [en, es]
      base_url: https://valley.example.org/
      -- site-content/notes/_index.md --
      ---
      title: Field notes
      ---
      [Follow them](feed.xml).
      -- site-content/notes/_index.es.md --
      ---
      title: Notas de campo
      ---
      Todas.
      -- site-content/notes/fish.md --
      ---
      title: Fish
      date: 2026-02-01
      ---
      Many fish.
      -- site-content/notes/fish.es.md --
      ---
      title: Peces
      ---
      Muchos peces.
      -- site-content/notes/birds.md --
      ---
      title: Birds
      date: 2026-02-03
      weight: 9
      ---
      Many birds.
      -- site-content/notes/about.md --
      ---
      title: About the notes
      ---
      No news.
      -- site-content/help/_index.md --
      ---
      title: Help
      ---
      -- site-content/help/first.md --
      ---
      title: First steps
      ---
      Go.
      """;

  private static final Diagnostics DIAGNOSTICS = new Diagnostics();
  private static Map<String, String> files;

  @BeforeAll
  static void build(@TempDir Path folder) throws IOException {
    SiteFile.unpack(folder, SITE);
    files = OrganisationTest.files(folder, DIAGNOSTICS);
  }

  private static List<String> titles(String feed) {
    return Jsoup.parse(files.get(feed), "", Parser.xmlParser()).select("title").eachText();
  }

  @Test
  void newsOfAFolderNewestFirst() {
    assertEquals(List.of("Valley · Field notes", "Birds", "Fish"), titles("notes/feed.xml"));
    assertEquals(List.of("Valley · Field notes", "Birds", "Fish"), titles("notes/rss.xml"));
    assertTrue(files.get("notes/feed.json").contains("https://valley.example.org/notes/birds/"));
  }

  @Test
  void eachLanguageHasWhatIsInIt() {
    assertEquals(List.of("Valley · Notas de campo", "Peces"), titles("es/notes/feed.xml"));
  }

  @Test
  void aFolderWithoutDatesHasNone() {
    assertFalse(files.containsKey("help/feed.xml"));
  }

  @Test
  void pagesOfTheFolderNameThem() {
    String rule = "link[rel=alternate][type=application/rss+xml]";
    assertEquals(
        List.of("../../rss.xml", "../rss.xml"),
        Jsoup.parse(files.get("notes/fish/index.html")).select(rule).eachAttr("href"));
    assertEquals(
        List.of("../../rss.xml"),
        Jsoup.parse(files.get("help/first/index.html")).select(rule).eachAttr("href"));
  }

  @Test
  void linksToThemAreUnderstood() {
    assertEquals(
        List.of(),
        DIAGNOSTICS.sorted().stream()
            .filter(d -> d.severity() == Severity.ERROR)
            .map(Diagnostic::message)
            .toList());
  }
}
