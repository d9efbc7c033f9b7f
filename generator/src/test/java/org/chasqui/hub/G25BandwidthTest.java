package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much travels for one changed notebook. */
@Tag("slow")
class G25BandwidthTest {
  private static final int FILES = 10_000;
  private static final int MEGABYTES = 60;
  @TempDir Path folder;

  // A repository full of other people's things.
  private void fill(Path repository) throws Exception {
    Process git =
        new ProcessBuilder("git", "fast-import", "--quiet")
            .directory(repository.toFile())
            .redirectErrorStream(true)
            .start();
    try (OutputStream in = git.getOutputStream()) {
      line(in, "commit refs/heads/main");
      line(in, "committer Keeper <k@hub.example> 1700000000 +0000");
      line(in, "data 6\nThings");
      for (int i = 0; i < FILES; i++) {
        String text = "thing number " + i + "\n";
        line(in, "M 100644 inline things/%02d/thing-%04d.txt".formatted(i % 100, i));
        line(in, "data " + text.length() + "\n" + text);
      }
      byte[] noise = new byte[MEGABYTES << 20];
      new Random(1).nextBytes(noise);
      line(in, "M 100644 inline film.bin\ndata " + noise.length);
      in.write(noise);
      line(in, "");
    }
    assertEquals(0, git.waitFor());
  }

  private static void line(OutputStream in, String text) throws IOException {
    in.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("G25 F48 one changed notebook moves at most 512 KB, from a cold start too")
  void oneChange() throws Exception {
    Git.needed();
    Path repository = Git.bare(folder.resolve("srv/hub.git"));
    Git.run(repository, "config", "uploadpack.allowFilter", "true");
    fill(repository);
    try (GitServer server = new GitServer(folder.resolve("srv"))) {
      Hub hub = Hubs.at("h", server.url("hub.git"));
      Path here = folder.resolve("here");
      assertInstanceOf(HubOutcome.Published.class, Hubs.push(here, says(hub, "uno")));

      server.clearLog();
      HubOutcome warm = Hubs.push(here, says(hub, "dos"), Hubs.SECOND);
      assertInstanceOf(HubOutcome.Published.class, warm);
      final long warmBytes = server.bytes();

      server.clearLog();
      HubOutcome cold = Hubs.push(folder.resolve("elsewhere"), says(hub, "tres"), Hubs.SECOND);
      assertInstanceOf(HubOutcome.Published.class, cold);
      final long coldBytes = server.bytes();

      server.clearLog();
      assertInstanceOf(
          HubOutcome.Unchanged.class, Hubs.push(folder.resolve("third"), says(hub, "tres")));
      System.out.println(
          "bytes: warm " + warmBytes + ", cold " + coldBytes + ", nothing new " + server.bytes());
      assertTrue(warmBytes <= 64 << 10, "warm: " + warmBytes);
      assertTrue(coldBytes <= 512 << 10, "cold: " + coldBytes);
      assertTrue(server.bytes() <= 512 << 10, "nothing new: " + server.bytes());
    }
    assertEquals(
        FILES + 1 + 4 + "",
        Git.run(repository, "ls-tree", "-r", "--name-only", "main").lines().count() + "");
  }

  private static HubContent says(Hub hub, String text) {
    return Hubs.content(hub, "es/a/01-x.ipynb", Hubs.notebook(text, "the rest"));
  }
}
