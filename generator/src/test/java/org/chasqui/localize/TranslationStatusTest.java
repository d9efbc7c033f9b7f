package org.chasqui.localize;

import static org.chasqui.localize.TestSite.ES;
import static org.chasqui.localize.TestSite.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.GettextTools;
import org.chasqui.site.TranslationReport;
import org.chasqui.site.TranslationReport.Counts;
import org.chasqui.site.TranslationReport.Mode;
import org.chasqui.site.TranslationReport.OfLanguage;
import org.chasqui.site.TranslationReport.OfPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationStatusTest {
  private static TestSite site() {
    return new TestSite()
        .page("index", "Home", "Welcome to all of you here.\n")
        .page("about", "About", "Read the file now\n\nWait for five minutes.\n\nDone\n")
        .page("done", "Done", "Text.\n")
        .wholePage("done", ES, "Hecho", "Texto.\n")
        .catalogue(
            "locales/es/about.po",
            entry("About", "Acerca de")
                + entry("Read the file now.", "Lea el archivo ahora.")
                + entry("Wait for nine minutes.", "Espere nueve minutos."));
  }

  private static OfPage page(OfLanguage language, String name) {
    return language.pages().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void countsWhatIsDoneAndWhatIsNot() {
    TestSite site = site();
    TranslationReport status = TranslationStatus.of(site.site(), site.files(), new Diagnostics());
    OfLanguage spanish = status.languages().get(0);
    assertEquals(ES, spanish.language());
    OfPage about = page(spanish, "about");
    assertEquals(new Counts(1, 0, 1, 1, 0, 0, 1, 0, 10, 9), about.counts());
    assertEquals("locales/es/about.po", about.file());
    assertEquals(Mode.CATALOGUE, about.mode());
    assertEquals(25, about.counts().percent());
    assertEquals(Mode.WHOLE_PAGE, page(spanish, "done").mode());
    assertEquals(Mode.NONE, page(spanish, "index").mode());
    assertEquals("locales/es/index.po", page(spanish, "index").file());
    // site.yaml has little to do and stands on every page; what is done comes last.
    assertEquals(
        List.of("site", "index", "about", "done"),
        spanish.pages().stream().map(OfPage::name).filter(n -> !n.equals("ui")).toList());
    assertEquals(
        spanish.pages().stream().mapToInt(p -> p.counts().words()).sum(), spanish.total().words());
  }

  @Test
  void agreesWithGettextOnAnUpdatedCatalogue(@TempDir Path folder) throws Exception {
    GettextTools.need();
    TestSite site = site();
    Map<String, String> updated =
        Extractor.update(
            site.site(),
            site.files(),
            new SourceFile("themes/x/ui.pot", ""),
            new Diagnostics(),
            java.time.Instant.EPOCH);
    java.nio.file.Files.writeString(folder.resolve("a.po"), updated.get("locales/es/about.po"));
    String said =
        GettextTools.run(folder, "msgfmt", "--statistics", "-o", "/dev/null", "a.po").err();
    assertEquals("1 translated message, 2 fuzzy translations, 1 untranslated message.\n", said);
  }
}
