package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that replaces another may depend on it. */
class SuccessionTest {
  @TempDir Path folder;
  private final List<String> asked = new ArrayList<>();
  private Path site;
  private Path repository;
  private GitServer server;
  private Hub hub;

  @BeforeEach
  void start() throws IOException {
    Git.needed();
    site = folder.resolve("site");
    repository = Git.bare(folder.resolve("srv/hub.git"));
    server = new GitServer(folder.resolve("srv"));
    hub = Hubs.at("lima", server.url("hub.git"));
  }

  @AfterEach
  void stop() {
    server.close();
    Git.assertSound(repository);
  }

  // What is published keeps its first word.
  private HubContent content(String a, String b) {
    HubContent plain = Hubs.content(hub, "es/a.ipynb", a, "es/b.ipynb", b);
    return new HubContent(
        hub,
        plain.files(),
        (path, published, wanted) -> {
          asked.add(path.value());
          String first = published.substring(0, published.indexOf(' '));
          return first + wanted.substring(wanted.indexOf(' '));
        });
  }

  private String shown(String path) {
    return Git.run(repository, "show", "main:" + path);
  }

  private void onAnotherMachine() throws IOException {
    try (Stream<Path> files = Files.walk(site.resolve(".chasqui"))) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  @Test
  void whatIsPublishedDependsOnWhatWasThere() throws IOException {
    Hubs.push(site, content("one 1\n", "two 2\n"));
    assertEquals(List.of(), asked);
    onAnotherMachine();
    Hubs.push(site, content("ONE 11\n", "two 2\n"), Hubs.SECOND);
    assertEquals(List.of("es/a.ipynb"), asked);
    assertEquals("one 11", shown("es/a.ipynb"));

    onAnotherMachine();
    String tip = Git.run(repository, "rev-parse", "main");
    assertEquals(new HubOutcome.Unchanged(tip), Hubs.push(site, content("ONE 11\n", "two 2\n")));
    HubOutcome.Planned planned =
        assertInstanceOf(HubOutcome.Planned.class, Hubs.plan(site, content("x 12\n", "y 2\n")));
    assertEquals(Hubs.paths("es/a.ipynb"), planned.changed());
  }

  @Test
  void whatSomebodyElseChangedIsNotGoneOnFrom() {
    Hubs.push(site, content("one 1\n", "two 2\n"));
    Path clone = Git.clone(repository, folder.resolve("clone"));
    Git.write(clone.resolve("es/a.ipynb"), "theirs 3\n");
    Git.commitAndPush(clone, "A change of ours");
    Hubs.push(site, content("ONE 11\n", "TWO 22\n"), Hubs.SECOND);
    assertEquals(List.of("es/b.ipynb"), asked);
    assertEquals("theirs 3", shown("es/a.ipynb"));
    assertEquals("two 22", shown("es/b.ipynb"));
    assertTrue(Files.exists(clone));
  }
}
