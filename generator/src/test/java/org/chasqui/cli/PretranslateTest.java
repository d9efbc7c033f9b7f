package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drafts of a machine: asked by a real command, never believed, never shown. */
class PretranslateTest {
  private static final String PO = "locales/es/about.po";

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void site() {
    session = Session.withSite(folder);
    session.write(
        "site-content/about.md",
        "---\ntitle: About\n---\n\nWe are little.\n\nRun `ls` in a cell.\n");
    session.write(
        PO,
        session.read(PO)
            + "\n#, fuzzy\n#| msgid \"Run it.\"\nmsgid \"Run `ls` in a cell.\"\nmsgstr \"\"\n");
    session.write("locales/es/glossary.csv", "term,translation\ncell,celda\n");
    session.write(
        "mt.sh",
        "tee asked.jsonl | sed -n 's/.*\"id\":\\([0-9]*\\),.*\"text\":\\(\"Run `ls`[^\"]*\"\\),.*/{\"id\": \\1, \"translation\": \\2}/p'\n");
  }

  private int drafted(String command) {
    return session.run("translate", "pretranslate", "es", "--name", "engine 2", "--cmd", command);
  }

  @Test
  void draftsAreFuzzySayWhereTheyComeFromAndAreNotShown() {
    String before = session.read(PO);
    assertEquals(0, drafted("sh mt.sh"), session.err());
    String asked = session.read("asked.jsonl");
    assertTrue(asked.contains("\"target\":\"es\""), asked);
    assertTrue(asked.contains("\"glossary\":{\"cell\":[\"celda\"]}"), asked);
    assertFalse(asked.contains("We are little."), "what a person has translated is not asked");
    String po = session.read(PO);
    assertTrue(po.contains("# mt: engine 2 20"), po);
    assertTrue(
        po.contains("#, fuzzy\nmsgid \"Run `ls` in a cell.\"\nmsgstr \"Run `ls` in a cell.\""), po);
    assertTrue(po.contains("msgid \"We are little.\"\nmsgstr \"Somos pocos.\""), before);
    assertEquals(0, session.run("build"), session.err());
    String page = session.read("public/es/about/index.html");
    assertTrue(page.contains("lang=\"en\""), page);
    String again = session.read(PO);
    assertEquals(0, drafted("sh mt.sh"), session.err());
    assertEquals(again, session.read(PO));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "echo hello | 1:1 | no JSON object",
        "echo '[1]' | 1:1 | no JSON object",
        "printf '\\n{\"id\": 1' | 2:1 | no JSON object",
        "echo '{\"id\": 1} {\"id\": 2}' | 1:1 | no JSON object",
        "echo '{\"id\": 9999, \"translation\": \"x\"}' | 1:1 | No question has the id",
        "echo '{\"id\": \"1\", \"translation\": \"x\"}' | 1:1 | No question has the id",
        "echo '{\"id\": 1, \"translation\": \" \"}' | 1:1 | has no translation",
        "echo '{\"id\": 1, \"translation\": 7}' | 1:1 | has no translation",
      })
  void anAnswerThatIsNoneIsShownAtItsLineAndNothingIsWritten(
      String command, String place, String what) {
    String before = session.read(PO);
    assertEquals(1, drafted(command));
    assertTrue(session.err().contains("error[pretranslate-output] "), session.err());
    assertTrue(session.err().contains(":" + place), session.err());
    assertTrue(session.err().contains(what), session.err());
    assertEquals(before, session.read(PO));
  }

  @Test
  void aDraftThatWouldBreakThePageIsLeftOut() {
    session.write(
        "mt.sh", session.read("mt.sh").replace("\\2}", "\"Ejecute <script>1<\\/script>\"}"));
    assertEquals(0, drafted("sh mt.sh"), session.err());
    assertTrue(session.err().contains("warning[pretranslate-refused]"), session.err());
    assertFalse(session.has("locales/es/about.po") && session.read(PO).contains("script"));
  }

  @Test
  void aCommandThatFailsWritesNothing() {
    String before = session.read(PO);
    assertEquals(2, drafted("exit 3"));
    assertTrue(session.err().contains("ended with 3"), session.err());
    assertEquals(before, session.read(PO));
    assertEquals(2, session.run("translate", "pretranslate", "es"), session.err());
  }
}
