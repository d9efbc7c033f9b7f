package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chasqui.site.Hub;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Those who read the repository while it is published to. */
@Tag("slow")
class F65ReadersTest {
  private static final int TIMES = 8;

  @TempDir Path folder;
  private Path site;
  private Path repository;
  private Hub hub;

  @BeforeEach
  void start() {
    Git.needed();
    site = folder.resolve("site");
    repository = Git.bare(folder.resolve("hub.git"));
    hub = Hubs.at("h", repository);
    publish(0);
  }

  // All notebooks of a publication say its number.
  private void publish(int number) {
    HubOutcome outcome =
        Hubs.push(
            site,
            Hubs.content(
                hub,
                "es/a/01-x.ipynb",
                Hubs.notebook("edition " + number),
                "es/a/02-y.ipynb",
                Hubs.notebook("edition " + number),
                "es/b/01-z.ipynb",
                Hubs.notebook("edition " + number)),
            Hubs.SECOND);
    assertInstanceOf(HubOutcome.Published.class, outcome);
  }

  private interface Read {
    void once() throws Exception;
  }

  private void whilePublishing(Read read) throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> publisher =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 1; i <= TIMES; i++) {
                publish(i);
              }
            });
    publisher.whenComplete((ok, trouble) -> done.set(true));
    int reads = 0;
    while (!done.get() || reads < 3) {
      read.once();
      reads++;
    }
    publisher.join();
    read.once();
  }

  private static String whole(Path home) {
    List<String> all =
        List.of("es/a/01-x.ipynb", "es/a/02-y.ipynb", "es/b/01-z.ipynb").stream()
            .map(path -> Git.read(home.resolve(path)))
            .distinct()
            .toList();
    assertEquals(1, all.size(), "half of one publication, half of another");
    return all.get(0);
  }

  @Test
  @DisplayName("F66 git-sync never sees half of a publication")
  void gitSync() throws Exception {
    // As git-sync does it: fetch, check out into a folder of its own, then turn the link.
    Path root = folder.resolve("sync");
    Git.mkdirs(root);
    Git.run(root, "init", "-q", ".");
    Git.run(root, "remote", "add", "origin", repository.toUri().toString());
    Path link = root.resolve("current");
    whilePublishing(
        () -> {
          Git.run(root, "fetch", "-q", "--depth", "1", "origin", "main");
          String commit = Git.run(root, "rev-parse", "FETCH_HEAD");
          Path tree = root.resolve(commit);
          if (!Files.exists(tree)) {
            Git.run(root, "worktree", "add", "-q", "--detach", tree.toString(), commit);
            Path next = root.resolve("next");
            Files.createSymbolicLink(next, tree);
            Files.move(
                next,
                link,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
          }
          whole(link);
        });
    assertTrue(whole(link).contains("edition " + TIMES));
  }

  @Test
  @DisplayName("F67 git pull --ff-only from cron never fails")
  void plainPull() throws Exception {
    Path home = Git.clone(repository, folder.resolve("shared"));
    whilePublishing(
        () -> {
          Git.run(home, "pull", "-q", "--ff-only");
          whole(home);
        });
    assertTrue(whole(home).contains("edition " + TIMES));
  }

  @Test
  @DisplayName(
      "F65 nbgitpuller while we push, and F64 after ten publications that it slept through")
  void nbgitpuller() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/gitpuller")), "NEEDS: python3-nbgitpuller");
    Path home = folder.resolve("home/lessons");
    Git.mkdirs(home.getParent());
    Read pull =
        () -> {
          Git.Said said =
              Git.program(
                  home.getParent(),
                  List.of("gitpuller", repository.toUri().toString(), "main", home.toString()));
          assertEquals(0, said.code(), said.out());
          whole(home);
        };
    whilePublishing(pull);
    Git.write(home.resolve("es/a/mine.txt"), "mine\n");
    Git.write(
        home.resolve("es/a/02-y.ipynb"),
        Git.read(home.resolve("es/a/02-y.ipynb")).replace("edition", "my edition"));
    for (int i = 0; i < 10; i++) {
      // Notebooks come, go and come under other names.
      Hubs.push(
          site,
          Hubs.content(
              hub,
              "es/a/01-x.ipynb",
              Hubs.notebook("again " + i),
              "es/a/%02d-n.ipynb".formatted(i + 10),
              Hubs.notebook("new " + i)),
          Hubs.SECOND);
    }
    Git.Said said =
        Git.program(
            home.getParent(),
            List.of("gitpuller", repository.toUri().toString(), "main", home.toString()));
    assertEquals(0, said.code(), said.out());
    assertTrue(Git.read(home.resolve("es/a/01-x.ipynb")).contains("again 9"));
    assertTrue(Git.read(home.resolve("es/a/02-y.ipynb")).contains("my edition"));
    assertTrue(Git.read(home.resolve("es/a/10-n.ipynb")).contains("ya no forma parte"));
    assertEquals("mine\n", Git.read(home.resolve("es/a/mine.txt")));
  }
}
