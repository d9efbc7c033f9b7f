package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is put into a sentence is said in the user's language, too. */
class HalfEnglishTest {
  private static final String PO =
      """
      msgid ""
      msgstr ""
      "Content-Type: text/plain; charset=UTF-8\\n"

      msgid "About"
      msgstr "Acerca de `x`"

      msgid "We are little."
      msgstr "The result appears under the cell and that is all there is to it."
      """;

  @Test
  void names_of_languages_and_of_markup_and_what_the_glossary_forbids(@TempDir Path folder) {
    Session session = Session.withSite(folder);
    session.write("locales/es/about.po", PO);
    assertEquals(1, session.run("translate", "check", "--lang", "es"));
    String err = session.err();
    assertTrue(err.contains("La traducción tiene el código `x`, que el original no tiene."), err);
    assertTrue(err.contains("Esto parece inglés, no español."), err);
    session.write("locales/es/about.po", PO.replace("`x`", "la casilla").replace("About", "Cell"));
    session.write("site-content/about.md", "---\ntitle: Cell\n---\n\nWe are little.\n");
    session.write(
        "locales/es/glossary.csv", "term,translation,variants,forbidden\ncell,celda,,casilla\n");
    assertEquals(0, session.run("translate", "check", "--lang", "fr"));
    assertTrue(
        session
            .err()
            .replace('\u00a0', ' ')
            .contains("Pour « cell », le glossaire a « celda », pas « casilla »."),
        session.err());
    assertFalse(session.err().contains("not '"), session.err());
  }

  @Test
  void cells_of_notebooks(@TempDir Path folder) {
    Session session = Session.withSite(folder);
    assertEquals(0, session.run("hubs", "diff", "--lang", "es"), session.err());
    assertTrue(session.out().contains("+ celda de código start-code\n"), session.out());
    assertTrue(session.out().contains("+ celda de Markdown title\n"), session.out());
    assertFalse(session.out().contains(" cell "), session.out());
  }
}
