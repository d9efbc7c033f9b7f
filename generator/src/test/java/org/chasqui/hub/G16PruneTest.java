package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stubs stay until somebody asks for them to go. */
@DisplayName("G16 nothing is deleted without being asked for")
class G16PruneTest {
  @TempDir Path folder;
  private Path site;
  private Path repository;
  private Hub hub;

  @BeforeEach
  void place() {
    Git.needed();
    site = folder.resolve("site");
    repository = Git.bare(folder.resolve("hub.git"));
    hub = Hubs.at("h", repository);
  }

  private HubOutcome prune(HubContent content, boolean really) {
    return new HubPublisher(site, Hubs.options())
        .prune(List.of(content), Hubs.SECOND, really)
        .get(0)
        .outcome();
  }

  private String files() {
    return Git.run(repository, "ls-tree", "-r", "--name-only", "main");
  }

  @Test
  void onlyWhatIsOursAndNoLongerWantedGoes() {
    Hubs.push(
        site,
        Hubs.content(
            hub, "es/old/a.ipynb", "{}", "es/b.ipynb", "{}", "es/c.ipynb", "{}", "es/d.csv", "1"));
    HubContent now = Hubs.content(hub, "es/c.ipynb", "{}");
    Hubs.push(site, now, Hubs.SECOND);
    Path clone = Git.clone(repository, folder.resolve("clone"));
    Git.write(clone.resolve("es/b.ipynb"), "theirs\n");
    Git.commitAndPush(clone, "Still ours");
    assertTrue(files().contains("es/old/a.ipynb") && files().contains("es/d.csv"), files());

    HubOutcome.Planned planned = assertInstanceOf(HubOutcome.Planned.class, prune(now, false));
    assertEquals(Hubs.paths("es/d.csv", "es/old/a.ipynb"), planned.removed());
    assertTrue(files().contains("es/old/a.ipynb"), files());

    prune(now, true);
    assertEquals(
        ".gitattributes\n.gitignore\n.lessons/manifest.json\nes/b.ipynb\nes/c.ipynb", files());
    assertEquals("theirs", Git.run(repository, "show", "main:es/b.ipynb"));
    String tip = Git.run(repository, "rev-parse", "main");
    prune(now, true);
    assertEquals(tip, Git.run(repository, "rev-parse", "main"));
    Git.assertSound(repository);
  }

  @Test
  void aHubWithoutPublicationsHasNothingToPrune() {
    assertInstanceOf(
        HubOutcome.Unchanged.class, prune(Hubs.content(hub, "es/c.ipynb", "{}"), true));
  }

  @Test
  void pruningSendsNothingNew() {
    Hubs.push(site, Hubs.content(hub, "es/a.ipynb", "{}", "es/c.ipynb", "{}"));
    HubContent now = Hubs.content(hub, "es/c.ipynb", "{\"new\": 1}", "es/e.ipynb", "{}");
    prune(now, true);
    assertEquals("{}", Git.run(repository, "show", "main:es/c.ipynb"));
    assertTrue(!files().contains("es/e.ipynb") && !files().contains("es/a.ipynb"), files());
  }
}
