package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a push would change, cell by cell. */
class HubDiffTest {
  @TempDir Path folder;

  @Test
  void cellsThatComeChangeAndGo() throws Exception {
    Git.needed();
    Path repository = Git.bare(folder.resolve("srv/hub.git"));
    try (GitServer server = new GitServer(folder.resolve("srv"))) {
      Hub hub = Hubs.at("h", server.url("hub.git"));
      Hubs.push(
          folder.resolve("site"),
          Hubs.content(
              hub, "es/a.ipynb", Hubs.notebook("uno", "dos"), "es/b.ipynb", "{}", "es/c.csv", "1"));
      HubContent now =
          Hubs.content(
              hub,
              "es/a.ipynb",
              Hubs.notebook("uno", "DOS", "tres"),
              "es/c.csv",
              "22",
              "es/d",
              "4");
      // Another machine, which holds nothing of it yet.
      HubDiff diff =
          new HubPublisher(folder.resolve("other"), Hubs.options())
              .diff(List.of(now), Hubs.SECOND, d -> {})
              .get(0);
      assertEquals(
          List.of(
              "CHANGED es/a.ipynb [CHANGED cell-1 [- dos, + DOS], ADDED cell-2 [+ tres]] ",
              "REMOVED es/b.ipynb [] a notebook of one cell takes its place",
              "CHANGED es/c.csv [] 1 → 2 bytes",
              "ADDED es/d [] 1 bytes"),
          diff.files().stream()
              .map(
                  file ->
                      file.kind()
                          + " "
                          + file.path()
                          + " "
                          + file.cells().stream()
                              .map(c -> c.kind() + " " + c.id() + " " + c.lines())
                              .toList()
                          + " "
                          + file.note())
              .toList());
    }
    assertEquals("1", Git.run(repository, "rev-list", "--count", "main"));
  }

  @Test
  void aChangeIsShownWithTheLineAroundIt() {
    assertEquals(
        List.of("  b", "- c", "+ C", "  d"), Differences.lines("a\nb\nc\nd\ne\n", "a\nb\nC\nd\ne"));
    assertEquals(List.of(), Differences.lines("a", "a\n"));
  }
}
