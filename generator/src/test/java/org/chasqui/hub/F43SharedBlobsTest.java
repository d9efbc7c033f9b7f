package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contents that copies of several hubs share, and what is when they are damaged or in use. */
class F43SharedBlobsTest {
  private static final String TELLTALE = "telltale-of-the-notebook";
  @TempDir Path folder;
  private Path site;
  private GitServer server;

  @BeforeEach
  void serve() throws IOException {
    Git.needed();
    site = folder.resolve("site");
    server = new GitServer(folder.resolve("srv"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path shared() {
    return site.resolve(".chasqui/cache/hubs/.shared");
  }

  private Hub hub(String id) {
    return Hubs.at(id, server.url(id + ".git"));
  }

  private HubContent content(String id, String text) {
    List<String> files = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      files.add("es/lesson/%02d.ipynb".formatted(i));
      files.add(Hubs.notebook(text + " " + i));
    }
    return Hubs.content(hub(id), files.toArray(String[]::new));
  }

  private static String blob(HubContent content) {
    return Contents.Content.of(
            content.files().values().stream()
                .map(f -> ((org.chasqui.site.OutputFile.Text) f).content())
                .findFirst()
                .orElseThrow()
                .getBytes(StandardCharsets.UTF_8))
        .blob()
        .name();
  }

  private static boolean holds(Path objects, String blob) {
    List<String> ask = List.of("git", "--git-dir=" + objects.getParent(), "cat-file", "-e", blob);
    return Git.program(objects, ask).code() == 0;
  }

  private static void spoil(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".pack")).toList()) {
        file.toFile().setWritable(true);
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 12, bytes.length - 20, (byte) 'x');
        Files.write(file, bytes);
      }
    }
  }

  @Test
  @DisplayName("contents that three hubs share are written once, and all three have them")
  void once() throws IOException {
    List<HubContent> contents = new ArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      Git.bare(folder.resolve("srv/" + id + ".git"));
      contents.add(content(id, TELLTALE));
    }
    new HubPublisher(site, Hubs.options())
        .push(contents, Hubs.FIRST, r -> assertTrue(r.outcome().fine(), r.toString()));
    String blob = blob(contents.get(0));
    for (String id : List.of("a", "b", "c")) {
      assertTrue(holds(folder.resolve("srv/" + id + ".git/objects"), blob));
      Path copy = site.resolve(".chasqui/cache/hubs/" + id + "/objects");
      assertFalse(holds(copy, blob), "the copy of " + id + " has contents of its own");
      Git.assertSound(folder.resolve("srv/" + id + ".git"));
    }
    try (var packs = Files.list(shared().resolve("objects/pack"))) {
      assertEquals(2, packs.count(), "one pack and its index");
    }
  }

  @Test
  @DisplayName(
      "F43 F9 shared contents that are damaged before a push are not sent; it is tried anew")
  void damaged() throws IOException {
    Path repository = Git.bare(folder.resolve("srv/a.git"));
    assertTrue(Hubs.push(site, content("a", "uno")).fine());
    // The second publication is written, and damaged before it is read for the push.
    AtomicInteger moves = new AtomicInteger();
    HubPublisher publisher =
        new HubPublisher(
            site,
            Hubs.options(),
            step -> {
              if (step.equals("moving") && moves.incrementAndGet() == 1) {
                try {
                  spoil(shared());
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              }
            });
    HubOutcome outcome =
        publisher.push(List.of(content("a", "dos")), Hubs.SECOND, r -> {}).get(0).outcome();
    assertInstanceOf(HubOutcome.Published.class, outcome, outcome.toString());
    assertEquals(2, moves.get());
    assertFalse(Files.exists(shared().resolve("objects")), "the next run begins with nothing");
    assertEquals("2", Git.run(repository, "rev-list", "--count", "main"));
    Git.assertSound(repository);
    assertTrue(Hubs.push(site, content("a", "tres"), Hubs.SECOND).fine());
    Git.assertSound(repository);
  }

  @Test
  @DisplayName("F43 shared contents that were deleted, or are in use elsewhere, are no hindrance")
  void goneOrTaken() throws IOException {
    Path repository = Git.bare(folder.resolve("srv/a.git"));
    assertTrue(Hubs.push(site, content("a", "uno")).fine());
    LocalRemote.delete(shared());
    assertInstanceOf(HubOutcome.Unchanged.class, Hubs.push(site, content("a", "uno")));
    assertTrue(Hubs.push(site, content("a", "dos"), Hubs.SECOND).fine());
    try (FolderLock other = FolderLock.of(shared())) {
      assertEquals(shared(), other.folder());
      assertTrue(Hubs.push(site, content("a", "tres"), Hubs.SECOND).fine());
    }
    assertTrue(Hubs.push(site, content("a", "cuatro"), Hubs.SECOND).fine());
    assertEquals("4", Git.run(repository, "rev-list", "--count", "main"));
    Git.assertSound(repository);
    try (var left = Files.list(site.resolve(".chasqui/cache/hubs"))) {
      assertEquals(
          List.of(), left.filter(f -> f.getFileName().toString().startsWith(".temp")).toList());
    }
  }
}
