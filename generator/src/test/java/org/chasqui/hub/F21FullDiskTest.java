package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real disks that are really full. */
class F21FullDiskTest {
  @TempDir Path folder;
  private Path small;

  @BeforeEach
  void mount() {
    Git.needed();
    small = folder.resolve("small");
    Git.mkdirs(small);
    Git.Said said =
        Git.program(
            folder, List.of("mount", "-t", "tmpfs", "-o", "size=1m", "none", small.toString()));
    Assumptions.assumeTrue(said.code() == 0, "NEEDS: root, to mount a small disk");
  }

  @AfterEach
  void unmount() {
    Git.program(folder, List.of("umount", small.toString()));
  }

  private static HubContent content(Hub hub, int size) {
    byte[] bytes = new byte[size];
    new Random(1).nextBytes(bytes);
    return Hubs.content(
        hub,
        "es/a.ipynb",
        Hubs.notebook("uno " + size),
        "es/b.csv",
        java.util.Arrays.toString(bytes));
  }

  private static String code(HubOutcome outcome) {
    return outcome instanceof HubOutcome.Rejected rejected
        ? rejected.code()
        : outcome instanceof HubOutcome.Unreachable unreachable
            ? unreachable.code()
            : outcome.toString();
  }

  private void fill() throws IOException {
    try (var out = Files.newOutputStream(small.resolve("filler"))) {
      byte[] block = new byte[4096];
      while (true) {
        out.write(block);
        out.flush();
      }
    } catch (IOException e) {
      // It is full now.
    }
  }

  @Test
  @DisplayName("F21 the server's disk is full: the old state stays, and it works again with room")
  void theServers() throws Exception {
    Path repository = Git.bare(small.resolve("hub.git"));
    try (GitServer server = new GitServer(small)) {
      Hub hub = Hubs.at("h", server.url("hub.git"));
      Path site = folder.resolve("site");
      Hubs.push(site, content(hub, 100));
      String tip = Git.run(repository, "rev-parse", "main");
      fill();
      HubOutcome full = Hubs.push(site, content(hub, 200_000), Hubs.SECOND);
      assertEquals("REMOTE_DISK", code(full), full.toString());
      assertEquals(tip, Git.run(repository, "rev-parse", "main"));
      Files.delete(small.resolve("filler"));
      assertInstanceOf(
          HubOutcome.Published.class, Hubs.push(site, content(hub, 20_000), Hubs.SECOND));
      Git.run(repository, "fsck", "--strict");
    }
  }

  @Test
  @DisplayName("F44 our disk is full: it is said, nothing is sent, and it works again with room")
  void ours() throws Exception {
    Path repository = Git.bare(folder.resolve("srv/hub.git"));
    try (GitServer server = new GitServer(folder.resolve("srv"))) {
      Hub hub = Hubs.at("h", server.url("hub.git"));
      fill();
      HubOutcome full = Hubs.push(small, content(hub, 100));
      assertEquals("LOCAL_DISK", code(full), full.toString());
      assertFalse(server.log().stream().anyMatch(r -> r.startsWith("POST") && r.contains("rec")));
      Files.delete(small.resolve("filler"));
      assertInstanceOf(HubOutcome.Published.class, Hubs.push(small, content(hub, 100)));
      String tip = Git.run(repository, "rev-parse", "main");
      fill();
      full = Hubs.push(small, content(hub, 100_000), Hubs.SECOND);
      assertEquals("LOCAL_DISK", code(full), full.toString());
      assertEquals(tip, Git.run(repository, "rev-parse", "main"));
    }
  }

  @Test
  @DisplayName("F44 an embedded repository on a full disk keeps the old state")
  void embedded() throws Exception {
    Hub hub = Hubs.embedded("h");
    Hubs.push(small, content(hub, 100));
    fill();
    HubOutcome full = Hubs.push(small, content(hub, 100_000), Hubs.SECOND);
    assertEquals("LOCAL_DISK", code(full), full.toString());
    Files.delete(small.resolve("filler"));
    Path made = small.resolve(".chasqui/hubs/h.git");
    assertEquals("1", Git.run(made, "rev-list", "--count", "main"));
    assertTrue(Hubs.push(small, content(hub, 20_000), Hubs.SECOND).fine());
    Git.run(made, "fsck", "--strict");
  }
}
