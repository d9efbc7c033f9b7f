package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process that dies at any step leaves the old state or the new one, and the next run goes on.
 */
@DisplayName("G22 F40 killed at every step")
@Tag("slow")
class G22KillTest {
  @TempDir Path folder;

  /** Publishes, and dies at a step as if by kill -9: nothing is closed, nothing is tidied up. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      HubOptions options = Hubs.options().log(Clock.systemUTC());
      HubPublisher publisher =
          new HubPublisher(
              Path.of(args[0]),
              options,
              step -> {
                if (args[2].equals("asked") && step.equals("moving")) {
                  waitForTheEnd();
                }
                if (step.equals(args[2])) {
                  Runtime.getRuntime().halt(137);
                }
              });
      publisher.push(contents(args[1]), Hubs.SECOND, report -> System.out.println(report));
    }
  }

  // Until somebody asks for it, as a keyboard or a machine that shuts down does.
  private static void waitForTheEnd() {
    System.out.println("waiting");
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<HubContent> contents(String url) {
    Hub embedded = Hubs.embedded("own");
    Hub server = Hubs.at("far", url);
    return List.of(
        Hubs.content(embedded, "es/a.ipynb", Hubs.notebook("dos"), "es/b.csv", "1\n"),
        Hubs.content(server, "es/a.ipynb", Hubs.notebook("dos"), "es/b.csv", "1\n"));
  }

  @ParameterizedTest
  @DisplayName("G22 F40 F41 killed at any step, or asked to end: the next run goes on")
  @ValueSource(
      strings = {
        "begin",
        "fetched",
        "compared",
        "committed",
        "moving",
        "moved",
        "looked",
        "packing",
        "asked"
      })
  void theNextRunConverges(String step) throws Exception {
    Git.needed();
    Path site = folder.resolve("site");
    Path repository = Git.bare(folder.resolve("srv/hub.git"));
    try (GitServer server = new GitServer(folder.resolve("srv"))) {
      String url = server.url("hub.git");
      for (HubContent content : contents(url)) {
        Hubs.push(site, Hubs.content(content.hub(), "es/a.ipynb", Hubs.notebook("uno")));
      }
      Path own = site.resolve(".chasqui/hubs/own.git");
      final String before = tip(own);
      assertEquals(before, tip(repository));

      if (step.equals("packing")) {
        killWhilePacking(server, site, url);
      } else if (step.equals("asked")) {
        askToEnd(site, url);
      } else {
        int code =
            Fork.run(
                Program.class, folder.resolve("out"), Map.of(), List.of(), site + "", url, step);
        assertEquals(137, code, Git.read(folder.resolve("out")));
      }
      // Old or new, and nothing between.
      for (Path one : List.of(own, repository)) {
        String said = Git.run(one, "fsck", "--strict", "--full");
        assertTrue(!said.contains("error") && !said.contains("missing"), said);
        assertTrue(
            before.equals(tip(one)) || before.equals(Git.run(one, "rev-parse", "main^")), step);
      }
      server.well();
      List<HubReport> reports =
          new HubPublisher(site, Hubs.options()).push(contents(url), Hubs.SECOND, r -> {});
      for (HubReport report : reports) {
        assertTrue(
            report.outcome() instanceof HubOutcome.Published
                || report.outcome() instanceof HubOutcome.Unchanged,
            report.toString());
      }
      for (Path one : List.of(own, repository)) {
        assertEquals("2", Git.run(one, "rev-list", "--count", "main"));
        assertEquals(Hubs.notebook("dos").strip(), Git.run(one, "show", "main:es/a.ipynb"));
      }
      // The same commits as if nothing had happened.
      String clean = clean();
      assertEquals(clean, tip(own));
      assertEquals(clean, tip(repository));
      assertEquals(List.of(), HubLog.read(site).broken());
    }
  }

  private void killWhilePacking(GitServer server, Path site, String url) throws Exception {
    server.when("POST /hub.git/git-receive-pack", GitServer.hang());
    Process process =
        Fork.start(
            Program.class, folder.resolve("out"), Map.of(), List.of(), site + "", url, "never");
    for (int i = 0; i < 600 && server.log().stream().noneMatch(G22KillTest::isPush); i++) {
      Thread.sleep(50);
    }
    process.destroyForcibly().waitFor();
  }

  // SIGTERM, F41.
  private void askToEnd(Path site, String url) throws Exception {
    Path out = folder.resolve("out");
    Process process = Fork.start(Program.class, out, Map.of(), List.of(), site + "", url, "asked");
    for (int i = 0; i < 600 && !Git.read(out).contains("waiting"); i++) {
      Thread.sleep(50);
    }
    process.destroy();
    assertEquals(128 + 15, process.waitFor(), Git.read(out));
  }

  private static boolean isPush(String request) {
    return request.startsWith("POST") && request.endsWith("git-receive-pack");
  }

  private String clean() {
    Path site = folder.resolve("clean");
    Hub hub = Hubs.embedded("own");
    Hubs.push(site, Hubs.content(hub, "es/a.ipynb", Hubs.notebook("uno")));
    Hubs.push(
        site,
        Hubs.content(hub, "es/a.ipynb", Hubs.notebook("dos"), "es/b.csv", "1\n"),
        Hubs.SECOND);
    return tip(site.resolve(".chasqui/hubs/own.git"));
  }

  private static String tip(Path repository) {
    return Git.run(repository, "rev-parse", "main");
  }

  @Test
  @DisplayName("G22 only unfinished hubs are done again")
  void whatIsDoneIsNotDoneAgain() throws Exception {
    Git.needed();
    Git.bare(folder.resolve("srv/hub.git"));
    Path site = folder.resolve("site");
    try (GitServer server = new GitServer(folder.resolve("srv"))) {
      String url = server.url("hub.git");
      HubPublisher publisher = new HubPublisher(site, Hubs.options());
      publisher.push(contents(url).subList(1, 2), Hubs.SECOND, r -> {});
      server.clearLog();
      Map<String, String> outcomes =
          publisher.push(contents(url), Hubs.SECOND, r -> {}).stream()
              .collect(
                  Collectors.toMap(r -> r.hub().id(), r -> r.outcome().getClass().getSimpleName()));
      assertEquals(Map.of("own", "Published", "far", "Unchanged"), outcomes);
      assertTrue(server.log().stream().noneMatch(r -> r.contains("receive-pack")));
    }
  }
}
