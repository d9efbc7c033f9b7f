package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several publishers, and a person, at one branch at the same time. */
@DisplayName("G2 F38 several publishers, and people who are faster")
class RaceTest {
  private static final int RACERS = 8;
  @TempDir Path folder;
  private Path repository;

  @BeforeEach
  void place() {
    Git.needed();
    repository = Git.bare(folder.resolve("srv/hub.git"));
  }

  @Test
  void allArriveInARepositoryOnThisMachine() throws Exception {
    race(i -> Hubs.in(Hubs.at("h" + i, repository), "folder" + i));
  }

  @Test
  @Tag("slow")
  void allArriveOnAServer() throws Exception {
    try (GitServer server = new GitServer(folder.resolve("srv"))) {
      race(i -> Hubs.in(Hubs.at("h" + i, server.url("hub.git")), "folder" + i));
    }
  }

  private void race(IntFunction<Hub> hubs) throws Exception {
    List<Callable<HubOutcome>> racers = new ArrayList<>();
    for (int i = 0; i < RACERS; i++) {
      HubContent content = Hubs.content(hubs.apply(i), "es/a.ipynb", Hubs.notebook("racer " + i));
      Path site = folder.resolve("site" + i);
      HubOptions options = Hubs.options().attempts(60).seed(i);
      racers.add(() -> Hubs.push(site, content, Hubs.FIRST, options));
    }
    ExecutorService threads = Executors.newFixedThreadPool(RACERS);
    try {
      for (Future<HubOutcome> racer : threads.invokeAll(racers)) {
        HubOutcome outcome = racer.get();
        assertInstanceOf(HubOutcome.Published.class, outcome, outcome.toString());
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(RACERS + "", Git.run(repository, "rev-list", "--count", "main"));
    assertEquals("", Git.run(repository, "rev-list", "--merges", "main"));
    for (int i = 0; i < RACERS; i++) {
      assertTrue(
          Git.run(repository, "show", "main:folder" + i + "/es/a.ipynb").contains("racer " + i));
    }
    Git.assertSound(repository);
  }

  @Test
  void aPersonWhoIsFasterIsBuiltUpon() throws Exception {
    Path clone = Git.clone(repository, folder.resolve("clone"));
    try (GitServer server = new GitServer(folder.resolve("srv"))) {
      boolean[] done = {false};
      server.when(
          "POST /hub.git/git-receive-pack",
          (exchange, self) -> {
            if (!done[0]) {
              done[0] = true;
              Git.write(clone.resolve("theirs.txt"), "theirs\n");
              Git.commitAndPush(clone, "Faster");
            }
            self.serve(exchange, true);
          });
      Hub hub = Hubs.at("h", server.url("hub.git"));
      HubOutcome outcome =
          Hubs.push(folder.resolve("site"), Hubs.content(hub, "a.ipynb", Hubs.notebook("x")));
      assertInstanceOf(HubOutcome.Published.class, outcome);
    }
    assertEquals("theirs", Git.run(repository, "show", "main:theirs.txt"));
    assertEquals("Faster", Git.run(repository, "log", "-1", "--format=%s", "main^"));
  }

  @Test
  void twoRunsOfOneSiteAtOnceMakeOneCommit() throws Exception {
    Path site = folder.resolve("site");
    Hub hub = Hubs.embedded("h");
    List<Callable<HubOutcome>> both = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      HubOptions options = Hubs.options().attempts(30).seed(i);
      both.add(
          () ->
              Hubs.push(
                  site, Hubs.content(hub, "a.ipynb", Hubs.notebook("x")), Hubs.FIRST, options));
    }
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      for (Future<HubOutcome> one : threads.invokeAll(both)) {
        assertTrue(one.get().fine(), one.get().toString());
      }
    } finally {
      threads.shutdownNow();
    }
    Path made = site.resolve(".chasqui/hubs/h.git");
    assertEquals("1", Git.run(made, "rev-list", "--count", "main"));
    Git.assertSound(made);
  }
}
