package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AC8: what is said about the state of translations is true. */
class TranslationStatusCommandTest {
  private static final String ABOUT =
      """
      ---
      title: About
      ---

      We are little.

      We meet on the first Monday of every month in the library.

      """;
  private static final String PO =
      """
      msgid ""
      msgstr ""
      "Language: es\\n"
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Last-Translator: Ana Pérez <ana@example.org>\\n"
      "PO-Revision-Date: 2026-01-02 03:04+0000\\n"

      msgid "About"
      msgstr "Acerca de"

      msgid "We are little."
      msgstr "Somos pocos."

      msgid "We meet on the first Monday of every month in the library."
      msgstr "Nos vemos el primer lunes de cada mes en la biblioteca."
      """;
  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void site() throws Exception {
    session = Session.withSite(folder);
    session.write("site-content/about.md", ABOUT);
    session.write("locales/es/about.po", PO);
    git("init", "-q", "-b", "main");
    commit();
  }

  private void commit() throws Exception {
    git("add", "-A");
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "x");
  }

  private void git(String... args) throws Exception {
    String[] command = new String[args.length + 1];
    command[0] = "git";
    System.arraycopy(args, 0, command, 1, args.length);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.toFile(), ".git-said"))
            .start();
    assertEquals(0, process.waitFor());
  }

  private void change() {
    session.write(
        "site-content/about.md",
        ABOUT.replace("first Monday", "last Tuesday") + "A paragraph of its own.\n");
  }

  @Test
  void aChangeIsToldAsACommentOnAPullRequest() throws Exception {
    change();
    commit();
    assertEquals(0, session.run("translate", "status", "--diff", "HEAD~1..HEAD"), session.err());
    assertEquals(
        """
        This change makes 1 Spanish segment stale, 0 lost.
        New and not translated: 1 Spanish segment.

        | Stale on | Spanish |
        | --- | ---: |
        | `about` | 1 |
        """,
        session.out());
    // An update of the catalogues only says what a build knows anyhow.
    assertEquals(0, session.run("translate", "update"), session.err());
    commit();
    assertEquals(0, session.run("translate", "status", "--diff", "HEAD~1..HEAD"), session.err());
    assertEquals("This change makes 0 Spanish segments stale, 0 lost.\n", session.out());
  }

  @Test
  void aTranslationThatIsRemovedIsLost() {
    session.write("locales/es/about.po", PO.substring(0, PO.indexOf("msgid \"We meet")));
    assertEquals(0, session.run("translate", "status", "--diff", "HEAD"), session.err());
    assertTrue(session.out().contains("0 Spanish segments stale, 1 lost."), session.out());
    assertTrue(session.out().contains("Lost in Spanish: Nos vemos el primer"), session.out());
    assertEquals(0, session.run("translate", "status", "--diff", "HEAD", "--json"));
    assertTrue(session.out().contains("\"lost\":[\"Nos vemos"), session.out());
  }

  @Test
  void whatIsNoCommitIsSaid() {
    assertEquals(2, session.run("translate", "status", "--diff", "nowhere..HEAD"));
    assertEquals("chasqui: There is no commit 'nowhere' here.\n", session.err());
    assertEquals(2, session.run("translate", "status", "--diff", "a b^^{"));
  }

  @Test
  void theSiteTellsHowFarItsTranslationsAre() {
    change();
    assertEquals(0, session.run("build"), session.err());
    String page = session.read("public/es/l10n/index.html");
    assertTrue(page.contains("<h1>Traducciones</h1>"), page);
    assertTrue(page.contains("Qué hacer ahora"), page);
    assertTrue(
        page.contains("the <del>first Monday</del> <ins>last Tuesday</ins> of every month"), page);
    assertTrue(page.contains("<dd>Ana Pérez"), page);
    assertTrue(page.contains("% · cambió 1 fragmento · faltan "), page);
    assertFalse(session.read("public/l10n/index.html").contains("<del>"));
    String json = session.read("public/l10n/status.json");
    assertTrue(json.contains("\"oldestStale\" : \"2026-01-02\""), json);
    assertTrue(json.contains("\"new\" : \"We meet on the last Tuesday"), json);
    assertTrue(session.read("public/l10n/es.svg").contains("Español: "));
    assertTrue(session.read("public/es/about/index.html").contains("href=\"../l10n/\""));
  }

  @Test
  void thePageAndTheCommandAndTheNoticeSayTheSame() {
    change();
    assertEquals(0, session.run("build"), session.err());
    String json = session.read("public/l10n/status.json");
    String about = json.substring(json.indexOf("\"path\" : \"about\""));
    assertTrue(
        about
            .replaceAll("\\s", "")
            .startsWith(
                "\"path\":\"about\",\"mode\":\"po\",\"file\":\"locales/es/about.po\",\"segments\":4,"
                    + "\"translated\":2,\"cosmetic\":0,\"outdated\":1,\"suggested\":0,\"draft\":0,"
                    + "\"untranslated\":1,"),
        about);
    String page = session.read("public/es/about/index.html");
    assertTrue(page.contains("traducida al 50"), page);
    assertEquals(0, session.run("translate", "status", "--json"), session.err());
    assertTrue(
        session
            .out()
            .contains(
                "\"file\":\"locales/es/about.po\",\"messages\":4,\"translated\":2,\"outdated\":1,"
                    + "\"untranslated\":1,"),
        session.out());
  }

  @Test
  void aSiteInOneLanguageHasNothingToTell() {
    String config = session.read("site-content/site.yaml");
    session.write(
        "site-content/site.yaml", config.replace("languages: [en, es]", "languages: [en]"));
    session.write("site-content/hubs/norte.yaml", "name: N\naddress: https://n.example.org/\n");
    assertEquals(0, session.run("build"), session.err());
    assertFalse(session.has("public/l10n"));
    assertFalse(session.read("public/index.html").contains("l10n"));
  }
}
