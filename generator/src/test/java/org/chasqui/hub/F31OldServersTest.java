package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that speak only what git spoke long ago, or close every connection. */
class F31OldServersTest {
  @TempDir Path folder;
  private Path repository;
  private GitServer server;
  private Hub hub;

  @BeforeEach
  void start() throws IOException {
    Git.needed();
    repository = Git.bare(folder.resolve("srv/hub.git"));
    Path clone = Git.clone(repository, folder.resolve("clone"));
    Git.write(clone.resolve("theirs.txt"), "theirs\n");
    Git.commitAndPush(clone, "Theirs");
    server = new GitServer(folder.resolve("srv"));
    hub = Hubs.at("old", server.url("hub.git"));
  }

  @AfterEach
  void stop() {
    server.close();
    Git.assertSound(repository);
  }

  private HubContent says(String text) {
    return Hubs.content(hub, "es/a/01-x.ipynb", Hubs.notebook(text));
  }

  private void twoPublications() {
    Path site = folder.resolve("site");
    assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, says("uno")));
    assertInstanceOf(HubOutcome.Unchanged.class, Hubs.push(site, says("uno")));
    LocalRemote.delete(site); // what follows is read from the server alone
    assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, says("dos"), Hubs.SECOND));
    assertEquals("3", Git.run(repository, "rev-list", "--count", "main"));
    assertEquals("theirs", Git.run(repository, "show", "main:theirs.txt"));
  }

  @Test
  @DisplayName("F31 protocol version 0, with and without shallow clones and filters")
  void protocolZero() {
    server.speak(GitServer.Speech.OLD);
    twoPublications();
  }

  @Test
  @DisplayName("F31 a server that knows no shallow clones gives everything")
  void withoutShallowClones() {
    server.speak(GitServer.Speech.WITHOUT_SHALLOW);
    twoPublications();
  }

  @Test
  @DisplayName("F27 a server that checks every object it receives")
  void checkingServer() {
    Git.run(repository, "config", "receive.fsckObjects", "true");
    Git.run(repository, "config", "transfer.fsckObjects", "true");
    twoPublications();
  }

  @Test
  @DisplayName("F20 a server that closes every connection, a proxy that wants a password")
  void connections() {
    server.when(
        "/hub.git",
        (exchange, self) -> {
          exchange.getResponseHeaders().set("Connection", "close");
          self.serve(exchange, true);
        });
    twoPublications();

    server.well();
    server.when("/hub.git", GitServer.status(407, "Proxy-Authenticate", "Basic realm=\"p\""));
    HubOptions quick =
        Hubs.options().within(Duration.ofSeconds(1), Duration.ofSeconds(3)).attempts(1);
    HubOutcome outcome = Hubs.push(folder.resolve("site"), says("tres"), Hubs.SECOND, quick);
    HubOutcome.Rejected told = assertInstanceOf(HubOutcome.Rejected.class, outcome);
    assertEquals("AUTH", told.code(), told.toString());
  }
}
