package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going back to an earlier publication, forwards. */
@DisplayName("G7 rollback is a forward commit")
class G07RollbackTest {
  @TempDir Path folder;
  private Path site;
  private Path repository;

  @BeforeEach
  void place() {
    Git.needed();
    site = folder.resolve("site");
    repository = Git.bare(folder.resolve("srv/hub.git"));
  }

  private static HubOutcome rollback(Path site, HubContent content, int to) {
    return new HubPublisher(site, Hubs.options()).rollback(content, Hubs.SECOND, to).outcome();
  }

  private String tree() {
    return Git.run(repository, "ls-tree", "-r", "main", "--", "es", "fr");
  }

  private void check(Hub hub) {
    HubContent first =
        Hubs.content(hub, "es/a.ipynb", Hubs.notebook("uno"), "es/b.ipynb", Hubs.notebook("b"));
    Hubs.push(site, first);
    final String then = tree();
    HubContent second =
        Hubs.content(hub, "es/a.ipynb", Hubs.notebook("dos"), "es/c.ipynb", Hubs.notebook("c"));
    Hubs.push(site, second, Hubs.SECOND);
    Path clone = Git.clone(repository, folder.resolve("clone"));
    Git.write(clone.resolve("es/a.ipynb"), Hubs.notebook("dos", "de ellos"));
    Git.write(clone.resolve("theirs.txt"), "theirs\n");
    String theirs = Git.commitAndPush(clone, "A change of ours");

    HubOutcome.Drifted drifted =
        assertInstanceOf(HubOutcome.Drifted.class, rollback(site, second, 1));
    assertEquals(Hubs.paths("es/a.ipynb"), drifted.kept());
    assertEquals(theirs, Git.run(repository, "rev-parse", "main^"));
    assertEquals("theirs", Git.run(repository, "show", "main:theirs.txt"));
    assertTrue(Git.run(repository, "show", "main:es/a.ipynb").contains("de ellos"));
    assertTrue(Git.run(repository, "show", "main:es/c.ipynb").contains("no-longer-here"));
    assertTrue(tree().lines().anyMatch(line -> line.endsWith("es/b.ipynb") && then.contains(line)));
    String message = Git.run(repository, "log", "-1", "--format=%B", "main");
    assertTrue(message.contains("Lessons-Restored: 1\nLessons-Publication: 3"), message);

    // Again: nothing to do.
    String tip = Git.run(repository, "rev-parse", "main");
    rollback(site, second, 1);
    assertEquals(tip, Git.run(repository, "rev-parse", "main"));
    // And forwards again.
    rollback(site, second, 2);
    assertEquals(Hubs.notebook("c").strip(), Git.run(repository, "show", "main:es/c.ipynb"));
    Git.assertSound(repository);
  }

  @Test
  void inARepositoryOnThisMachine() {
    check(Hubs.at("h", repository));
  }

  @Test
  void onAServerWithTheHistoryThere() throws Exception {
    try (GitServer server = new GitServer(folder.resolve("srv"))) {
      check(Hubs.at("h", server.url("hub.git")));
    }
  }

  @Test
  void repeatedItDoesNothing() {
    Hub hub = Hubs.at("h", repository);
    HubContent first = Hubs.content(hub, "es/a.ipynb", Hubs.notebook("uno"));
    Hubs.push(site, first);
    String before = tree();
    HubContent second = Hubs.content(hub, "es/a.ipynb", Hubs.notebook("dos"));
    Hubs.push(site, second, Hubs.SECOND);
    assertInstanceOf(HubOutcome.Published.class, rollback(site, second, 1));
    assertEquals(before, tree());
    assertInstanceOf(HubOutcome.Unchanged.class, rollback(site, second, 1));
    // The next push brings the lessons as they are.
    assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, second, Hubs.SECOND));
  }

  @Test
  void whatNeverWasIsSaid() {
    Hub hub = Hubs.at("h", repository);
    HubContent content = Hubs.content(hub, "es/a.ipynb", Hubs.notebook("uno"));
    HubOutcome.Rejected nothing =
        assertInstanceOf(HubOutcome.Rejected.class, rollback(site, content, 1));
    assertEquals("NOT_FOUND", nothing.code());
    Hubs.push(site, content);
    HubOutcome.Rejected rejected =
        assertInstanceOf(HubOutcome.Rejected.class, rollback(site, content, 7));
    assertTrue(rejected.message().contains("the newest is 1"), rejected.message());
  }

  @Test
  void twoFoldersOfABranchCountByThemselves() {
    Hub north = Hubs.in(Hubs.at("north", repository), "es/north");
    Hub south = Hubs.in(Hubs.at("south", repository), "es/south");
    Hubs.push(site, Hubs.content(north, "a.ipynb", Hubs.notebook("n1")));
    Hubs.push(site, Hubs.content(south, "a.ipynb", Hubs.notebook("s1")));
    Hubs.push(site, Hubs.content(south, "a.ipynb", Hubs.notebook("s2")), Hubs.SECOND);
    HubContent last = Hubs.content(north, "a.ipynb", Hubs.notebook("n2"));
    Hubs.push(site, last, Hubs.SECOND);
    assertInstanceOf(HubOutcome.Published.class, rollback(site, last, 1));
    assertTrue(Git.run(repository, "show", "main:es/north/a.ipynb").contains("n1"));
    assertTrue(Git.run(repository, "show", "main:es/south/a.ipynb").contains("s2"));
  }

  @Test
  void learnersGetItWithoutAConflict() {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/gitpuller")), "NEEDS: python3-nbgitpuller");
    Hub hub = Hubs.at("h", repository);
    HubContent first = Hubs.content(hub, "es/a.ipynb", Hubs.notebook("uno", "dos", "tres", "x"));
    Hubs.push(site, first);
    HubContent second = Hubs.content(hub, "es/a.ipynb", Hubs.notebook("MAL", "dos", "tres", "x"));
    Hubs.push(site, second, Hubs.SECOND);
    Path home = folder.resolve("home/lessons");
    Git.mkdirs(folder.resolve("home"));
    pull(home);
    Git.write(home.resolve("es/a.ipynb"), Hubs.notebook("MAL", "dos", "tres", "mi respuesta"));
    rollback(site, second, 1);
    pull(home);
    String merged = Git.read(home.resolve("es/a.ipynb"));
    assertTrue(merged.contains("uno") && merged.contains("mi respuesta"), merged);
  }

  private void pull(Path home) {
    Git.Said said =
        Git.program(
            folder.resolve("home"),
            java.util.List.of("gitpuller", repository.toUri().toString(), "main", home.toString()));
    assertEquals(0, said.code(), said.out());
  }
}
