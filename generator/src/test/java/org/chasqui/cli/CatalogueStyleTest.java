package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chasqui.gettext.GettextTools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one PO file holds, and how long its lines are, is the site's own choice. */
class CatalogueStyleTest {
  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void site() {
    session = Session.withSite(folder);
    session.write(
        "locales/es/blog/hello.po",
        "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
            + "msgid \"First post.\"\nmsgstr \"Primera entrada.\"\n");
  }

  private void style(String yaml) {
    session.write(
        "site-content/site.yaml",
        session.read("site-content/site.yaml") + "\ncatalogues: {" + yaml + "}\n");
  }

  @ParameterizedTest
  @CsvSource({"section, pages, blog", "site, site, site"})
  void whatIsTranslatedMovesIntoTheLargerFiles(String po, String about, String blog)
      throws Exception {
    style("po: " + po);
    assertEquals(0, session.run("translate", "update"), session.err());
    String pages = session.read("locales/es/" + about + ".po");
    assertTrue(pages.contains("msgstr \"Somos pocos.\""), pages);
    assertTrue(session.read("locales/es/" + blog + ".po").contains("msgstr \"Primera entrada.\""));
    Files.delete(folder.resolve("locales/es/about.po"));
    Files.delete(folder.resolve("locales/es/blog/hello.po"));
    assertEquals(0, session.run("build"), session.err());
    assertTrue(session.read("public/es/about/index.html").contains("Somos pocos."));
    assertTrue(session.read("public/es/blog/hello/index.html").contains("Primera entrada."));
    assertFalse(session.err().contains("catalogue-orphan"), session.err());
    assertEquals(0, session.run("translate", "update"), session.err());
    assertTrue(session.out().contains("Everything is up to date."), session.out());
    assertFalse(session.has("locales/es/about.po"));
    assertFalse(session.has("locales/es/ui.po"), "the program has these words");
  }

  @Test
  void anImportedPageLeavesTheRestOfItsFileAlone() {
    style("po: section");
    session.write("site-content/more.md", "---\ntitle: More\n---\n\nSee the other page.\n");
    assertEquals(0, session.run("translate", "update"), session.err());
    session.write("locales/es/pages/more.md", "---\ntitle: Más\n---\n\nMira la otra página.\n");
    assertEquals(0, session.run("translate", "import", "locales/es/pages/more.md"), session.err());
    String pages = session.read("locales/es/pages.po");
    assertTrue(pages.contains("msgstr \"Mira la otra página.\""), pages);
    assertTrue(pages.contains("msgstr \"Somos pocos.\""), pages);
    assertFalse(pages.contains("#~"), pages);
  }

  @Test
  void longTextsAreBrokenIfTheSiteSaysSo() {
    String text = "This sentence is so long that no line of a catalogue could hold it as a whole.";
    session.write("site-content/long.md", "---\ntitle: Long\n---\n\n" + text + "\n");
    assertEquals(0, session.run("translate", "update"), session.err());
    assertTrue(session.read("locales/es/long.po").contains("msgid \"" + text + "\""));
    style("wrap: gettext");
    assertEquals(0, session.run("translate", "update"), session.err());
    assertTrue(session.out().contains("Everything is up to date."), "no line only for its length");
    assertEquals(0, session.run("translate", "format", "es"), session.err());
    assertTrue(
        session
            .read("locales/es/long.po")
            .contains(
                "msgid \"\"\n\"This sentence is so long that no line of a catalogue could hold it as a \"\n"
                    + "\"whole.\"\n"),
        session.read("locales/es/long.po"));
    assertEquals(0, session.run("translate", "format", "es", "--wrap", "none"), session.err());
    assertTrue(session.read("locales/es/long.po").contains("msgid \"" + text + "\""));
    assertEquals(2, session.run("translate", "format", "--wrap", "72"));
  }

  @Test
  void anotherWordIsAnError() {
    style("po: pages");
    assertEquals(1, session.run("translate", "update"));
    assertTrue(session.err().contains("'po' is one of page, section, site."), session.err());
    assertTrue(session.err().contains("Did you mean 'page'?"), session.err());
  }

  @Test
  @DisplayName("AC3 a catalogue with a byte order mark is read, and written as gettext wants it")
  void byteOrderMark() throws Exception {
    String po = session.read("locales/es/about.po");
    session.write("locales/es/about.po", "\uFEFF" + po.replace("\n", "\r\n"));
    assertEquals(0, session.run("build"), session.err());
    assertTrue(session.read("public/es/about/index.html").contains("Somos pocos."));
    assertEquals(0, session.run("translate", "update", "es"), session.err());
    String now = session.read("locales/es/about.po");
    assertTrue(now.contains("msgstr \"Somos pocos.\"\r\n"), now);
    GettextTools.need();
    assertFalse(GettextTools.msgfmt(folder, now).contains("error"));
  }

  @Test
  @DisplayName("AC3 a catalogue in another encoding is told of and left alone")
  void anotherEncoding() throws Exception {
    String po = session.read("locales/es/about.po").replace("UTF-8", "ISO-8859-1");
    byte[] bytes =
        po.replace("Somos pocos.", "Somos pequeños.").getBytes(StandardCharsets.ISO_8859_1);
    Path file = folder.resolve("locales/es/about.po");
    Files.write(file, bytes);
    for (String command : List.of("update", "format", "check")) {
      assertEquals(1, session.run("translate", command, "es"), command);
      assertTrue(session.err().contains("[po-charset]"), session.err());
      assertTrue(session.err().contains("msgconv -t UTF-8"), session.err());
    }
    assertArrayEquals(bytes, Files.readAllBytes(file));
  }
}
