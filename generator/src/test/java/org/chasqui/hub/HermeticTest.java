package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever runs it, with whatever configuration of git: the same result, and nothing in HOME. */
class HermeticTest {
  @TempDir Path folder;

  /** Publishes in a process of its own and tells the commit. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      Path site = Path.of(args[0]);
      HubOutcome first =
          Hubs.push(site, Hubs.content(Hubs.embedded("h"), "a.ipynb", Hubs.notebook("x")));
      HubOutcome second =
          Hubs.push(
              site, Hubs.content(Hubs.at("r", Path.of(args[1])), "a.ipynb", Hubs.notebook("x")));
      SourceRevisions.of(site, Hubs.FIRST.time());
      System.out.println(commit(first) + " " + commit(second));
    }

    private static String commit(HubOutcome outcome) {
      return ((HubOutcome.Published) outcome).commit();
    }
  }

  @Test
  @DisplayName("G28 F45 a hostile home changes nothing")
  void aHostileHomeChangesNothing() throws Exception {
    Git.needed();
    Path home = folder.resolve("home");
    Git.write(
        home.resolve(".gitconfig"),
        """
        [user]
          name = Mallory
        [core]
          autocrlf = true
          hooksPath = /nonexistent
          fileMode = false
        [commit]
          gpgSign = true
        [init]
          defaultBranch = evil
        [url "https://evil.invalid/"]
          insteadOf = file://
        [http]
          proxy = http://evil.invalid:1
        [broken
        """);
    Git.write(home.resolve(".config/git/config"), "[broken\n");
    List<String> before = files(home);

    String hostile = run(folder.resolve("one"), home, "tr", "Pacific/Auckland");
    assertEquals(before, files(home));
    String plain = run(folder.resolve("two"), folder.resolve("nowhere"), "en", "UTC");
    assertEquals(plain, hostile);
  }

  private String run(Path place, Path home, String language, String zone) throws Exception {
    Path remote = Git.bare(place.resolve("remote.git"));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
            java.toString(),
            "-Duser.home=" + home,
            "-Duser.language=" + language,
            "-Duser.timezone=" + zone,
            "-cp",
            classPath(),
            Program.class.getName(),
            place.resolve("site").toString(),
            remote.toString());
    builder.environment().put("HOME", home.toString());
    builder.environment().put("XDG_CONFIG_HOME", home.resolve(".config").toString());
    builder.environment().put("GIT_DIR", "/nonexistent");
    builder.environment().put("GIT_COMMITTER_NAME", "Mallory");
    Path out = folder.resolve("out" + place.getFileName());
    builder.redirectErrorStream(true).redirectOutput(out.toFile());
    Process process = builder.start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), Git.read(out));
    return Git.read(out);
  }

  // Whoever runs the tests may keep their classes in a loader instead.
  private static String classPath() {
    return Program.class.getClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs())
            .map(url -> Path.of(URI.create(url.toString())).toString())
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(f -> f + " " + f.toFile().lastModified()).sorted().toList();
    }
  }
}
