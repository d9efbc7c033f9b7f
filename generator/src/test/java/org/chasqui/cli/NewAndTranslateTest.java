package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewAndTranslateTest {
  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void site() {
    session = Session.withSite(folder);
  }

  @Test
  void everyKindOfNewPagePassesTheCheck() {
    String[][] all = {
      {"lesson", "Plotting rain"},
      {"episode", "plotting-rain/Más datos: \"hoy\""},
      {"post", "¡Hola, mundo!"},
      {"page", "help/contact-us"},
      {"job", "Community manager"},
      {"event", "First meeting"},
      {"hub", "Río Seco"}
    };
    for (String[] one : all) {
      assertEquals(0, session.run("new", one[0], one[1]), session.err());
      assertTrue(session.out().startsWith("Made "), session.out());
      assertTrue(session.out().contains("\nNext: "), session.out());
    }
    assertTrue(session.has("lessons/plotting-rain/lesson.yaml"));
    assertTrue(session.has("lessons/plotting-rain/01-introduction.md"));
    assertTrue(session.has("lessons/plotting-rain/02-mas-datos-hoy.md"));
    assertTrue(session.has("site-content/blog/hola-mundo.md"));
    assertTrue(
        session
            .read("site-content/blog/hola-mundo.md")
            .contains("title: \"¡Hola, mundo!\"\ndate: 2026-02-03\n"));
    assertTrue(session.has("site-content/help/contact-us.md"));
    assertTrue(session.has("site-content/hubs/rio-seco.yaml"));
    assertEquals(0, session.run("check", "--strict", "--drafts", "--future"), session.err());
    assertEquals(0, session.run("build", "--drafts", "--future"), session.err());
    assertTrue(session.has("public/lessons/plotting-rain/mas-datos-hoy/index.html"));
  }

  @Test
  void newNeverOverwrites() {
    session.write("site-content/blog/mine.md", "mine");
    assertEquals(2, session.run("new", "post", "Mine"));
    assertTrue(session.err().contains("is there already; nothing was changed."), session.err());
    assertEquals("mine", session.read("site-content/blog/mine.md"));
    assertEquals(2, session.run("new", "lesson", "first"));
    assertEquals(2, session.run("new", "post", "日本"));
    assertEquals(2, session.run("new", "episode", "start"));
    assertTrue(
        session.err().contains("Which lesson?") && session.err().contains("There are: first."),
        session.err());
    assertEquals(2, session.run("new", "episode", "second/x"));
  }

  @Test
  void aNewNameCannotLeaveItsFolder() {
    assertEquals(2, session.run("new", "page", "../../up"));
    assertEquals(2, session.run("new", "episode", "../first/up"));
    assertEquals(0, session.run("new", "post", "../either/or"), session.err());
    assertTrue(session.has("site-content/blog/either-or.md"));
  }

  @Test
  void cataloguesAreUpdatedOnceAndThenLeftAlone() {
    assertEquals(0, session.run("translate", "update"), session.err());
    assertTrue(session.out().contains("Wrote locales/es/lessons/first/"), session.out());
    assertFalse(session.has("locales/es/ui.po"), "the program has these words");
    String about = session.read("locales/es/about.po");
    assertTrue(about.contains("msgstr \"Somos pocos.\""), about);
    assertEquals(0, session.run("translate", "update"), session.err());
    assertTrue(session.out().contains("Everything is up to date."), session.out());
    session.write("site-content/about.md", "---\ntitle: About\n---\n\nWe are quite little.\n");
    session.now = session.now.plusSeconds(86400);
    assertEquals(0, session.run("translate", "update", "es"), session.err());
    assertTrue(session.out().lines().toList().contains("Wrote locales/es/about.po"), session.out());
    assertEquals(1, session.out().lines().count(), session.out());
    assertTrue(session.read("locales/es/about.po").contains("#| msgid \"We are little.\""));
  }

  @Test
  void statusCountsAndNamesWhatIsNext() {
    assertEquals(0, session.run("translate", "status"), session.err());
    assertTrue(session.out().startsWith("LANGUAGE  DONE"), session.out());
    assertTrue(session.out().contains("\nes, next:\n"), session.out());
    assertEquals(0, session.run("translate", "status", "--json"), session.err());
    assertTrue(
        session.out().contains("\"file\":\"locales/es/about.po\",\"messages\":2,\"translated\":2,"),
        session.out());
  }

  @Test
  void templatesAreWrittenWhenAskedFor() {
    assertEquals(0, session.run("translate", "extract"), session.err());
    assertTrue(session.read("locales/templates/about.pot").contains("msgid \"We are little.\""));
    assertEquals(0, session.run("check"), session.err());
  }

  @Test
  void aPageTranslatedAsAWholeBecomesACatalogue() {
    session.write("locales/es/pages/blog/hello.md", "---\ntitle: Hola\n---\n\nPrimera entrada.\n");
    assertEquals(
        0, session.run("translate", "import", "locales/es/pages/blog/hello.md"), session.err());
    String po = session.read("locales/es/blog/hello.po");
    assertTrue(po.contains("msgid \"First post.\"\nmsgstr \"Primera entrada.\""), po);
    assertTrue(session.out().contains("2 of 2 messages translated"), session.out());
    assertEquals(2, session.run("translate", "import", "locales/es/pages/blog/helo.md"));
    assertTrue(
        session.err().contains("Did you mean 'locales/es/pages/blog/hello.md'?"), session.err());
  }

  @Test
  void aBrokenCatalogueIsReportedAndNotWritten() {
    session.write("locales/es/about.po", "msgid \"About\"\nmsgstr \"Acerca\n");
    assertEquals(1, session.run("translate", "update"));
    assertTrue(session.err().contains("locales/es/about.po:2:"), session.err());
    assertFalse(session.has("locales/es/blog"));
    assertEquals("msgid \"About\"\nmsgstr \"Acerca\n", session.read("locales/es/about.po"));
  }

  @Test
  void aNewLanguageIsOneCommand() {
    String before = session.read("site-content/site.yaml");
    assertEquals(0, session.run("translate", "add", "ar"), session.err());
    assertTrue(session.out().contains("Wrote locales/ar/about.po"), session.out());
    assertTrue(session.read("locales/ar/about.po").contains("nplurals=6;"));
    String after = session.read("site-content/site.yaml");
    assertEquals(before.replaceFirst("(languages:.*es)", "$1, ar"), after);
    assertEquals(0, session.run("build"), session.err());
    assertTrue(session.read("public/ar/about/index.html").contains("dir=\"rtl\""));
    assertEquals(2, session.run("translate", "add", "ar"));
    assertEquals(2, session.run("translate", "add", "klingon!"));
    assertEquals(2, session.run("translate", "add", "klingon"));
    assertTrue(session.err().contains("'klingon' is not a language tag"), session.err());
    assertEquals(after, session.read("site-content/site.yaml"));
  }

  @Test
  void aLanguageThatCannotBeAddedLeavesNothing() {
    String before = session.read("site-content/site.yaml");
    session.write("locales/pt-BR/about.po", "msgid \"About\nmsgstr 1\n");
    assertEquals(1, session.run("translate", "add", "pt-BR"));
    assertEquals(before, session.read("site-content/site.yaml"));
  }

  @Test
  void theWordingIsCheckedAndMended() {
    assertEquals(0, session.run("translate", "check"), session.err());
    assertTrue(session.out().contains("The translations read well."), session.out());
    String po = session.read("locales/es/about.po");
    session.write("locales/es/about.po", po.replace("Somos pocos.", "Somos  `pocos`."));
    assertEquals(1, session.run("translate", "check", "--fix"));
    assertTrue(session.err().contains("error[code-span] locales/es/about.po:"), session.err());
    assertFalse(session.err().contains("[whitespace]"), session.err());
    assertEquals(po.replace("Somos pocos.", "Somos `pocos`."), session.read("locales/es/about.po"));
  }

  @Test
  void whatIsGoneIsForgottenOnlyWhenAskedFor() {
    session.write("site-content/about.md", "---\ntitle: About\n---\n\nEverything else.\n");
    assertEquals(0, session.run("translate", "update"), session.err());
    assertTrue(session.read("locales/es/about.po").contains("#~ msgid \"We are little.\""));
    assertEquals(0, session.run("translate", "update", "--purge-obsolete"), session.err());
    assertFalse(session.read("locales/es/about.po").contains("#~"));
    assertTrue(session.read("locales/es/about.po").contains("msgid \"Everything else.\""));
  }

  @Test
  void pseudoLocalesNeedNoCatalogue() {
    String config = session.read("site-content/site.yaml");
    session.write(
        "site-content/site.yaml", config.replaceFirst("(languages:.*es)", "$1, en-XA, ar-XB"));
    session.write(
        "site-content/about.md", "---\ntitle: About\n---\n\nRun `ls` in [a](index.md).\n");
    assertEquals(0, session.run("build"), session.err());
    String accented = session.read("public/en-XA/about/index.html");
    assertTrue(accented.contains("<h1>Áƀóóúúţ</h1>"), accented);
    assertTrue(accented.contains("Řúúñ <code>ls</code> ííñ <a href="));
    String mirrored = session.read("public/ar-XB/about/index.html");
    assertTrue(mirrored.contains("dir=\"rtl\""), mirrored);
    assertTrue(mirrored.contains("\u202ERun\u202C <code"), mirrored);
    assertEquals(0, session.run("translate", "update"), session.err());
    assertFalse(session.has("locales/en-XA"));
  }

  @Test
  void whatNeedsNoCataloguesSaysWhatToDoInstead() {
    assertEquals(0, session.run("translate", "add", "en-XA"), session.err());
    assertTrue(session.out().contains("look below /en-XA/"), session.out());
    assertFalse(session.out().contains("up to date"), session.out());
    assertEquals(0, session.run("translate", "add", "es-419"), session.err());
    assertTrue(session.out().contains("write that into locales/es-419/"), session.out());
    assertFalse(session.has("locales/es-419"));
  }

  @Test
  void searchEnginesAreToldOfNoPseudoLocale() {
    assertEquals(0, session.run("translate", "add", "en-XA"), session.err());
    assertEquals(0, session.run("build"), session.err());
    assertFalse(
        session.read("public/about/index.html").contains("rel=\"alternate\" hreflang=\"en-XA"));
    assertFalse(session.read("public/sitemap.xml").contains("en-XA"));
    String page = session.read("public/en-XA/about/index.html");
    assertTrue(page.contains("rel=\"canonical\" href=\"https://little.example.org/sub/about/\""));
    assertTrue(session.read("public/index.html").contains("English (Pseudo-Accents)"));
  }
}
