package org.chasqui.localize;

import static org.chasqui.localize.TestSite.EN;
import static org.chasqui.localize.TestSite.ES;
import static org.chasqui.localize.TestSite.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.site.Body;
import org.chasqui.site.Coverage;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.site.TranslationReport.Counts;
import org.junit.jupiter.api.Test;

/** What a language has said on other pages, before, or in the language behind it. */
class LocaleMemoryTest {
  private static final Instant NOW = Instant.parse("2026-04-05T06:07:08Z");
  private static final SourceFile UI =
      new SourceFile(
          "themes/chasqui/ui.pot",
          "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
              + "msgctxt \"toc.title\"\nmsgid \"On this page\"\nmsgstr \"\"\n");
  private static final Language LATIN = Language.of("es-419");

  private static PoEntry updated(TestSite site, String file, String id) {
    return updated(site, file, id, Extractor.Wishes.NONE);
  }

  private static PoEntry updated(TestSite site, String file, String id, Extractor.Wishes wishes) {
    SortedMap<String, String> files =
        Extractor.update(site.site(), site.files(), UI, site.diagnostics, NOW, wishes);
    assertEquals(List.of(), site.said());
    String text = files.getOrDefault(file, site.catalogues.get(file));
    return PoFile.parse(new SourceFile(file, text), d -> {}).messages().stream()
        .filter(entry -> entry.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static TestSite twoPages(String said, String text) {
    TestSite site =
        new TestSite()
            .page("one", "One", "Something else altogether stands here.\n")
            .page("two", "Two", text + "\n")
            .catalogue("locales/es/one.po", said)
            .catalogue("locales/es/two.po", "");
    site.languages = List.of(EN, ES);
    return site;
  }

  @Test
  void aTextThatWasTranslatedOnAnotherPageIsTranslatedHereToo() {
    String said = entry("Open the hub in your browser.", "Abra el hub en su navegador.");
    TestSite site = twoPages(said, "Open the hub in your browser.");
    PoEntry entry = updated(site, "locales/es/two.po", "Open the hub in your browser.");
    assertTrue(entry.translated());
    assertEquals("Abra el hub en su navegador.", entry.translation());
    assertEquals(List.of("auto: as in one"), entry.comments());
    // A build knows it, too: nobody has to update first.
    String page = site.localized("two", ES).body().markdown();
    assertEquals("Abra el hub en su navegador.\n", page);
  }

  @Test
  void aTextThatIsThereNoMoreOnAnotherPageIsRevived() {
    String gone = "#~ msgid \"Open the hub in your browser.\"\n#~ msgstr \"Abra el hub.\"\n";
    TestSite site = twoPages(gone, "Open the hub in your browser.");
    assertTrue(updated(site, "locales/es/two.po", "Open the hub in your browser.").translated());
  }

  @Test
  void shortTextsAndThoseSaidInTwoWaysAreSuggestionsOnly() {
    TestSite brief = twoPages(entry("Open it", "Ábralo"), "Open it");
    PoEntry entry = updated(brief, "locales/es/two.po", "Open it");
    assertTrue(entry.fuzzy());
    assertEquals(List.of("tm: one"), entry.comments());
    assertEquals("Open it\n", brief.localized("two", ES).body().markdown());
    TestSite torn =
        twoPages(entry("Open the hub now.", "Abra el hub."), "Open the hub now.")
            .page("zero", "Zero", "Nothing.\n")
            .catalogue("locales/es/zero.po", entry("Open the hub now.", "Abre el hub."));
    assertTrue(updated(torn, "locales/es/two.po", "Open the hub now.").fuzzy());
    assertEquals("Open the hub now.\n", torn.localized("two", ES).body().markdown());
  }

  @Test
  void whatIsLikeATextOnAnotherPageIsSuggestedWithTheTextThatItTranslates() {
    String said = entry("Open the hub in your own browser.", "Abra el hub en su navegador.");
    TestSite site = twoPages(said, "Open the hub in your browser window.");
    PoEntry entry = updated(site, "locales/es/two.po", "Open the hub in your browser window.");
    assertTrue(entry.fuzzy());
    assertEquals("Open the hub in your own browser.", entry.previous().orElseThrow().key().id());
    site.catalogues.putAll(Extractor.update(site.site(), site.files(), UI, site.diagnostics, NOW));
    Counts counts =
        site.localize().report().languages().get(0).pages().stream()
            .filter(page -> page.name().equals("two"))
            .findFirst()
            .orElseThrow()
            .counts();
    assertEquals(1, counts.suggested());
    assertEquals(0, counts.outdated() + counts.cosmetic());
  }

  @Test
  void shortTextsMustBeMoreAlike() {
    // 0.8: enough for a sentence, not for a word or two.
    TestSite site = twoPages(entry("Run a table", "x"), "Run a cable car");
    assertFalse(updated(site, "locales/es/two.po", "Run a cable car").hasTranslation());
  }

  @Test
  void strictMergesRememberNothing() {
    String said = entry("Open the hub in your browser.", "Abra el hub en su navegador.");
    TestSite site = twoPages(said, "Open the hub in your browser.");
    Extractor.Wishes strict = new Extractor.Wishes(true, false);
    assertFalse(
        updated(site, "locales/es/two.po", "Open the hub in your browser.", strict)
            .hasTranslation());
  }

  @Test
  void memoriesFromElsewhereAreRead() {
    TestSite site =
        twoPages("", "Open the hub in your browser.\n\nRead the table once more.")
            .catalogue(
                "locales/es/tm/old.po", entry("Read the table once more.", "Relea la tabla."))
            .file(
                "locales/es/tm/theirs.tmx",
                """
                <?xml version="1.0"?>
                <!DOCTYPE tmx SYSTEM "tmx14.dtd">
                <tmx version="1.4"><header srclang="en-US"/><body>
                <tu><tuv xml:lang="en-US"><seg>Open the hub in your <bpt i="1">x</bpt>browser.</seg></tuv>
                <tuv xml:lang="es-ES"><seg>Abra el hub.</seg></tuv>
                <tuv xml:lang="fr"><seg>Ouvrez le hub.</seg></tuv></tu>
                </body></tmx>
                """);
    assertEquals(
        "Abra el hub.",
        updated(site, "locales/es/two.po", "Open the hub in your browser.").translation());
    assertEquals(
        "Relea la tabla.",
        updated(site, "locales/es/two.po", "Read the table once more.").translation());
  }

  @Test
  void aMemoryThatIsNoXmlIsShownAtItsLine() {
    TestSite site = twoPages("", "Text.").file("locales/es/tm/x.tmx", "<tmx>\n<body>\n<tu></body>");
    site.localize();
    assertEquals(List.of("WARNING tmx-syntax locales/es/tm/x.tmx:3:1"), site.said());
  }

  private static TestSite regional() {
    TestSite site =
        new TestSite()
            .page("one", "One", "Use the computer.\n\nRead the table.\n\nNobody said this.\n")
            .catalogue(
                "locales/es/one.po",
                entry("Use the computer.", "Use el ordenador.")
                    + entry("Read the table.", "Lea la tabla."))
            .catalogue("locales/es-419/one.po", entry("Use the computer.", "Use la computadora."))
            .file("themes/chasqui/ui.pot", UI.text())
            .catalogue(
                "locales/es/ui.po",
                "msgctxt \"toc.title\"\nmsgid \"On this page\"\nmsgstr \"En esta página\"\n");
    site.languages = List.of(EN, LATIN);
    return site;
  }

  @Test
  void aRegionalFormSaysWhatDiffersAndTheLanguageTheRest() {
    TestSite site = regional();
    Localized localized = site.localize();
    Page page = localized.site().pages(LATIN).get(0);
    assertEquals(
        "Use la computadora.\n\nLea la tabla.\n\nNobody said this.\n", page.body().markdown());
    assertEquals(
        List.of("Nobody said this."),
        page.body().fallbacks().stream()
            .map((Body.Fallback f) -> page.body().markdown().substring(f.start(), f.end()))
            .toList());
    assertEquals("locales/es/one.po", page.body().origin(23, 24).file().path());
    Coverage coverage = page.header().coverage();
    assertEquals(2, coverage.translated());
    assertEquals(
        "En esta página", localized.wording().get(LATIN).text("toc.title", java.util.Map.of()));
    assertEquals(List.of(), site.said());
  }

  @Test
  void statusTellsWhatIsInheritedApart() {
    Counts counts =
        regional().localize().report().languages().get(0).pages().stream()
            .filter(page -> page.name().equals("one"))
            .findFirst()
            .orElseThrow()
            .counts();
    assertEquals(1, counts.translated());
    assertEquals(1, counts.inherited());
    assertEquals(2, counts.untranslated());
    assertEquals(50, counts.percent());
  }

  @Test
  void updatesKeepBothInStepAndMakeNoCatalogueOfARegionalForm() {
    TestSite site = regional().page("new", "New", "A new page.\n");
    SortedMap<String, String> files =
        Extractor.update(site.site(), site.files(), UI, site.diagnostics, NOW);
    assertTrue(files.containsKey("locales/es/new.po"), files.keySet().toString());
    assertFalse(files.containsKey("locales/es-419/new.po"), files.keySet().toString());
    assertTrue(files.get("locales/es-419/one.po").contains("msgid \"Nobody said this.\""));
  }

  @Test
  void portugueseOfBrazilFallsBackToPortuguese() {
    TestSite site =
        new TestSite()
            .page("one", "One", "Use the computer.\n")
            .catalogue("locales/pt/one.po", entry("Use the computer.", "Use o computador."));
    Language brazil = Language.of("pt-BR");
    site.languages = List.of(EN, brazil);
    assertEquals("Use o computador.\n", site.localized("one", brazil).body().markdown());
  }
}
