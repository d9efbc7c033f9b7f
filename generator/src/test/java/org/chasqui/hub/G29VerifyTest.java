package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A branch against its manifest. */
@DisplayName("G29 the manifest can be verified")
class G29VerifyTest {
  @TempDir Path folder;
  private Path site;
  private Path repository;

  @BeforeEach
  void place() {
    Git.needed();
    site = folder.resolve("site");
    repository = Git.bare(folder.resolve("srv/hub.git"));
  }

  private static HubContent content(Hub hub) {
    return Hubs.content(
        hub, "es/a.ipynb", Hubs.notebook("a"), "es/b.ipynb", Hubs.notebook("b"), "es/c.csv", "1\n");
  }

  private HubVerification verify(Hub hub, HubOptions options) {
    return new HubPublisher(site, options)
        .verify(List.of(content(hub)), Hubs.FIRST, one -> {})
        .get(0);
  }

  @Test
  void whatIsAsPublishedIsWholeAndWhatIsNotIsNamed() {
    Hub hub = Hubs.at("h", repository);
    assertFalse(verify(hub, Hubs.options()).fine());
    Hubs.push(site, content(hub));
    HubVerification whole = verify(hub, Hubs.options());
    assertTrue(whole.fine(), whole.toString());
    assertEquals(3, whole.files());

    Path clone = Git.clone(repository, folder.resolve("clone"));
    Git.write(clone.resolve("es/a.ipynb"), "theirs\n");
    Git.run(clone, "rm", "-q", "es/b.ipynb");
    Path manifest = clone.resolve(".lessons/manifest.json");
    String digest = Contents.Content.of("1\n".getBytes()).sha256();
    Git.write(manifest, Git.read(manifest).replace(digest, "0".repeat(64)));
    Git.commitAndPush(clone, "Hands everywhere");
    HubVerification broken = verify(hub, Hubs.options());
    assertEquals(Hubs.paths("es/a.ipynb"), broken.changed());
    assertEquals(Hubs.paths("es/b.ipynb"), broken.missing());
    assertEquals(Hubs.paths("es/c.csv"), broken.wrong());
    assertFalse(broken.fine());
  }

  @Test
  void offlineTheCopyOfTheLastRunCounts() throws Exception {
    HubVerification offline;
    Hub hub;
    try (GitServer server = new GitServer(folder.resolve("srv"))) {
      hub = Hubs.at("h", server.url("hub.git"));
      Hubs.push(site, content(hub));
      assertTrue(verify(hub, Hubs.options()).fine());
      server.clearLog();
      offline = verify(hub, Hubs.options().offline(true));
      assertEquals(List.of(), server.log());
    }
    assertTrue(offline.fine(), offline.toString());
    assertEquals(3, offline.files());
    assertFalse(verify(Hubs.at("never", "https://h.invalid/x"), offline()).fine());
  }

  private static HubOptions offline() {
    return Hubs.options().offline(true);
  }
}
