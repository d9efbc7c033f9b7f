package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chasqui.site.Hub;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner's nbgitpuller makes of our publications. */
@DisplayName("G9 F63 what a learner's nbgitpuller makes of our publications")
class LearnerTest {
  @TempDir Path folder;
  private Path site;
  private Path home;
  private final Hub hub = Hubs.embedded("potosi");

  @BeforeEach
  void place() {
    Git.needed();
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/gitpuller")), "NEEDS: python3-nbgitpuller");
    site = folder.resolve("site");
    home = folder.resolve("home/lessons");
    Git.mkdirs(folder.resolve("home"));
  }

  private void publish(String... pathsAndTexts) {
    assertTrue(Hubs.push(site, Hubs.content(hub, pathsAndTexts), Hubs.SECOND).fine());
  }

  private void pull() {
    Path repository = site.resolve(".chasqui/hubs/potosi.git");
    Git.Said said =
        Git.program(
            folder.resolve("home"),
            List.of("gitpuller", repository.toUri().toString(), "main", home.toString()));
    assertEquals(0, said.code(), said.out());
  }

  @Test
  void whatTheLearnerWroteAndWhatWePublishedAreBothThere() {
    publish("es/a/01-x.ipynb", Hubs.notebook("uno", "dos", "tres", "cuatro", "cinco"));
    pull();
    Path notebook = home.resolve("es/a/01-x.ipynb");
    Git.write(notebook, Git.read(notebook).replace("\"uno\"", "\"mi respuesta\""));
    Git.write(home.resolve("es/a/notas.txt"), "mías\n");

    publish(
        "es/a/01-x.ipynb", Hubs.notebook("uno", "dos", "tres", "cuatro", "cinco corregido"),
        "es/a/02-y.ipynb", Hubs.notebook("nuevo"));
    pull();

    String merged = Git.read(notebook);
    assertTrue(merged.contains("mi respuesta") && merged.contains("cinco corregido"), merged);
    assertTrue(Files.exists(home.resolve("es/a/02-y.ipynb")));
    assertEquals("mías\n", Git.read(home.resolve("es/a/notas.txt")));
  }

  @Test
  void aWithdrawnNotebookNeverLeavesALearnerStuck() throws Exception {
    publish("es/a.ipynb", Hubs.notebook("a"), "es/b.ipynb", Hubs.notebook("b", "b2"));
    pull();
    Files.delete(home.resolve("es/a.ipynb"));
    Git.write(
        home.resolve("es/b.ipynb"), Git.read(home.resolve("es/b.ipynb")).replace("b2", "mío"));

    publish("es/c.ipynb", Hubs.notebook("c"));
    pull();
    publish("es/c.ipynb", Hubs.notebook("c corregido"));
    pull();

    assertTrue(Git.read(home.resolve("es/b.ipynb")).contains("mío"));
    assertTrue(Git.read(home.resolve("es/c.ipynb")).contains("corregido"));
  }
}
