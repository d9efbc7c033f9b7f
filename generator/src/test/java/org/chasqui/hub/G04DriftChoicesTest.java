package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we do to a file that somebody changed on the hub's side, when we are told. */
@DisplayName("G4 drift: keep, adopt, overwrite")
class G04DriftChoicesTest {
  @TempDir Path folder;
  private Path site;
  private Path repository;
  private Path clone;
  private Hub hub;

  @BeforeEach
  void place() {
    Git.needed();
    site = folder.resolve("site");
    repository = Git.bare(folder.resolve("hub.git"));
    hub = Hubs.at("cusco", repository);
    Hubs.push(site, says("uno", "dos"));
    clone = Git.clone(repository, folder.resolve("clone"));
    Git.write(clone.resolve("es/a.ipynb"), "theirs\n");
    Git.commitAndPush(clone, "A change of ours");
  }

  @AfterEach
  void sound() {
    Git.assertSound(repository);
  }

  private HubContent says(String a, String b) {
    return Hubs.content(hub, "es/a.ipynb", Hubs.notebook(a), "es/b.ipynb", Hubs.notebook(b));
  }

  private HubReport push(HubContent content, HubOptions.Drift drift) {
    return new HubPublisher(site, Hubs.options().drift(drift))
        .push(List.of(content), Hubs.SECOND, report -> {})
        .get(0);
  }

  private String shown(String path) {
    return Git.run(repository, "show", "main:" + path);
  }

  @Test
  void overwrittenBytesStayInTheHistoryAndAreNamed() {
    String theirs = Git.run(repository, "rev-parse", "main:es/a.ipynb");
    String before = Git.run(repository, "rev-parse", "main");
    HubReport report = push(says("UNO", "dos"), HubOptions.Drift.OVERWRITE);

    HubOutcome.Published published = assertInstanceOf(HubOutcome.Published.class, report.outcome());
    assertEquals(Hubs.paths("es/a.ipynb"), published.changed());
    assertEquals(theirs, report.details().overwritten().get(Hubs.paths("es/a.ipynb").get(0)));
    assertEquals(Hubs.notebook("UNO").strip(), shown("es/a.ipynb"));
    assertEquals("theirs", Git.run(repository, "show", before + ":es/a.ipynb"));
    assertEquals(before, Git.run(repository, "rev-parse", "main^"));
    String message = Git.run(repository, "log", "-1", "--format=%B", "main");
    assertTrue(message.contains("Lessons-Overwrote: " + theirs + " es/a.ipynb"), message);

    assertInstanceOf(
        HubOutcome.Unchanged.class, push(says("UNO", "dos"), HubOptions.Drift.KEEP).outcome());
  }

  @Test
  void aPlanThatOverwritesSaysSo() {
    HubReport report =
        new HubPublisher(site, Hubs.options().drift(HubOptions.Drift.OVERWRITE))
            .plan(List.of(says("UNO", "dos")), Hubs.SECOND, r -> {})
            .get(0);
    assertEquals(1, report.details().overwritten().size());
    assertEquals("theirs", shown("es/a.ipynb"));
  }

  @Test
  void anAdoptedFileIsTheirsUntilItIsOverwritten() {
    HubReport report = push(says("uno", "dos"), HubOptions.Drift.ADOPT);
    assertInstanceOf(HubOutcome.Published.class, report.outcome());
    assertEquals(Hubs.paths("es/a.ipynb"), report.details().adopted());
    assertEquals("theirs", shown("es/a.ipynb"));

    // From now on nobody is told, whatever we or they do to it.
    assertInstanceOf(
        HubOutcome.Unchanged.class, push(says("uno", "dos"), HubOptions.Drift.KEEP).outcome());
    Git.run(clone, "pull", "-q");
    Git.write(clone.resolve("es/a.ipynb"), "theirs again\n");
    Git.commitAndPush(clone, "Another change of ours");
    assertInstanceOf(
        HubOutcome.Published.class, push(says("UNO", "DOS"), HubOptions.Drift.KEEP).outcome());
    assertEquals("theirs again", shown("es/a.ipynb"));
    assertEquals(Hubs.paths("es/a.ipynb"), Hubs.status(site, says("UNO", "DOS")).adopted());
    assertTrue(Hubs.status(site, says("UNO", "DOS")).upToDate());

    push(says("UNO", "DOS"), HubOptions.Drift.OVERWRITE);
    assertEquals(Hubs.notebook("UNO").strip(), shown("es/a.ipynb"));
    assertEquals(List.of(), Hubs.status(site, says("UNO", "DOS")).adopted());
    assertInstanceOf(
        HubOutcome.Published.class, push(says("tres", "DOS"), HubOptions.Drift.KEEP).outcome());
  }

  @Test
  void aDeletedFileComesBackOnlyWhenAskedFor() {
    Git.run(clone, "rm", "-q", "es/b.ipynb");
    Git.commitAndPush(clone, "Not for us");
    assertInstanceOf(
        HubOutcome.Drifted.class, push(says("uno", "DOS"), HubOptions.Drift.KEEP).outcome());
    push(says("uno", "DOS"), HubOptions.Drift.OVERWRITE);
    assertEquals(Hubs.notebook("DOS").strip(), shown("es/b.ipynb"));
  }

  @Test
  void whatIsNoFileIsNeverOverwritten() {
    Git.run(clone, "rm", "-q", "es/b.ipynb");
    Git.write(clone.resolve("es/b.ipynb/inside.txt"), "a folder now\n");
    Git.commitAndPush(clone, "A folder");
    HubReport report = push(says("UNO", "DOS"), HubOptions.Drift.OVERWRITE);
    HubOutcome.Drifted drifted = assertInstanceOf(HubOutcome.Drifted.class, report.outcome());
    assertEquals(Hubs.paths("es/b.ipynb"), drifted.kept());
    assertEquals("a folder now", shown("es/b.ipynb/inside.txt"));
  }

  @Test
  void anOlderVersionLeavesAnAdoptedFileAlone() {
    push(says("uno", "dos"), HubOptions.Drift.ADOPT);
    // It does not know the word "adopted", and compares what is there with "blob".
    String manifest = shown(".lessons/manifest.json");
    assertTrue(manifest.contains("\"adopted\" : true"), manifest);
    String theirs = Git.run(repository, "rev-parse", "main:es/a.ipynb");
    assertTrue(!manifest.contains(theirs), manifest);
  }
}
