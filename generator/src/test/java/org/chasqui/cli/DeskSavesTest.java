package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.chasqui.pipeline.BuildRequest;
import org.chasqui.pipeline.TranslationDesk;
import org.chasqui.pipeline.TranslationDesk.Draft;
import org.chasqui.site.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the files meanwhile, saving at the desk loses nothing. */
class DeskSavesTest {
  private static final Language ES = Language.of("es");
  private static final String PO = "locales/es/about.po";

  @TempDir Path folder;
  private Session session;
  private TranslationDesk desk;

  @BeforeEach
  void site() {
    session = Session.withSite(folder);
    session.write(
        "site-content/about.md", "---\ntitle: About\n---\n\nWe are little.\n\nA new line.\n");
    Console console = session.console(folder);
    BuildRequest request =
        new BuildRequest(
            folder, console.installation(), Optional.empty(), List.of(), true, true, session.now);
    desk = new TranslationDesk(() -> request);
    desk.sheet(ES, "about");
  }

  private static Draft draft(String id, String translation) {
    return new Draft(ES, "about", "", id, List.of(translation));
  }

  @Test
  void a_file_that_was_broken_meanwhile_is_not_written_over() {
    String broken = session.read(PO).replace("msgid \"We are", "msgid We are");
    session.write(PO, broken);
    assertEquals(Optional.empty(), desk.save(draft("A new line.", "Una línea."), List.of("")));
    assertEquals(broken, session.read(PO));
    assertTrue(desk.isBroken(ES, "about"));
    session.write(PO, broken.replace("msgid We are", "msgid \"We are"));
    assertTrue(desk.save(draft("A new line.", "Una línea."), List.of("")).isPresent());
    assertFalse(desk.isBroken(ES, "about"));
    assertTrue(session.read(PO).contains("msgstr \"Somos pocos.\""));
  }

  @Test
  void of_two_people_the_second_is_told_what_the_first_wrote() {
    assertTrue(
        desk.save(draft("We are little.", "Somos uno."), List.of("Somos pocos.")).isPresent());
    assertEquals(
        Optional.empty(),
        desk.save(draft("We are little.", "Somos dos."), List.of("Somos pocos.")));
    assertEquals(
        Optional.of(List.of("Somos uno.")), desk.now(draft("We are little.", "Somos dos.")));
    assertTrue(desk.save(draft("We are little.", "Somos dos."), List.of("Somos uno.")).isPresent());
    assertEquals(Optional.empty(), desk.now(draft("Nobody says this.", "")));
  }

  @Test
  void what_another_editor_writes_into_other_entries_stays() {
    session.write(
        PO,
        session.read(PO).replace("\"Acerca de\"", "\"Sobre\"")
            + "\n#~ msgid \"x\"\n#~ msgstr \"y\"\n");
    String theirs = session.read(PO);
    assertTrue(
        desk.save(draft("We are little.", "Somos uno."), List.of("Somos pocos.")).isPresent());
    assertEquals(theirs.replace("Somos pocos.", "Somos uno."), session.read(PO));
  }

  @Test
  void a_very_long_text_is_written_and_read_again() {
    String text = "Muy largo. ".repeat(9000).strip();
    assertTrue(desk.save(draft("We are little.", text), List.of("Somos pocos.")).isPresent());
    assertEquals(Optional.of(List.of(text)), desk.now(draft("We are little.", "")));
  }
}
