package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A branch that others have to open. */
@DisplayName("G32 a protected branch, and the branch beside it")
class G32FallbackTest {
  @TempDir Path folder;
  private Path site;
  private Path repository;

  @BeforeEach
  void place() {
    Git.needed();
    site = folder.resolve("site");
    repository = Git.bare(folder.resolve("srv/hub.git"));
    Hubs.push(site, says(Hubs.at("h", repository), "uno"));
    Path hook = repository.resolve("hooks/update");
    Git.write(
        hook,
        "#!/bin/sh\nif [ \"$1\" = refs/heads/main ]; then\n"
            + "  echo 'GH006: Protected branch update failed for refs/heads/main.'\n  exit 1\nfi\n"
            + "echo 'Create a pull request by visiting:'\n"
            + "echo '  https://git.example/oca/hub/pull/new/lessons/2'\n");
    hook.toFile().setExecutable(true);
  }

  private static HubContent says(Hub hub, String text) {
    return Hubs.content(hub, "es/a.ipynb", Hubs.notebook(text));
  }

  private HubOutcome push(HubContent content, boolean fallback) {
    HubOptions options =
        Hubs.options()
            .fallback(fallback)
            .log(Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC));
    return Hubs.push(site, content, Hubs.SECOND, options);
  }

  private void check(Hub hub) {
    String main = Git.run(repository, "rev-parse", "main");
    HubOutcome.Rejected refused =
        assertInstanceOf(HubOutcome.Rejected.class, push(says(hub, "dos"), false));
    assertEquals("PROTECTED", refused.code());
    assertEquals("", Git.run(repository, "branch", "--list", "lessons/*"));

    HubOutcome.Proposed proposed =
        assertInstanceOf(HubOutcome.Proposed.class, push(says(hub, "dos"), true));
    assertEquals("lessons/2", proposed.branch());
    assertEquals(main, Git.run(repository, "rev-parse", "main"));
    assertEquals(proposed.commit(), Git.run(repository, "rev-parse", "lessons/2"));
    assertEquals(main, Git.run(repository, "rev-parse", "lessons/2^"));

    // Again: it waits. With something new: one more commit on the same branch.
    assertEquals(proposed.commit(), ((HubOutcome.Proposed) push(says(hub, "dos"), true)).commit());
    HubOutcome.Proposed more = (HubOutcome.Proposed) push(says(hub, "tres"), true);
    assertEquals(proposed.commit(), Git.run(repository, "rev-parse", "lessons/2^"));
    assertEquals(more.commit(), Git.run(repository, "rev-parse", "lessons/2"));
    Git.assertSound(repository);
  }

  @Test
  void onThisMachine() {
    check(Hubs.at("h", repository));
  }

  @Test
  void onAServerWhoseWordsAreTold() throws Exception {
    try (GitServer server = new GitServer(folder.resolve("srv"))) {
      Hub hub = Hubs.at("h", server.url("hub.git"));
      HubOutcome.Proposed proposed =
          assertInstanceOf(HubOutcome.Proposed.class, push(says(hub, "dos"), true));
      assertEquals("https://git.example/oca/hub/pull/new/lessons/2", proposed.message());
    }
    List<String> log = HubLog.read(site).lines();
    assertTrue(log.get(log.size() - 1).contains("\"event\":\"proposed\""), log.toString());
  }

  @Test
  void whereTheServerTakesWishes() throws Exception {
    Git.run(repository, "config", "receive.advertisePushOptions", "true");
    Path hook = repository.resolve("hooks/post-receive");
    Git.write(hook, "#!/bin/sh\necho \"$GIT_PUSH_OPTION_0 $GIT_PUSH_OPTION_1\" > wishes\n");
    hook.toFile().setExecutable(true);
    try (GitServer server = new GitServer(folder.resolve("srv"))) {
      check(Hubs.at("h", server.url("hub.git")));
    }
    assertEquals(
        "merge_request.create merge_request.target=main\n", Git.read(repository.resolve("wishes")));
  }
}
