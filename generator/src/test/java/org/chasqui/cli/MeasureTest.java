package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code build} tells about itself. */
class MeasureTest {
  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void site() {
    session = Session.withSite(folder);
  }

  private List<String> lines() {
    return Arrays.asList(session.out().split("\n"));
  }

  private boolean hasRow(String pattern) {
    return lines().stream().anyMatch(line -> line.matches(pattern));
  }

  @Test
  void timesOfStepsPagesAndTemplates() {
    assertEquals(0, session.run("build", "--timings"), session.err());
    assertTrue(hasRow("Rendering pages +\\d+\\.\\d +\\d+ %"), session.out());
    assertTrue(hasRow("All steps +\\d+\\.\\d"), session.out());
    assertTrue(hasRow("\\S+\\.md +\\d+\\.\\d +[12]"), session.out());
    assertTrue(hasRow("(page|post|list|home|episode) +\\d+\\.\\d +\\d+"), session.out());
    // Where there was nothing to do, that is what took the time.
    assertEquals(0, session.run("build", "--timings"), session.err());
    assertTrue(hasRow("Looking for changes +\\d+\\.\\d +100 %"), session.out());
    assertFalse(hasRow("Rendering pages .*"), session.out());
  }

  @Test
  void timesForPrograms() {
    assertEquals(0, session.run("build", "--timings", "--json"), session.err());
    String json = session.out();
    assertTrue(
        json.contains("\"step\":\"Reading the sources\"")
            || json.contains("\"step\": \"Reading the sources\""),
        json);
    assertTrue(json.contains("\"templates\""), json);
  }

  @Test
  void aRecordingIsKeptAndToldOf() throws Exception {
    assertEquals(0, session.run("build"), session.err());
    assertEquals(0, session.run("build", "--profile", "run.jfr"), session.err());
    assertTrue(Files.size(folder.resolve("run.jfr")) > 1000);
    assertTrue(session.out().contains("Where the time goes"), session.out());
    assertTrue(
        session.out().contains("The recording is in " + folder.resolve("run.jfr")), session.out());
    assertEquals(4, session.run("build", "--profile", "no/such/folder/run.jfr"), session.out());
    assertTrue(session.err().contains("Could not write"), session.err());
  }
}
