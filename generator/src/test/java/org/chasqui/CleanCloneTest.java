package org.chasqui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises a newcomer: two commands in a fresh clone. */
@Tag("slow")
@Timeout(value = 45, unit = TimeUnit.MINUTES)
class CleanCloneTest {
  /** Set in the inner run, which must not clone itself again. */
  private static final String INNER = "chasqui.inner";

  private static final Path ROOT =
      Path.of(System.getProperty("chasqui.root", "..")).toAbsolutePath().normalize();

  @TempDir Path temp;

  @Test
  void theTwoCommandsOfTheReadmeWork() throws Exception {
    assumeFalse(Boolean.getBoolean(INNER), "this is the inner run");
    assumeTrue(Files.exists(ROOT.resolve(".git")), "not a git working copy");
    assumeTrue(onPath("git"), "NEEDS: git");
    String readme = Files.readString(ROOT.resolve("README.md"));
    assertTrue(readme.contains("\n./chasqui publish ") && readme.contains("\n./mvnw verify "));

    Path clone = temp.resolve("clone");
    run(temp, "git", "clone", "-q", "--no-hardlinks", ROOT.toString(), clone.toString());
    String first = run(clone, "./chasqui", "publish");
    assertTrue(first.contains("HUB "), first);
    for (String page : List.of("index.html", "es/index.html", "fr/index.html")) {
      assertTrue(Files.isRegularFile(clone.resolve("public").resolve(page)), page);
    }
    List<Path> hubs = hubs(clone);
    assertTrue(hubs.size() >= 4, hubs.toString());
    for (Path hub : hubs) {
      run(temp, "git", "-C", hub.toString(), "fsck", "--strict", "--full");
    }
    String tips = tips(hubs);
    String second = run(clone, "./chasqui", "publish");
    assertTrue(second.contains("nothing has changed"), second);
    assertEquals(tips, tips(hubs));
    assertEquals("", run(clone, "git", "status", "--porcelain"));

    run(clone, "./mvnw", "-B", "verify", "-D" + INNER + "=true");
  }

  private static List<Path> hubs(Path clone) throws IOException {
    try (Stream<Path> hubs = Files.list(clone.resolve(".chasqui/hubs"))) {
      return hubs.filter(hub -> hub.toString().endsWith(".git")).sorted().toList();
    }
  }

  private String tips(List<Path> hubs) throws Exception {
    StringBuilder tips = new StringBuilder();
    for (Path hub : hubs) {
      tips.append(run(temp, "git", "-C", hub.toString(), "for-each-ref"));
    }
    return tips.toString();
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private String run(Path folder, String... command) throws Exception {
    Path log = Files.createTempFile(temp, "log", "");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(30, TimeUnit.MINUTES);
    process.destroyForcibly();
    String said = Files.readString(log);
    assertTrue(ended, String.join(" ", command) + " hangs:\n" + said);
    assertEquals(0, process.exitValue(), String.join(" ", command) + ":\n" + said);
    return said;
  }
}
