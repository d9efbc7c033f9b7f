package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred hubs, every fifth of them in trouble of some kind. */
@Tag("slow")
class F70FleetTest {
  private static final int HUBS = 100;

  @TempDir Path folder;

  private static boolean isFaulty(int number) {
    return number % 5 == 0;
  }

  private static void trouble(GitServer server, int number) {
    String place = "/%03d.git".formatted(number);
    switch (number / 5 % 10) {
      case 0 -> server.when(place, GitServer.hang());
      case 1 -> server.when(place, GitServer.drip());
      case 2 -> server.when(place, GitServer.status(500));
      case 3 -> server.when(place, GitServer.status(403));
      case 4 -> server.when(place, GitServer.status(429, "Retry-After", "3600"));
      case 5 -> server.when(place, GitServer.text("text/html", "<h1>Welcome to our airport</h1>"));
      case 6 -> server.when(place, GitServer.status(302, "Location", "http://127.0.0.1:1/x"));
      case 7 -> server.when("POST " + place, GitServer.status(500));
      case 8 -> server.when(place, GitServer.status(401, "WWW-Authenticate", "Basic realm=\"x\""));
      default -> server.when(place, (exchange, self) -> exchange.close());
    }
  }

  // The commits of the hubs that are well, by id.
  private Map<String, HubOutcome> run(Path root, boolean withTrouble) throws Exception {
    List<HubContent> contents = new ArrayList<>();
    try (GitServer server = new GitServer(root)) {
      for (int i = 0; i < HUBS; i++) {
        if (withTrouble && isFaulty(i)) {
          trouble(server, i);
        }
        if (!isFaulty(i)) {
          Git.bare(root.resolve("%03d.git".formatted(i)));
          contents.add(content(server, i));
        } else if (withTrouble) {
          contents.add(content(server, i));
        }
      }
      HubOptions options =
          Hubs.options()
              .within(Duration.ofSeconds(2), Duration.ofSeconds(8))
              .attempts(2)
              .parallel(16)
              .pacing(16, Duration.ZERO);
      Map<String, HubOutcome> outcomes = new LinkedHashMap<>();
      new HubPublisher(folder.resolve("site-" + withTrouble), options)
          .push(contents, Hubs.FIRST, report -> {})
          .forEach(report -> outcomes.put(report.hub().id(), report.outcome()));
      return outcomes;
    }
  }

  private static HubContent content(GitServer server, int number) {
    String name = "%03d".formatted(number);
    return Hubs.content(
        Hubs.at("hub-" + name, server.url(name + ".git")),
        "es/a/01-x.ipynb",
        Hubs.notebook("uno"),
        "es/a/02-y.ipynb",
        Hubs.notebook("hub " + name));
  }

  @Test
  @DisplayName("F70 G20 twenty faulty hubs leave the outcome of the other eighty as it is")
  void eightyOfAHundred() throws Exception {
    Git.needed();
    Map<String, HubOutcome> well = run(folder.resolve("well"), false);
    Map<String, HubOutcome> mixed = run(folder.resolve("mixed"), true);
    assertEquals(HUBS, mixed.size());
    assertEquals(HUBS * 4 / 5, well.size());
    mixed.forEach(
        (id, outcome) -> {
          if (well.containsKey(id)) {
            assertTrue(outcome instanceof HubOutcome.Published, id + outcome);
            assertEquals(well.get(id), outcome, id);
          } else {
            assertFalse(outcome.fine(), id + outcome);
          }
        });
  }
}
