package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code translate check --spell} with real dictionaries. */
class HunspellTest {
  @TempDir Path folder;

  @BeforeEach
  void hunspell() {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/hunspell"))
            && Files.exists(Path.of("/usr/share/hunspell/es_ES.dic")),
        "NEEDS: hunspell hunspell-es");
  }

  @Test
  void aMisspeltWordIsTold() {
    Session session = Session.withSite(folder);
    String po = session.read("locales/es/about.po");
    session.write("locales/es/about.po", po.replace("Somos pocos.", "Somos pocoss, d'OLS."));
    assertEquals(0, session.run("translate", "check"), session.err());
    assertFalse(session.err().contains("[spell]"), session.err());
    assertEquals(0, session.run("translate", "check", "--spell"), session.err());
    String said = session.out() + session.err();
    assertTrue(said.contains("The dictionary does not know 'pocoss'."), said);
    assertTrue(said.contains("'pocos'"), said);
    assertFalse(said.contains("know 'd"), said);
    assertFalse(said.contains("ui.po"), "what came with the program is not theirs: " + said);
    session.write("locales/es/words.txt", "pocoss\n");
    assertEquals(0, session.run("translate", "check", "--spell"), session.err());
    assertFalse(session.err().contains("[spell]"), session.err());
  }

  @Test
  void aLanguageWithoutADictionaryIsTold() {
    Session session = Session.withSite(folder);
    session.run("translate", "add", "qu");
    assertEquals(0, session.run("translate", "check", "--spell", "qu"), session.err());
    assertTrue(session.out().contains("There is no dictionary of"), session.out());
  }
}
