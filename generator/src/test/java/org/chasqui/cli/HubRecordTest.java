package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every key of a hub's record does what it says, in what is pushed and on the site. */
class HubRecordTest {
  @TempDir Path folder;
  private Session session;
  private Path repository;

  @BeforeEach
  void site() {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/git")), "NEEDS: git");
    session = Session.withSite(folder);
    session.write("site-content/organisations/sur.yaml", "name: Sur\n");
    session.write(
        "lessons/first/01-start.md",
        "---\ntitle: Start\n---\n\nLet us add.\n\n```python\n1 + 1\n```\n\n"
            + ":::{exercise}\nAdd.\n:::\n\n:::{solution}\nThe-secret-of-adding.\n:::\n");
    session.write("lessons/second/lesson.yaml", "title: Second lesson\ntags: [Genetics]\n");
    session.write("lessons/second/01-more.md", "---\ntitle: More\n---\n\nMore.\n");
    session.write("lessons/third/lesson.yaml", "title: Third lesson\n");
    session.write("lessons/third/01-end.md", "---\ntitle: End\n---\n\nThe end.\n");
    repository = folder.resolve("oeste.git");
    git("init", "-q", "--bare", "-b", "cursos", repository.toString());
  }

  private String git(String... args) {
    try {
      List<String> command = new ArrayList<>(List.of("git"));
      command.addAll(List.of(args));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), said);
      return said;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String inRepository(String... args) {
    List<String> all = new ArrayList<>(List.of("--git-dir=" + repository));
    all.addAll(List.of(args));
    return git(all.toArray(String[]::new));
  }

  private void record(String more) {
    session.write(
        "site-content/hubs/oeste.yaml",
        "name: Oeste\naddress: https://oeste.example.org/\nrepository: "
            + repository.toUri()
            + "\nbranch: cursos\n"
            + more);
  }

  @Test
  @DisplayName(
      "repository, public_repository, branch, folder, target, languages, lessons, lesson_tags,"
          + " variant, kernels, opens, community")
  void wherePushedAndWhat() {
    record(
        "community: sur\npublic_repository: https://git.example.org/oeste/lecciones\n"
            + "folder: material\ntarget: mis-cursos\nlanguages: [es]\nlessons: [first]\n"
            + "lesson_tags: [genetics]\nopens: notebook\nvariant: solutions\n"
            + "kernels:\n  python3: {name: python3-bio, display_name: Python for biology}\n");
    assertEquals(0, session.run("publish"), session.err() + session.out());

    String files = inRepository("ls-tree", "-r", "--name-only", "cursos");
    assertTrue(files.contains("material/es/first/01-start.ipynb"), files);
    assertTrue(files.contains("material/es/second/01-more.ipynb"), files);
    assertFalse(files.contains("third") || files.contains("/en/"), files);
    String notebook = inRepository("show", "cursos:material/es/first/01-start.ipynb");
    assertTrue(notebook.contains("The-secret-of-adding"), notebook);
    assertTrue(notebook.contains("\"name\": \"python3-bio\""), notebook);
    assertTrue(notebook.contains("\"display_name\": \"Python for biology\""), notebook);
    assertEquals("refs/heads/cursos\n", inRepository("for-each-ref", "--format=%(refname)"));

    String page = session.read("public/es/lessons/first/start/index.html");
    String link =
        "https://oeste.example.org/hub/user-redirect/git-pull?"
            + "repo=https%3A%2F%2Fgit.example.org%2Foeste%2Flecciones";
    assertTrue(page.contains(link), page);
    assertTrue(
        page.contains("urlpath=notebooks%2Fmis-cursos%2Fmaterial%2Fes%2Ffirst%2F01-start"), page);
    assertFalse(page.contains("lab%2Ftree%2Fmis-cursos"), page);
    assertTrue(page.contains("branch=cursos"), page);
    assertTrue(page.contains("targetPath=mis-cursos"), page);
    assertTrue(session.read("public/organisations/sur/index.html").contains("Oeste"));
  }

  @Test
  @DisplayName("status: planned gets notebooks and no buttons yet; kind: download has none either")
  void statusAndKind() {
    record("status: planned\n");
    assertEquals(0, session.run("publish"), session.err() + session.out());
    assertTrue(inRepository("ls-tree", "-r", "cursos").contains("01-start.ipynb"));
    assertFalse(page().contains("oeste.example.org/hub/"), page());
    record("kind: download\n");
    assertEquals(0, session.run("build"), session.err() + session.out());
    assertFalse(page().contains("oeste.example.org/hub/"), page());
    record(
        "kind: binder\nbinder: https://binder.example.org\n"
            + "public_repository: https://git.example.org/oeste/lecciones\n");
    assertEquals(0, session.run("build"), session.err() + session.out());
    assertTrue(page().contains("https://binder.example.org/v2/git/https%3A%2F%2F"), page());
  }

  private String page() {
    return session.read("public/lessons/first/start/index.html");
  }

  @Test
  @DisplayName("G32 fallback_branch: a protected branch is answered with a branch beside it")
  void fallbackBranch() throws IOException {
    record("lessons: [first]\n");
    assertEquals(0, session.run("hubs", "push", "oeste"), session.err() + session.out());
    Path hook = repository.resolve("hooks/update");
    Files.createDirectories(hook.getParent());
    Files.writeString(
        hook,
        "#!/bin/sh\n[ \"$1\" != refs/heads/cursos ] || { echo 'GH006: Protected branch'; exit 1; }\n");
    assertTrue(hook.toFile().setExecutable(true));
    record("lessons: [first, second]\n");
    assertEquals(3, session.run("hubs", "push", "oeste"));
    assertTrue(session.out().contains("PROTECTED"), session.out());
    assertEquals("", inRepository("for-each-ref", "refs/heads/lessons"));

    record("lessons: [first, second]\nfallback_branch: true\n");
    session.run("hubs", "push", "oeste");
    assertTrue(session.out().contains("lessons/2"), session.out());
    assertTrue(
        inRepository("ls-tree", "-r", "--name-only", "lessons/2").contains("second/01-more.ipynb"));
  }

  @Test
  @DisplayName("G8 require_signature: without a key nothing is pushed")
  void requireSignature() {
    record("require_signature: true\n");
    assertEquals(3, session.run("hubs", "push", "oeste"));
    assertTrue(session.out().contains("SIGNATURE"), session.out());
    assertEquals("", inRepository("for-each-ref"));
  }
}
