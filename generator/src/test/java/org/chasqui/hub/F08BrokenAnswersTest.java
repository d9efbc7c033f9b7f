package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that stop in the middle, or answer with something else. */
@DisplayName("F8 F9 F11 F19 broken answers leave the old state or the new one")
class F08BrokenAnswersTest {
  private static final String PUSH = "POST /hub.git/git-receive-pack";
  private static final String ASK = "info/refs?service=git-upload-pack";
  @TempDir Path folder;

  static Stream<Arguments> faults() {
    GitServer.Fault half500 =
        (exchange, server) -> {
          exchange.getRequestBody().readNBytes(100);
          exchange.sendResponseHeaders(500, -1);
        };
    GitServer.Fault halfGone =
        (exchange, server) -> {
          exchange.getRequestBody().readNBytes(100);
          exchange.close();
        };
    GitServer.Fault cutReport =
        (exchange, server) -> {
          server.serve(exchange, false);
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("0030\1000eunpack o".getBytes(StandardCharsets.UTF_8));
        };
    GitServer.Fault garbage =
        (exchange, server) -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          GitServer.text("application/x-git-upload-pack-advertisement", "no gzip at all")
              .answer(exchange, server);
        };
    return Stream.of(
        Arguments.of("F8 an error in the middle of the pack", PUSH, half500, false),
        Arguments.of("F9 gone in the middle of the pack", PUSH, halfGone, false),
        Arguments.of("F9 the pack is cut off", PUSH, GitServer.withoutPack(), false),
        Arguments.of("F9 cut off once", PUSH, GitServer.once(GitServer.withoutPack()), true),
        Arguments.of("F11 applied, and half of the report", PUSH, cutReport, true),
        Arguments.of("F19 no gzip although it says so", ASK, garbage, false),
        Arguments.of("F19 another type", ASK, GitServer.text("text/plain", "0000000 refs"), false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void oldOrNew(String name, String request, GitServer.Fault fault, boolean arrives)
      throws IOException {
    Git.needed();
    Path repository = Git.bare(folder.resolve("srv/hub.git"));
    Path site = folder.resolve("site");
    try (GitServer server = new GitServer(folder.resolve("srv"))) {
      Hub hub = Hubs.at("h", server.url("hub.git"));
      Hubs.push(site, says(hub, "uno"));
      final String before = Git.run(repository, "rev-parse", "main");
      server.when(request, fault);
      HubOptions options =
          Hubs.options().within(Duration.ofSeconds(2), Duration.ofSeconds(5)).attempts(2);
      HubOutcome outcome = Hubs.push(site, says(hub, "dos"), Hubs.SECOND, options);
      String after = Git.run(repository, "rev-parse", "main");
      if (arrives) {
        assertEquals(after, ((HubOutcome.Published) outcome).commit());
      } else {
        assertEquals(before, after);
        assertFalse(outcome.fine(), outcome.toString());
      }
      server.well();
      HubOutcome again = Hubs.push(site, says(hub, "dos"), Hubs.SECOND);
      assertTrue(again.fine(), again.toString());
      assertEquals(
          List.of("2"),
          List.of(Git.run(repository, "rev-list", "--count", "main")),
          again.toString());
    }
    Git.assertSound(repository);
  }

  private static HubContent says(Hub hub, String text) {
    return Hubs.content(hub, "es/a.ipynb", Hubs.notebook(text));
  }
}
