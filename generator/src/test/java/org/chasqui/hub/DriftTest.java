package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
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

/** What somebody changed on the hub's side stays as they left it. */
class DriftTest {
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
  }

  @AfterEach
  void sound() {
    Git.assertSound(repository);
  }

  private HubContent says(String a, String b) {
    return Hubs.content(hub, "es/a.ipynb", Hubs.notebook(a), "es/b.ipynb", Hubs.notebook(b));
  }

  private void theirs(String path, String text) {
    clone = clone == null ? Git.clone(repository, folder.resolve("clone")) : clone;
    Git.run(clone, "fetch", "-q");
    if (!Git.run(clone, "branch", "-r").isEmpty()) {
      Git.run(clone, "reset", "-q", "--hard", "origin/main");
    }
    Git.write(clone.resolve(path), text);
    Git.commitAndPush(clone, "A change of ours");
  }

  private String shown(String path) {
    return Git.run(repository, "show", "main:" + path);
  }

  @Test
  @DisplayName("G4 F60 an edited file stays and the rest is published")
  void anEditedFileStaysAndTheRestIsPublished() {
    Hubs.push(site, says("uno", "dos"));
    theirs("es/a.ipynb", "theirs");

    HubOutcome.Planned planned =
        assertInstanceOf(HubOutcome.Planned.class, Hubs.plan(site, says("UNO", "DOS")));
    assertEquals(Hubs.paths("es/a.ipynb"), planned.kept());
    HubOutcome.Drifted drifted =
        assertInstanceOf(
            HubOutcome.Drifted.class, Hubs.push(site, says("UNO", "DOS"), Hubs.SECOND));
    assertEquals(Hubs.paths("es/a.ipynb"), drifted.kept());
    assertEquals(Hubs.paths("es/b.ipynb"), drifted.published());
    assertEquals("theirs", shown("es/a.ipynb"));
    assertEquals(Hubs.notebook("DOS").strip(), shown("es/b.ipynb"));

    // It is said again as long as it is so, without a commit each time.
    HubOutcome.Drifted again =
        assertInstanceOf(HubOutcome.Drifted.class, Hubs.push(site, says("UNO", "DOS")));
    assertEquals(drifted.commit(), again.commit());
    assertEquals(Hubs.paths("es/a.ipynb"), Hubs.status(site, says("UNO", "DOS")).drifted());
  }

  @Test
  void theSameChangeOnBothSidesIsNoDrift() {
    Hubs.push(site, says("uno", "dos"));
    theirs("es/a.ipynb", Hubs.notebook("UNO"));
    assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, says("UNO", "dos"), Hubs.SECOND));
    HubOutcome.Published published =
        assertInstanceOf(
            HubOutcome.Published.class, Hubs.push(site, says("tres", "dos"), Hubs.SECOND));
    assertEquals(Hubs.paths("es/a.ipynb"), published.changed());
  }

  @Test
  @DisplayName("F60 a file that they deleted stays away")
  void aFileThatTheyDeletedStaysAway() {
    Hubs.push(site, says("uno", "dos"));
    theirs("x", "x");
    Git.run(clone, "rm", "-q", "es/a.ipynb");
    Git.commitAndPush(clone, "Not for us");
    HubOutcome.Drifted drifted =
        assertInstanceOf(
            HubOutcome.Drifted.class, Hubs.push(site, says("UNO", "DOS"), Hubs.SECOND));
    assertEquals(Hubs.paths("es/a.ipynb"), drifted.kept());
  }

  @Test
  @DisplayName("F56 F57 rules and programs in the hub's repository neither hide our files nor run")
  void whatIsIgnoredOrFilteredThereArrivesAllTheSame() throws java.io.IOException {
    Path ran = folder.resolve("ran");
    theirs(".gitignore", "*.ipynb\nes/\n");
    theirs(".gitattributes", "*.ipynb filter=evil\n");
    theirs("hooks/pre-commit", "#!/bin/sh\ntouch '" + ran + "'\n");
    Git.run(repository, "config", "filter.evil.clean", "sh -c 'touch " + ran + "; cat'");
    Git.run(repository, "config", "core.hooksPath", "hooks");
    assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, says("uno", "dos")));
    assertEquals(Hubs.notebook("uno").strip(), shown("es/a.ipynb"));
    assertEquals("*.ipynb\nes/", shown(".gitignore"));
    org.junit.jupiter.api.Assertions.assertFalse(java.nio.file.Files.exists(ran));
  }

  @Test
  void filesThatWereThereBeforeUsStay() {
    theirs("es/a.ipynb", "theirs");
    theirs(".gitattributes", "*.csv text\n");
    HubOutcome.Drifted drifted =
        assertInstanceOf(HubOutcome.Drifted.class, Hubs.push(site, says("uno", "dos")));
    assertEquals(Hubs.paths("es/a.ipynb"), drifted.kept());
    assertEquals("theirs", shown("es/a.ipynb"));
    assertEquals("*.csv text", shown(".gitattributes"));
    assertEquals(".ipynb_checkpoints/", shown(".gitignore"));
  }

  @Test
  @DisplayName("G15 F51 F52 F53 F55 a folder a link or a name that differs in case blocks the way")
  void aFolderALinkOrANameThatDiffersInCaseBlocksTheWay() throws IOException {
    theirs("es/a.ipynb/inside.txt", "x");
    theirs("es/B.ipynb", "x");
    Files.createSymbolicLink(clone.resolve("fr"), Path.of("es"));
    Git.commitAndPush(clone, "A link");
    HubContent content =
        Hubs.content(
            hub, "es/a.ipynb", "{}", "es/b.ipynb", "{}", "fr/c.ipynb", "{}", "en/d.ipynb", "{}");
    HubOutcome.Drifted drifted =
        assertInstanceOf(HubOutcome.Drifted.class, Hubs.push(site, content));
    assertEquals(Hubs.paths("es/a.ipynb", "es/b.ipynb", "fr/c.ipynb"), drifted.kept());
    assertEquals(Hubs.paths("en/d.ipynb"), drifted.published());
  }

  @Test
  void aWithdrawnFileThatTheyChangedIsTheirs() {
    Hubs.push(site, says("uno", "dos"));
    theirs("es/a.ipynb", "theirs");
    HubContent less = Hubs.content(hub, "es/b.ipynb", Hubs.notebook("dos"));
    assertInstanceOf(HubOutcome.Drifted.class, Hubs.push(site, less, Hubs.SECOND));
    assertEquals("theirs", shown("es/a.ipynb"));
  }

  @Test
  @DisplayName("F59 a broken manifest turns nothing over")
  void aBrokenManifestTurnsNothingOver() {
    Hubs.push(site, says("uno", "dos"));
    Hubs.push(site, says("uno", "tres"), Hubs.SECOND);
    for (String broken : List.of("{\"schema\": 1, \"files\": {\"../x\"", "[]", "", "\0")) {
      theirs(".lessons/manifest.json", broken);
      theirs("es/a.ipynb", "theirs " + broken.length());
      HubOutcome.Drifted drifted =
          assertInstanceOf(
              HubOutcome.Drifted.class, Hubs.push(site, says("uno", "tres"), Hubs.SECOND));
      assertEquals(Hubs.paths("es/a.ipynb"), drifted.kept());
      assertEquals("theirs " + broken.length(), shown("es/a.ipynb"));
    }
  }

  @Test
  void aManifestOfANewerVersionIsLeftAlone() {
    Hubs.push(site, says("uno", "dos"));
    theirs(".lessons/manifest.json", "{\"schema\": 99, \"files\": []}");
    HubOutcome.Rejected rejected =
        assertInstanceOf(HubOutcome.Rejected.class, Hubs.push(site, says("x", "y")));
    assertEquals("CORRUPT", rejected.code());
    assertTrue(rejected.message().contains("newer version"));
  }

  @Test
  @DisplayName("F59 a manifest that points elsewhere touches nothing elsewhere")
  void aManifestThatPointsElsewhereTouchesNothingElsewhere() {
    theirs("README.md", "ours\n");
    String blob = Git.run(repository, "rev-parse", "main:README.md");
    theirs(
        "lessons/.lessons/manifest.json",
        "{\"schema\":1,\"publication\":7,\"files\":{\"../README.md\":{\"blob\":\""
            + blob
            + "\"}}}");
    hub = Hubs.in(hub, "lessons");
    assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, says("uno", "dos")));
    assertEquals("ours", shown("README.md"));
    assertEquals(8, Hubs.status(site, says("uno", "dos")).publication());
  }

  @Test
  @DisplayName("F39 two hubs share a branch in two folders")
  void twoHubsShareABranchInTwoFolders() {
    Hub north = Hubs.in(Hubs.at("north", repository), "north");
    Hub south = Hubs.in(Hubs.at("south", repository), "south/deep");
    List<HubReport> reports =
        new HubPublisher(site, Hubs.options())
            .push(
                List.of(
                    Hubs.content(south, "es/a.ipynb", Hubs.notebook("s")),
                    Hubs.content(north, "es/a.ipynb", Hubs.notebook("n"))),
                Hubs.FIRST,
                report -> {});
    assertEquals(List.of("north", "south"), reports.stream().map(r -> r.hub().id()).toList());
    reports.forEach(r -> assertInstanceOf(HubOutcome.Published.class, r.outcome()));
    assertEquals(Hubs.notebook("n").strip(), shown("north/es/a.ipynb"));
    assertTrue(shown("south/deep/.lessons/manifest.json").contains("es/a.ipynb"));
  }
}
