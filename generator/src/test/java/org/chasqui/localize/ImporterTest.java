package org.chasqui.localize;

import static org.chasqui.localize.TestSite.ES;
import static org.chasqui.localize.TestSite.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.GettextTools;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.site.Coverage;
import org.chasqui.site.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private static Imported imported(String body, String translated, Optional<SourceFile> existing) {
    TestSite site = new TestSite().page("start", "Start", body);
    Page page = site.pages.get(0);
    Page other = TestSite.communityPage("start", ES, "Inicio", translated, Coverage.SOURCE);
    return Importer.importPage(site.site(), page, other, existing, NOW);
  }

  private static Imported imported(String body, String translated) {
    return imported(body, translated, Optional.empty());
  }

  private static Map<String, String> translations(Imported imported) {
    return PoFile.parse(new SourceFile("a.po", imported.text()), d -> {}).messages().stream()
        .filter(PoEntry::translated)
        .collect(Collectors.toMap(PoEntry::id, PoEntry::translation));
  }

  @Test
  void pagesBuiltAlikeArePairedCompletely(@TempDir Path folder) throws Exception {
    Imported imported =
        imported(
            "## Getting started\n\nOpen `ls` now.\n\n- one\n- two\n",
            "## Primeros pasos\n\nAbra `ls`\nahora.\n\n- uno\n- dos\n");
    assertEquals(
        Map.of(
            "Start", "Inicio",
            "Getting started", "Primeros pasos",
            "Open `ls` now.", "Abra `ls` ahora.",
            "one", "uno",
            "two", "dos"),
        translations(imported));
    assertEquals(List.of(), imported.problems());
    assertEquals("locales/es/start.po", imported.path());
    assertEquals(5, imported.translated());
    GettextTools.need();
    assertEquals("", GettextTools.msgfmt(folder, imported.text()));
  }

  @Test
  void theFirstDifferenceIsShownFromBothSides() {
    Imported imported =
        imported(
            "## Getting started\n\nOpen it.\n\n## Next\n\nDo this.\n\n- one\n",
            "## Primeros pasos\n\nAbra.\n\n## Luego\n\n- uno\n");
    Diagnostic problem = imported.problems().get(0);
    assertEquals(1, imported.problems().size());
    assertEquals("import-skeleton", problem.code());
    assertEquals("locales/es/pages/start.md:9:3", problem.span().location());
    assertTrue(problem.message().contains("list item \"uno\""), problem.message());
    assertTrue(
        problem.message().contains("paragraph \"Do this.\" (site-content/start.md:9:1)"),
        problem.message());
    // The sections that are alike are sure, the other is a guess.
    assertEquals(
        Map.of("Start", "Inicio", "Getting started", "Primeros pasos", "Open it.", "Abra."),
        translations(imported).entrySet().stream()
            .filter(e -> !e.getKey().equals("Next"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    PoFile file = PoFile.parse(new SourceFile("a.po", imported.text()), d -> {});
    PoEntry guess =
        file.messages().stream().filter(e -> e.id().equals("one")).findFirst().orElseThrow();
    assertTrue(guess.fuzzy());
    assertEquals("uno", guess.translation());
  }

  @Test
  void whatIsTranslatedAlreadyIsKept() {
    SourceFile existing =
        new SourceFile(
            "locales/es/start.po",
            TestSite.HEADER + "# mine\n" + entry("Open it.", "Ábralo.") + entry("Close it.", ""));
    Imported imported =
        imported("Open it.\n\nClose it.\n", "Abra.\n\nCierre.\n", Optional.of(existing));
    assertEquals("Ábralo.", translations(imported).get("Open it."));
    assertEquals("Cierre.", translations(imported).get("Close it."));
    assertTrue(imported.text().contains("# mine\n"));
  }

  @Test
  void longTextsThatAreTheSameWereNotTranslated() {
    Imported imported =
        imported(
            "Nobody has translated this yet.\n\nPython\n",
            "Nobody has translated this yet.\n\nPython\n");
    assertEquals(Map.of("Start", "Inicio", "Python", "Python"), translations(imported));
  }

  @Test
  void aTranslationThatWouldBreakThePageBecomesFuzzy() {
    Imported imported = imported("Run `ls` here.\n", "Ejecute `dir` <b>aquí</b>.\n");
    assertFalse(translations(imported).containsKey("Run `ls` here."));
    assertEquals("import-check", imported.problems().get(0).code());
    assertEquals(1, imported.fuzzy());
  }

  @Test
  void driftLeavesMostPairsRight() {
    StringBuilder source = new StringBuilder();
    StringBuilder other = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      String code = "`x" + i + "`";
      source.append("Paragraph about ").append(code).append(" and more.\n\n");
      if (i % 12 != 7) {
        other.append("Párrafo sobre ").append(code).append(" y más.\n\n");
      }
    }
    Imported imported = imported(source.toString(), other.toString());
    PoFile file = PoFile.parse(new SourceFile("a.po", imported.text()), d -> {});
    long right =
        file.messages().stream()
            .filter(e -> e.hasTranslation() && e.id().contains("`"))
            .filter(e -> e.translation().contains(e.id().replaceAll(".*(`.*`).*", "$1")))
            .count();
    long all = file.messages().stream().filter(e -> e.fuzzy()).count();
    assertEquals(all, right);
    assertTrue(right >= 54, right + "");
  }

  @Test
  void sectionsThatWereMovedAreFoundByWhatTheyShare() {
    Imported imported =
        imported(
            "## Install\n\nRun `setup` now.\n\n## Use\n\nCall `start 2`.\n\nWait.\n\n## End {#end}\n\nBye.\n",
            "## Fin {#end}\n\nChau.\n\n## Usar\n\nLlame `start 2`.\n\nEspere.\n\n## Instalar\n\nHaga `setup` ya.\n");
    PoFile file = PoFile.parse(new SourceFile("a.po", imported.text()), d -> {});
    Map<String, String> said =
        file.messages().stream().collect(Collectors.toMap(PoEntry::id, PoEntry::translation));
    assertEquals(
        Map.of(
            "Start", "Inicio",
            "Install", "Instalar",
            "Run `setup` now.", "Haga `setup` ya.",
            "Use", "Usar",
            "Call `start 2`.", "Llame `start 2`.",
            "Wait.", "Espere.",
            "End", "Fin",
            "Bye.", "Chau."),
        said);
    // Nobody can be sure of sections that are not where they were.
    assertEquals(Map.of("Start", "Inicio"), translations(imported));
    assertEquals(
        List.of("import-skeleton"),
        imported.problems().stream().map(Diagnostic::code).distinct().toList());
  }

  @Test
  void whatFitsNowhereIsToldWhereItStands() {
    Imported imported =
        imported(
            "## One\n\nFirst thing.\n\n## Two\n\nSecond thing.\n",
            "## Uno\n\nLo primero.\n\n- algo más\n- y más\n\n## Dos\n\nLo segundo.\n");
    assertEquals(
        List.of(
            "locales/es/pages/start.md:7:3 Nothing in the source was found for list item \"algo más\".",
            "locales/es/pages/start.md:8:3 Nothing in the source was found for list item \"y más\"."),
        imported.problems().stream()
            .filter(d -> d.code().equals("import-unpaired"))
            .map(d -> d.span().location() + " " + d.message())
            .toList());
    // Each text of the translation is in the catalogue, or it is told.
    PoFile file = PoFile.parse(new SourceFile("a.po", imported.text()), d -> {});
    assertEquals(
        5, file.messages().stream().filter(PoEntry::hasTranslation).count(), imported.text());
  }

  @Test
  void anotherTranslationThatTheCatalogueHasIsKeptAndTold() {
    SourceFile existing =
        new SourceFile("locales/es/start.po", TestSite.HEADER + entry("Open it.", "Ábralo."));
    Imported imported = imported("Open it.\n", "Abra.\n", Optional.of(existing));
    Diagnostic kept = imported.problems().get(0);
    assertEquals("import-kept", kept.code());
    assertEquals("It says: Ábralo.", kept.help().orElseThrow());
    assertEquals("locales/es/pages/start.md:3:1", kept.span().location());
  }
}
