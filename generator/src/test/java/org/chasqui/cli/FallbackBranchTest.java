package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** {@code fallback_branch} in the record of a hub whose branch is protected. */
@DisplayName("G32 the key fallback_branch")
class FallbackBranchTest {
  private static final String HOOK =
      "#!/bin/sh\nif [ \"$1\" = refs/heads/main ]; then\n"
          + "  echo 'GH006: Protected branch update failed for refs/heads/main.'\n  exit 1\nfi\n";

  @TempDir Path folder;
  private Path repository;
  private Session session;

  @BeforeEach
  void hub() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/git")), "NEEDS: git");
    repository = folder.resolve("hub.git");
    git("init", "-q", "--bare", "-b", "main", repository.toString());
    session = Session.withSite(Files.createDirectory(folder.resolve("site")));
    Files.delete(folder.resolve("site/site-content/hubs/west.yaml"));
    record("");
    assertEquals(0, session.run("hubs", "push"), session.err());
    Path hook = repository.resolve("hooks/update");
    Files.writeString(hook, HOOK);
    assertTrue(hook.toFile().setExecutable(true));
    session.write(
        "lessons/first/01-start.md",
        session.read("lessons/first/01-start.md").replace("1 + 1", "1 + 2"));
  }

  private void record(String more) {
    session.write(
        "site-content/hubs/norte.yaml",
        "name: Norte\naddress: https://norte.example.org/\nlanguages: [es]\nrepository: "
            + repository.toUri()
            + "\n"
            + more);
  }

  private String git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("/usr/bin/git"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said.strip();
  }

  private String inHub(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("--git-dir", repository.toString()));
    all.addAll(List.of(arguments));
    return git(all.toArray(new String[0]));
  }

  @Test
  void withoutItAProtectedBranchIsATrouble() throws Exception {
    assertEquals(3, session.run("hubs", "push"), session.out());
    assertEquals("main", inHub("for-each-ref", "--format=%(refname:short)", "refs/heads"));
  }

  @Test
  void withItTheBranchBesideIsWritten() throws Exception {
    String main = inHub("rev-parse", "main");
    record("fallback_branch: true\n");
    assertEquals(0, session.run("hubs", "push"), session.out() + session.err());
    assertTrue(session.out().contains("lessons/2"), session.out());
    assertEquals(main, inHub("rev-parse", "main"));
    assertEquals(main, inHub("rev-parse", "lessons/2^"));
    assertTrue(inHub("show", "lessons/2", "--stat").contains("start.ipynb"));
  }

  @Test
  void itIsTrueOrFalse() {
    record("fallback_branch: perhaps\n");
    assertEquals(1, session.run("hubs", "plan"));
    assertTrue(
        session.err().contains("error[front-matter-type] site-content/hubs/norte.yaml:5:18"),
        session.err());
  }
}
