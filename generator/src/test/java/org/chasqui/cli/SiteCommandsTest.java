package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that build, write and push, on a little site. */
class SiteCommandsTest {
  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void site() {
    session = Session.withSite(folder);
  }

  @Test
  void buildWritesTheSiteAndSaysSo() {
    assertEquals(0, session.run("build"), session.err());
    assertTrue(session.out().startsWith("Built "), session.out());
    assertTrue(
        session.out().contains(" in 2 languages to " + folder.resolve("public")), session.out());
    assertTrue(session.read("public/es/about/index.html").contains("Somos pocos."));
    assertTrue(
        session.read("public/sitemap.xml").contains("https://little.example.org/sub/about/"));
    assertEquals(0, session.run("build"));
    assertTrue(session.out().contains("nothing has changed"), session.out());
    assertEquals(0, session.run("build", "-q"));
    assertEquals("", session.out());
  }

  @Test
  void optionsChooseAddressLanguagesAndFolder() {
    assertEquals(
        0,
        session.run(
            "build",
            "--out",
            "elsewhere",
            "--base-url",
            "https://other.example.org",
            "--locale",
            "es"),
        session.err());
    assertFalse(session.has("public"));
    assertTrue(session.read("elsewhere/sitemap.xml").contains("https://other.example.org/about/"));
    session.write(
        "site-content/site.yaml",
        session.read("site-content/site.yaml").replace("[en, es]", "[en, es, fr]"));
    assertEquals(0, session.run("build", "--out", "three"), session.err());
    assertEquals(0, session.run("build", "--out", "two", "--locale", "es"), session.err());
    assertTrue(session.has("three/fr/about/index.html"));
    assertTrue(session.has("two/es/about/index.html"));
    assertFalse(session.has("two/fr/about/index.html"));
  }

  @Test
  void draftsAndFuturePagesAreBuiltOnlyWhenAskedFor() {
    session.files(
        """
        -- site-content/blog/draft.md --
        ---
        title: Not yet
        date: 2026-01-06
        draft: true
        ---

        Wait.
        -- site-content/blog/tomorrow.md --
        ---
        title: Tomorrow
        date: 2027-01-01
        ---

        Later.
        """);
    assertEquals(0, session.run("build"), session.err());
    assertFalse(session.has("public/blog/draft/index.html"));
    assertFalse(session.has("public/blog/tomorrow/index.html"));
    assertEquals(0, session.run("build", "--drafts", "--future"), session.err());
    assertTrue(session.has("public/blog/draft/index.html"));
    assertTrue(session.has("public/blog/tomorrow/index.html"));
  }

  @Test
  void anErrorIsShownAndNothingIsWritten() throws IOException {
    assertEquals(0, session.run("build"), session.err());
    Map<String, String> before = tree(folder.resolve("public"));
    session.write("site-content/about.md", "---\ntitle: About\n---\n\nSee [it](nowhere.md).\n");
    session.write(
        "site-content/blog/hello.md", "---\ntitle: Hello\ndate: 2026-13-45\n---\n\nHi.\n");
    assertEquals(1, session.run("publish"));
    assertTrue(session.err().contains("site-content/about.md:5:10"), session.err());
    assertTrue(session.err().contains("5 | See [it](nowhere.md)."), session.err());
    assertTrue(session.err().contains("site-content/blog/hello.md:3:7"), session.err());
    assertTrue(session.err().endsWith("Nothing was written, nothing was pushed.\n"), session.err());
    assertEquals(before, tree(folder.resolve("public")));
    assertFalse(session.has(".chasqui/hubs"));
    assertEquals(1, session.run("check"));
    assertEquals(1, session.run("hubs", "push"));
    assertFalse(session.has(".chasqui/hubs"));
  }

  @Test
  void warningsFailOnlyWithStrict() {
    session.write("site-content/about.md", "---\ntitle: About\ntittle: x\n---\n\nWe are little.\n");
    assertEquals(0, session.run("check"), session.err());
    assertTrue(session.err().contains("warning["), session.err());
    assertEquals(1, session.run("check", "--strict"));
    assertEquals(1, session.run("build", "--strict"));
    assertFalse(session.has("public"));
  }

  @Test
  void jsonIsOneObjectOnStandardOutput() {
    assertEquals(0, session.run("build", "--json"), session.err());
    assertTrue(
        session.out().startsWith("{\"command\":\"build\",\"ok\":true,\"errors\":0,"),
        session.out());
    assertEquals(1, session.out().lines().count());
    assertEquals("", session.err());
    session.write("site-content/about.md", "---\ntitle: About\n---\n\nSee [it](nowhere.md).\n");
    assertEquals(1, session.run("check", "--json"));
    String json = session.out();
    assertTrue(json.contains("\"file\":\"site-content/about.md\",\"line\":5,\"column\":10,"), json);
    assertTrue(json.contains("\"ok\":false") && json.endsWith("\"exitCode\":1}\n"), json);
    assertEquals("", session.err());
  }

  @Test
  void publishEndsWithATableOfHubsAndASecondRunChangesNothing() {
    assertEquals(0, session.run("publish"), session.err());
    assertTrue(session.out().contains("HUB    OUTCOME    DETAILS\n"), session.out());
    assertTrue(
        session.out().matches("(?s).*\nnorte +published +\\d+ new.*\nwest +published .*"),
        session.out());
    assertTrue(session.has(".chasqui/hubs/norte.git/HEAD"));
    assertEquals(0, session.run("publish"), session.err());
    assertTrue(session.out().contains("nothing has changed"), session.out());
    assertTrue(
        session.out().matches("(?s).*\nnorte +up to date +.*\nwest +up to date +.*"),
        session.out());
  }

  @Test
  void hubsPlanSendsNothing() {
    assertEquals(0, session.run("hubs", "plan", "norte"), session.err());
    assertTrue(session.out().contains("+ es/first/01-start.ipynb"), session.out());
    assertFalse(session.out().contains("+ en/first"), session.out());
    assertFalse(session.out().contains("west"), session.out());
    assertEquals(0, session.run("hubs", "status"), session.err());
    assertTrue(session.out().matches("(?s).*\nnorte +empty.*"), session.out());
    assertEquals(0, session.run("hubs", "push", "norte"), session.err());
    assertEquals(0, session.run("hubs", "status"), session.err());
    assertTrue(session.out().matches("(?s).*\nnorte +up to date.*\nwest +empty.*"), session.out());
  }

  @Test
  void aHubInTroubleIsExitCodeThreeAndLeavesTheOthersAlone() {
    session.write(
        "site-content/hubs/west.yaml",
        "name: West\naddress: https://west.example.org/\nrepository: "
            + folder.resolve("gone.git").toUri()
            + "\n");
    assertEquals(3, session.run("publish", "-q"), session.err());
    assertTrue(
        session.out().matches("(?s).*norte +published.*west +(rejected|unreachable).*"),
        session.out());
    assertTrue(session.has("public/index.html"));
    assertEquals(3, session.run("hubs", "push", "--json"));
    assertTrue(session.out().contains("\"fine\":false"), session.out());
  }

  @Test
  void notebooksGoToAFolder() {
    assertEquals(0, session.run("notebooks", "--to", "nb"), session.err());
    assertTrue(session.has("nb/en/first/01-start.ipynb"));
    assertTrue(session.has("nb/es/first/01-start.ipynb"));
    assertEquals(2, session.run("notebooks", "--to", "site-content"));
    assertTrue(session.has("site-content/index.md"));
  }

  @Test
  void cleanRemovesOnlyWhatIsOurs() {
    assertEquals(0, session.run("publish"), session.err());
    session.write(".chasqui/cache/x", "x");
    assertEquals(0, session.run("clean"), session.err());
    assertFalse(session.has("public"));
    assertFalse(session.has(".chasqui/cache"));
    assertTrue(session.has(".chasqui/hubs/norte.git/HEAD"));
    session.write("public/mine.txt", "mine");
    assertEquals(2, session.run("clean"));
    assertEquals("mine", session.read("public/mine.txt"));
    assertEquals(2, session.run("clean", "--out", "."));
    assertTrue(session.has("site-content/index.md"));
    assertEquals(0, session.run("clean", "--hubs", "--out", "nothing-there"), session.err());
    assertFalse(session.has(".chasqui/hubs"));
  }

  @Test
  void doctorLooksAtEverything() {
    assertEquals(0, session.run("doctor"), session.err());
    for (String what :
        new String[] {"java", "site", "theme", "language es", "hub norte", "content"}) {
      assertTrue(
          session.out().matches("(?s).*(ok|note) +" + what + " .*"), what + ": " + session.out());
    }
    session.write(
        "site-content/site.yaml", session.read("site-content/site.yaml") + "theme: chaskui\n");
    assertEquals(1, session.run("doctor"));
    assertTrue(session.out().matches("(?s).*\nbad +theme .*"), session.out());
    assertEquals(1, session.run("check"));
    assertTrue(
        session.err().contains("error[theme-unknown] site-content/site.yaml:5:8"), session.err());
    assertTrue(session.err().contains("Did you mean 'chasqui'?"), session.err());
  }

  @Test
  void colourIsForTerminalsThatWantIt() {
    session.write("site-content/about.md", "---\ntitle: About\n---\n\nSee [it](nowhere.md).\n");
    session.terminal = true;
    session.run("check");
    assertTrue(session.err().contains("\u001b[1;31merror["), session.err());
    session.env.put("NO_COLOR", "1");
    session.run("check");
    assertFalse(session.err().contains("\u001b[1;31m"), session.err());
  }

  private static Map<String, String> tree(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            root.relativize(file).toString(),
            Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }
}
