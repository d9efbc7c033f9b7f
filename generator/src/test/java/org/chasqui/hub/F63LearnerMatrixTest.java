package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chasqui.site.Hub;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that a learner may have done to the files, beside everything that we may publish, all
 * in one home, pulled by nbgitpuller as Debian has it.
 */
@Tag("slow")
class F63LearnerMatrixTest {
  @TempDir Path folder;
  private Path site;
  private Path home;
  private final Map<String, String> wanted = new TreeMap<>();

  @BeforeEach
  void place() {
    Git.needed();
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/gitpuller")), "NEEDS: python3-nbgitpuller");
    site = folder.resolve("site");
    home = folder.resolve("home/lessons");
    Git.mkdirs(folder.resolve("home"));
  }

  private static Hub hub(String branch) {
    return Hubs.hub(
        "potosi", new Hub.Repository.Embedded(), branch, "", org.chasqui.site.Hub.Status.ACTIVE);
  }

  private void publish(String branch) {
    assertTrue(Hubs.push(site, Hubs.content(hub(branch), wanted), Hubs.SECOND).fine());
  }

  private void pull(String branch, Path into) {
    Path repository = site.resolve(".chasqui/hubs/potosi.git");
    Git.Said said =
        Git.program(
            folder.resolve("home"),
            List.of("gitpuller", repository.toUri().toString(), branch, into.toString()));
    assertEquals(0, said.code(), said.out());
  }

  private static String five(String fourth) {
    return Hubs.notebook("one", "two", "three", fourth, "five");
  }

  private Path mine(String name) {
    return home.resolve("es/" + name);
  }

  private void write(String name, String text) {
    Git.write(mine(name), text);
  }

  private String read(String name) {
    return Git.read(mine(name));
  }

  // All that begins with a name, for nbgitpuller moves what is in its way to NAME__TIME.
  private List<String> called(String start) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(home.resolve("es"))) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().startsWith(start)) {
          texts.add(Git.read(file));
        }
      }
    }
    return texts;
  }

  @Test
  @DisplayName("G9 G16 F63 whatever learners did, they can pull, and keep what they wrote")
  void matrix() throws IOException {
    for (String name :
        List.of("elsewhere", "same", "deleted", "gone", "edited", "old-gone", "old-new", "old")) {
      wanted.put("es/" + name + ".ipynb", five("four"));
    }
    wanted.put("es/table.csv", "a,b\n1,2\n");
    wanted.put("es/restored.ipynb", five("four"));
    publish("main");
    pull("main", home);

    // What the learner does: rows 1 to 14, 21 and 37 to 39 of the matrix.
    write("elsewhere.ipynb", read("elsewhere.ipynb").replace("\"one\"", "\"mine\""));
    write("same.ipynb", read("same.ipynb").replace("\"four\"", "\"mine\""));
    for (String name : List.of("deleted", "gone", "old-gone", "restored")) {
      Files.delete(mine(name + ".ipynb"));
    }
    write("edited.ipynb", read("edited.ipynb").replace("\"one\"", "\"mine\""));
    write("old.ipynb", read("old.ipynb").replace("\"one\"", "\"mine\""));
    write("table.csv", "a,b\n1,mine\n");
    write("fresh.ipynb", "my own notebook\n");
    write("new-new.ipynb", "my own, too\n");
    write("notes.txt", "mine\n");

    // What we publish: edits, withdrawals, renames (a stub and a new file), new files.
    for (String name : List.of("elsewhere", "same", "deleted")) {
      wanted.put("es/" + name + ".ipynb", five("four, mended"));
    }
    wanted.put("es/table.csv", "a,b\n1,3\n");
    for (String name : List.of("gone", "edited", "old-gone", "old-new", "old")) {
      wanted.remove("es/" + name + ".ipynb");
    }
    for (String name : List.of("new-gone", "new-new", "new", "fresh")) {
      wanted.put("es/" + name + ".ipynb", five("four, in its new place"));
    }
    publish("main");
    pull("main", home);
    check();

    // And the next time, which is where a learner who is stuck finds out.
    wanted.put("es/elsewhere.ipynb", five("four, mended again"));
    publish("main");
    pull("main", home);
    assertTrue(read("elsewhere.ipynb").contains("mended again"), read("elsewhere.ipynb"));
    check();
  }

  private void check() throws IOException {
    assertTrue(read("elsewhere.ipynb").contains("mine"), "01");
    assertTrue(read("elsewhere.ipynb").contains("four, mended"), "01");
    assertTrue(read("same.ipynb").contains("mine"), "02 the learner wins");
    assertTrue(read("deleted.ipynb").contains("four, mended"), "03 what was deleted comes back");
    assertTrue(read("restored.ipynb").contains("four"), "04");
    assertTrue(read("edited.ipynb").contains("mine"), "13, 14 edited, withdrawn");
    assertTrue(read("table.csv").contains("mine"), "21");
    assertTrue(called("fresh").contains("my own notebook\n"), "05 moved aside");
    assertTrue(called("fresh").contains(five("four, in its new place")), "05");
    assertTrue(Files.exists(mine("new-gone.ipynb")), "37");
    assertTrue(called("new-new").contains("my own, too\n"), "38");
    assertTrue(called("new-new").contains(five("four, in its new place")), "38");
    assertTrue(read("old.ipynb").contains("mine"), "39");
    assertTrue(read("new.ipynb").contains("in its new place"), "39");
    assertEquals("mine\n", read("notes.txt"));
    for (String name : List.of("gone", "edited", "old-gone", "old-new", "old")) {
      assertTrue(Files.exists(mine(name + ".ipynb")), "10, 37 a stub for " + name);
    }
    assertFalse(Files.exists(home.resolve(".git/MERGE_HEAD")));
  }

  @Test
  @DisplayName("G17 F63 a branch with a slash, and a second folder for another branch")
  void branches() {
    wanted.put("es/a.ipynb", five("four"));
    publish("main");
    pull("main", home);
    publish("courses/2026");
    pull("courses/2026", folder.resolve("home/courses"));
    wanted.put("es/a.ipynb", five("four, mended"));
    publish("courses/2026");
    pull("courses/2026", folder.resolve("home/courses"));
    assertEquals(five("four, mended"), Git.read(folder.resolve("home/courses/es/a.ipynb")));
    pull("main", home);
    assertEquals(five("four"), read("a.ipynb"));
  }
}
