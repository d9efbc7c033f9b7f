package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing to a repository of our own that needs no server. */
class EmbeddedHubTest {
  @TempDir Path folder;
  private Path site;
  private Path repository;
  private final Hub hub = Hubs.embedded("quito");

  @BeforeEach
  void place() {
    Git.needed();
    site = folder.resolve("my site ñ");
    repository = site.resolve(".chasqui/hubs/quito.git");
  }

  private HubContent two() {
    return Hubs.content(hub, "es/a/01-x.ipynb", Hubs.notebook("uno"), "es/a/data/x.csv", "1,2\n");
  }

  @Test
  void firstPublicationMakesARepositoryThatGitClones() throws IOException {
    HubOutcome outcome = Hubs.push(site, two());

    HubOutcome.Published published = assertInstanceOf(HubOutcome.Published.class, outcome);
    assertEquals(Hubs.paths("es/a/01-x.ipynb", "es/a/data/x.csv"), published.added());
    Git.assertSound(repository);
    assertTrue(Files.getPosixFilePermissions(repository).size() >= 7, "others cannot read it");
    assertEquals("refs/heads/main", Git.run(repository, "symbolic-ref", "HEAD"));
    assertEquals(published.commit(), Git.run(repository, "rev-parse", "main"));
    Path clone = Git.clone(repository, folder.resolve("clone"));
    assertEquals(Hubs.notebook("uno"), Git.read(clone.resolve("es/a/01-x.ipynb")));
    assertEquals("*.ipynb text eol=lf\n", Git.read(clone.resolve(".gitattributes")));
    assertEquals(".ipynb_checkpoints/\n", Git.read(clone.resolve(".gitignore")));
    assertEquals("", Git.run(clone, "status", "--porcelain"));
  }

  @Test
  @DisplayName("G5 a second run touches nothing")
  void aSecondRunTouchesNothing() throws IOException {
    HubOutcome.Published first =
        assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, two()));
    List<String> before = state();

    assertEquals(new HubOutcome.Unchanged(first.commit()), Hubs.push(site, two(), Hubs.SECOND));
    assertEquals(before, state());
  }

  private List<String> state() throws IOException {
    try (Stream<Path> files = Files.walk(repository)) {
      return files.sorted().map(f -> f + " " + f.toFile().lastModified()).toList();
    }
  }

  @Test
  void planSaysWhatPushWouldDoAndDoesNothing() {
    assertEquals(
        new HubOutcome.Planned(
            Hubs.paths("es/a/01-x.ipynb", "es/a/data/x.csv"), List.of(), List.of(), List.of()),
        Hubs.plan(site, two()));
    assertFalse(Files.exists(site.resolve(".chasqui")));

    Hubs.push(site, two());
    assertInstanceOf(HubOutcome.Unchanged.class, Hubs.plan(site, two()));
  }

  @Test
  void theCommitSaysWhereItComesFrom() {
    Hubs.push(site, two());
    Hubs.push(site, Hubs.content(hub, "es/a/01-x.ipynb", Hubs.notebook("dos")), Hubs.SECOND);

    assertEquals(
        Hubs.SECOND.commit().orElseThrow() + " 2",
        Git.run(
            repository,
            "log",
            "-1",
            "--format=%(trailers:key=Lessons-Source,valueonly,separator=)"
                + " %(trailers:key=Lessons-Publication,valueonly,separator=)",
            "main"));
    assertEquals(
        "Chasqui 2026-03-02T10:00:00+00:00",
        Git.run(repository, "log", "-1", "--format=%an %cI", "main"));
  }

  @Test
  @DisplayName("G16 a file that goes away becomes a stub and data stays")
  void aFileThatGoesAwayBecomesAStubAndDataStays() {
    Hubs.push(site, two());
    HubOutcome outcome =
        Hubs.push(site, Hubs.content(hub, "es/b/01-y.ipynb", Hubs.notebook("otro")), Hubs.SECOND);

    HubOutcome.Published published = assertInstanceOf(HubOutcome.Published.class, outcome);
    assertEquals(Hubs.paths("es/a/01-x.ipynb"), published.removed());
    Path clone = Git.clone(repository, folder.resolve("clone"));
    assertTrue(Git.read(clone.resolve("es/a/01-x.ipynb")).contains("ya no forma parte"));
    assertEquals("1,2\n", Git.read(clone.resolve("es/a/data/x.csv")));

    HubContent again =
        Hubs.content(
            hub, "es/b/01-y.ipynb", Hubs.notebook("otro"), "es/a/01-x.ipynb", Hubs.notebook("uno"));
    assertInstanceOf(
        HubOutcome.Unchanged.class,
        Hubs.push(site, Hubs.content(hub, "es/b/01-y.ipynb", Hubs.notebook("otro"))));
    HubOutcome.Published back =
        assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, again, Hubs.SECOND));
    assertEquals(Hubs.paths("es/a/01-x.ipynb"), back.changed());
    Git.assertSound(repository);
  }

  @Test
  @DisplayName("G5 F47 two machines make the same commit")
  void twoMachinesMakeTheSameCommit() {
    Path other = folder.resolve("other");
    assertEquals(Hubs.push(site, two()), Hubs.push(other, two()));
    HubContent next = Hubs.content(hub, "es/a/01-x.ipynb", Hubs.notebook("dos"));
    assertEquals(Hubs.push(site, next, Hubs.SECOND), Hubs.push(other, next, Hubs.SECOND));
  }

  @Test
  void aRetiredHubGetsNothing() {
    Hub retired = Hubs.hub("quito", hub.repository(), "main", "", Hub.Status.RETIRED);
    assertEquals(new HubOutcome.Retired(), Hubs.push(site, Hubs.content(retired, "a.ipynb", "{}")));
    assertFalse(Files.exists(repository));
  }

  @Test
  @DisplayName("G24 status tells how far behind a hub is")
  void statusTellsHowFarBehindAHubIs() {
    HubStatus never = Hubs.status(site, two());
    assertTrue(never.branchMissing());
    assertFalse(never.upToDate());

    Hubs.push(site, two());
    HubStatus now = Hubs.status(site, two());
    assertTrue(now.upToDate());
    assertEquals(1, now.publication());
    assertEquals(Hubs.FIRST.commit(), now.source());

    HubStatus behind =
        Hubs.status(site, Hubs.content(hub, "es/a/01-x.ipynb", Hubs.notebook("dos")));
    assertFalse(behind.upToDate());
    assertEquals(Hubs.paths("es/a/01-x.ipynb"), behind.pending());
  }
}
