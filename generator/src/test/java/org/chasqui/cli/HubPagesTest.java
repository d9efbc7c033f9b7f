package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the site tells learners of its hubs: what each has, since when, and what opens it. */
class HubPagesTest {
  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void site() {
    session = Session.withSite(folder);
    session.write(
        "site-content/hubs/norte.yaml",
        "name: Norte\naddress: https://norte.example.org/\nlanguages: [es]\n"
            + "public_repository: https://git.example.org/norte/lecciones\n");
    session.write("lessons/second/lesson.yaml", "title: Second lesson\ntags: [Genetics]\n");
    session.write(
        "lessons/second/01-more.md", "---\ntitle: More\n---\n\nMore.\n\n```python\n2\n```\n");
  }

  private void run(String... args) {
    assertEquals(0, session.run(args), session.err() + session.out());
  }

  private String page(String path) {
    return session.read("public/" + path + "index.html").replaceAll("\\s+", " ");
  }

  @Test
  @DisplayName("pages show what the last publication recorded, and a build asks nobody")
  void editions() throws IOException {
    run("build");
    assertTrue(page("hubs/norte/").contains("We have not heard of any notebooks"));
    assertTrue(session.read("public/hubs.json").contains("\"publication\" : null"));

    run("publish");
    assertTrue(page("hubs/norte/").contains("Edition 1 of the lessons"), page("hubs/norte/"));
    assertTrue(page("es/hubs/norte/").contains("edición 1, desde el 3 de febrero de 2026"));
    assertTrue(page("hubs/status/").contains("edition 1, since"));

    session.now = session.now.plus(Duration.ofDays(40));
    String lesson = session.read("lessons/second/01-more.md");
    session.write("lessons/second/01-more.md", lesson.replace("More.", "Much more."));
    run("publish");
    String hub = page("hubs/norte/");
    assertTrue(hub.contains("Edition 2 of the lessons"), hub);
    assertTrue(hub.contains("edition 1, since February 3, 2026"), hub);
    assertTrue(hub.contains("edition 2, since March 15, 2026"), hub);

    // Without hubs and without a network the same pages come out.
    String json = session.read("public/hubs.json");
    Path hubs = folder.resolve(".chasqui/hubs");
    Files.move(hubs, folder.resolve("away"));
    run("build");
    assertEquals(hub, page("hubs/norte/"));
    assertEquals(json, session.read("public/hubs.json"));
    assertFalse(Files.exists(hubs));

    // On another machine one question brings the record back.
    Files.move(folder.resolve("away"), hubs);
    String record = session.read(".chasqui/published.json");
    Files.delete(folder.resolve(".chasqui/published.json"));
    run("hubs", "status");
    assertEquals(record, session.read(".chasqui/published.json"));
    Files.writeString(folder.resolve(".chasqui/published.json"), "{\"hubs\":[]");
    run("build");
    assertTrue(page("hubs/norte/").contains("We have not heard"));
  }

  @Test
  @DisplayName("a hub that closes turns its buttons into downloads or Binder by one field")
  void retired() {
    String record = session.read("site-content/hubs/norte.yaml");
    run("build");
    String open = "https://norte.example.org/hub/user-redirect/git-pull?";
    assertTrue(page("es/lessons/first/start/").contains(open));
    assertTrue(page("es/hubs/norte/").contains(open));

    session.write("site-content/hubs/norte.yaml", record + "status: retired\n");
    run("build");
    for (String path : new String[] {"es/lessons/first/start/", "es/hubs/norte/"}) {
      String text = page(path);
      assertFalse(text.contains("norte.example.org"), text);
      assertTrue(text.matches(".*href=\"[^\"]*start.ipynb\" download.*"), text);
    }

    session.write(
        "site-content/hubs/norte.yaml", record + "status: retired\nbinder: https://mybinder.org\n");
    run("build");
    String binder = "https://mybinder.org/v2/git/https%3A%2F%2Fgit.example.org%2Fnorte%2Flecciones";
    for (String path : new String[] {"es/lessons/first/start/", "es/hubs/norte/", "hubs/status/"}) {
      assertTrue(page(path).contains(binder), page(path));
      assertFalse(page(path).contains("norte.example.org/hub/"), page(path));
    }
    assertTrue(page("es/hubs/norte/").contains("se abren en Binder"));
  }

  @Test
  @DisplayName("several hubs of one community, each with its lessons, kind and note")
  void kinds() {
    session.write("site-content/organisations/sur.yaml", "name: Sur\n");
    session.write(
        "site-content/hubs/sur-lab.yaml",
        "name: Sur Lab\ncommunity: sur\nlesson_tags: [genetics]\nlanguages: [en]\n"
            + "kind: folder\naddress: https://sur.example.org\ntarget: shared\n"
            + "environment: Has nbgitpuller and BLAST.\n");
    session.write(
        "site-content/hubs/sur-lite.yaml",
        "name: Sur Lite\ncommunity: sur\nlessons: [first]\nlanguages: [en]\n"
            + "kind: jupyterlite\naddress: https://lite.example.org/\nfolder: dist\n");
    run("publish");
    String lab = page("hubs/sur-lab/");
    assertTrue(
        lab.contains("https://sur.example.org/hub/user-redirect/lab/tree/shared/en/second/"), lab);
    assertTrue(lab.contains("Has nbgitpuller and BLAST."), lab);
    assertFalse(lab.contains("First lesson"), lab);
    String lite = page("lessons/first/start/");
    assertTrue(
        lite.contains("https://lite.example.org/lab/index.html?path=en%2Ffirst%2F01-start.ipynb"));
    assertTrue(page("hubs/sur-lite/").contains("edition 1, since"), page("hubs/sur-lite/"));
    assertTrue(page("organisations/sur/").contains("Sur Lab"));
    assertTrue(page("organisations/sur/").contains("Sur Lite"));

    Path clone = folder.resolve("clone");
    git("clone", "-q", folder.resolve(".chasqui/hubs/sur-lite.git").toString(), clone.toString());
    assertTrue(Files.exists(clone.resolve("dist/files/en/first/01-start.ipynb")));
    assertTrue(
        session
            .read("clone/dist/api/contents/en/first/all.json")
            .contains("\"path\": \"en/first/01-start.ipynb\""));
  }

  private void git(String... args) {
    try {
      var command = new java.util.ArrayList<>(java.util.List.of("git"));
      command.addAll(java.util.List.of(args));
      Process process = new ProcessBuilder(command).inheritIO().start();
      assertEquals(0, process.waitFor());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @DisplayName("G08 G32 a record can ask for signatures and for a branch beside a protected one")
  void wishes() {
    session.write(
        "site-content/hubs/norte.yaml",
        "name: Norte\naddress: https://norte.example.org/\nrequire_signature: true\n");
    assertEquals(3, session.run("hubs", "push", "norte"));
    assertTrue(session.out().contains("SIGNATURE: There is no key to sign with."), session.out());
  }
}
