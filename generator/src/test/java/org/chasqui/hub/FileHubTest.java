package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories of somebody else on this machine. */
class FileHubTest {
  @TempDir Path folder;
  private Path site;
  private Path repository;
  private Hub hub;

  @BeforeEach
  void place() {
    Git.needed();
    site = folder.resolve("site");
    repository = Git.bare(folder.resolve("with space/hub.git"));
    hub = Hubs.at("puno", repository);
  }

  private HubContent says(String text) {
    return Hubs.content(hub, "es/a.ipynb", Hubs.notebook(text));
  }

  private static String code(HubOutcome outcome) {
    return outcome instanceof HubOutcome.Rejected rejected ? rejected.code() : outcome.toString();
  }

  private void hook(String name, String script) {
    Path hook = repository.resolve("hooks").resolve(name);
    Git.write(hook, "#!/bin/sh\n" + script);
    hook.toFile().setExecutable(true);
  }

  @Test
  void hooksRunAsForAnyPush() {
    hook("pre-receive", "cat >> pre.log\n");
    hook("update", "echo \"$1\" >> update.log\n");
    hook("post-receive", "cat >> post.log\n");
    HubOutcome.Published published =
        assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, says("uno")));
    String line = "0".repeat(40) + " " + published.commit() + " refs/heads/main\n";
    assertEquals(line, Git.read(repository.resolve("pre.log")));
    assertEquals("refs/heads/main\n", Git.read(repository.resolve("update.log")));
    assertEquals(line, Git.read(repository.resolve("post.log")));

    Hubs.push(site, says("uno"), Hubs.SECOND);
    Hubs.plan(site, says("dos"));
    assertEquals(line, Git.read(repository.resolve("pre.log")));
  }

  @Test
  @DisplayName("F23 a hook declines")
  void aHookDeclines() {
    hook("update", "echo 'Not this branch.'; exit 3\n");
    HubOutcome.Rejected rejected =
        assertInstanceOf(HubOutcome.Rejected.class, Hubs.push(site, says("uno")));
    assertEquals("HOOK", rejected.code());
    assertTrue(rejected.message().contains("Not this branch."), rejected.message());
    assertEquals("", Git.run(repository, "for-each-ref"));
  }

  @Test
  @DisplayName("F34 what is no repository is not found")
  void whatIsNoRepositoryIsNotFound() {
    assertEquals("NOT_FOUND", code(Hubs.push(site, Hubs.content(Hubs.at("x", folder), "a", "b"))));
    Hub missing = Hubs.at("x", folder.resolve("none.git"));
    assertEquals("NOT_FOUND", code(Hubs.push(site, Hubs.content(missing, "a", "b"))));
    assertFalse(Files.exists(folder.resolve("none.git")));
  }

  @Test
  @DisplayName("F26 a checked out branch is not moved under somebodys feet")
  void aCheckedOutBranchIsNotMovedUnderSomebodysFeet() {
    Path work = folder.resolve("work");
    Git.mkdirs(work);
    Git.run(work, "init", "-q", "-b", "main");
    Hub checkedOut = Hubs.at("x", work);
    assertEquals("PROTECTED", code(Hubs.push(site, Hubs.content(checkedOut, "a", "b"))));
    Git.run(work, "symbolic-ref", "HEAD", "refs/heads/other");
    assertInstanceOf(
        HubOutcome.Published.class, Hubs.push(site, Hubs.content(checkedOut, "a", "b")));
  }

  @Test
  @DisplayName("F32 a repository of another format is refused")
  void aRepositoryOfAnotherFormatIsRefused() {
    Path other = folder.resolve("sha256.git");
    Git.mkdirs(other);
    Git.run(other, "init", "-q", "--bare", "--object-format=sha256", ".");
    assertEquals("CORRUPT", code(Hubs.push(site, Hubs.content(Hubs.at("x", other), "a", "b"))));
  }

  @Test
  @DisplayName("F49 F51 F55 odd modes links and submodules are carried over")
  void oddModesLinksAndSubmodulesAreCarriedOver() {
    Path clone = Git.clone(repository, folder.resolve("clone"));
    Git.write(clone.resolve("es/run.sh"), "#!/bin/sh\n");
    clone.resolve("es/run.sh").toFile().setExecutable(true);
    Git.write(clone.resolve("es/ñandú x.txt"), "x");
    Git.run(clone, "add", "-A");
    Git.run(clone, "update-index", "--add", "--cacheinfo", "160000," + "a".repeat(40) + ",es/sub");
    Git.run(clone, "commit", "-q", "-m", "Odd things");
    Git.run(clone, "push", "-q", "origin", "HEAD:main");
    String before = Git.run(repository, "ls-tree", "-r", "main");

    Hubs.push(site, says("uno"));
    String after = Git.run(repository, "ls-tree", "-r", "main");
    assertTrue(after.contains("160000 commit " + "a".repeat(40)), after);
    before.lines().forEach(line -> assertTrue(after.contains(line), line));
  }

  @Test
  void aFullDiskLeavesTheOldState() throws Exception {
    Path small = folder.resolve("small");
    Git.mkdirs(small);
    Git.Said mounted =
        Git.program(
            folder, List.of("mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", small.toString()));
    Assumptions.assumeTrue(mounted.code() == 0, "only root may mount a small disk");
    try {
      Path full = Git.bare(small.resolve("hub.git"));
      Hub there = Hubs.at("x", full);
      Hubs.push(site, Hubs.content(there, "a.txt", "small"));
      String before = Git.run(full, "rev-parse", "main");
      for (int files : List.of(1, 40)) {
        HubOutcome outcome = Hubs.push(site, big(there, files), Hubs.SECOND);
        assertEquals("REMOTE_DISK", code(outcome), outcome.toString());
        assertEquals(before, Git.run(full, "rev-parse", "main"));
        Git.assertSound(full);
      }
    } finally {
      Git.program(folder, List.of("umount", small.toString()));
    }
  }

  private static HubContent big(Hub hub, int files) {
    java.util.Random random = new java.util.Random(5);
    java.util.Map<String, String> texts = new java.util.TreeMap<>();
    for (int i = 0; i < files; i++) {
      byte[] noise = new byte[1_000_000 / files];
      random.nextBytes(noise);
      texts.put("f" + i + ".txt", java.util.Base64.getEncoder().encodeToString(noise));
    }
    return Hubs.content(hub, texts);
  }
}
