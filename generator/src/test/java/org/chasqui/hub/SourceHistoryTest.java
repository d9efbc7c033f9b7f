package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chasqui.output.BuildShelf;
import org.chasqui.site.FileHistory;
import org.chasqui.site.Memory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceHistoryTest {
  @TempDir Path folder;
  @TempDir Path cache;

  @BeforeEach
  void git() {
    Git.needed();
  }

  private void commit(String author) {
    Git.run(folder, "add", "-A");
    Git.run(folder, "commit", "-q", "--author", author + " <a@b.example>", "-m", "Change");
  }

  private Instant time() {
    return Instant.ofEpochSecond(Long.parseLong(Git.run(folder, "log", "-1", "--format=%ct")));
  }

  // Whoever remembers what others read knows the same as who reads it.
  private Map<String, FileHistory> history(Path site) {
    Map<String, FileHistory> read = SourceHistory.of(site, Memory.NONE);
    for (int run = 0; run < 2; run++) {
      assertEquals(read, remembered(site), "run " + run);
    }
    return read;
  }

  private Map<String, FileHistory> remembered(Path site) {
    try (BuildShelf shelf = BuildShelf.open(cache, "1")) {
      Map<String, FileHistory> history = SourceHistory.of(site, new Memory(shelf));
      shelf.keep();
      return history;
    }
  }

  @Test
  void aFolderOutsideGitHasNoHistory() {
    assertEquals(Map.of(), history(folder));
  }

  @Test
  void everyFileKnowsItsLastChangeAndItsPeople() {
    Git.run(folder, "init", "-q", "-b", "main");
    assertEquals(Map.of(), history(folder));
    Git.write(folder.resolve("docs/a.md"), "one");
    Git.write(folder.resolve("docs/b.md"), "one");
    Git.write(folder.resolve("other.md"), "one");
    commit("Zoe");
    Instant first = time();
    Git.write(folder.resolve("docs/a.md"), "two");
    commit("Ada");
    Git.write(folder.resolve("docs/a.md"), "three");
    commit("Zoe");
    Instant last = time();
    Map<String, FileHistory> expected =
        Map.of(
            "a.md", new FileHistory(last, List.of("Zoe", "Ada")),
            "b.md", new FileHistory(first, List.of("Zoe")));
    assertEquals(expected, history(folder.resolve("docs")));
    assertEquals(3, history(folder).size());
  }

  @Test
  void peopleAreCalledAsTheMailmapSays() {
    Git.run(folder, "init", "-q", "-b", "main");
    for (String author : List.of("Zoe", "zz", "Ada", "build bot")) {
      Git.write(folder.resolve("a.md"), author);
      commit(author);
    }
    assertEquals(List.of("Zoe", "zz", "Ada", "build bot"), names());
    Git.write(
        folder.resolve(".mailmap"),
        """
        # How we are called.
        Zoe Muestra <zoe@b.example> zz <A@b.example>
        Zoe Muestra <zoe@b.example> Zoe <a@b.example> # as at school
        <nobody@b.example> <a@b.example>
        The team <a@b.example>
        not a line of it
        """);
    assertEquals(List.of("Zoe Muestra", "The team"), names());
  }

  private List<String> names() {
    return history(folder).get("a.md").contributors();
  }

  @Test
  void theOldestCommitOfAShallowCloneSaysNothing() {
    Git.run(folder, "init", "-q", "-b", "main");
    Git.write(folder.resolve("a.md"), "one");
    Git.write(folder.resolve("b.md"), "one");
    commit("Zoe");
    Git.write(folder.resolve("b.md"), "two");
    commit("Ada");
    Git.write(folder.resolve("a.md"), "two");
    commit("Ada");
    Path clone = folder.resolve("clone");
    Git.run(folder, "clone", "-q", "--depth", "2", "file://" + folder, clone.toString());
    assertEquals(List.of("a.md"), List.copyOf(history(clone).keySet()));
  }

  @Test
  void whatLedToACommitIsReadOnce() throws IOException {
    Git.run(folder, "init", "-q", "-b", "main");
    Git.write(folder.resolve("a.md"), "one");
    commit("Zoe");
    Map<String, FileHistory> before = history(folder);
    assertEquals(1, before.size());
    Path objects = folder.resolve(".git/objects");
    Files.move(objects, folder.resolve("elsewhere"));
    Files.createDirectories(objects);
    assertEquals(Map.of(), SourceHistory.of(folder, Memory.NONE), "nothing can be read");
    assertEquals(before, remembered(folder));
  }
}
