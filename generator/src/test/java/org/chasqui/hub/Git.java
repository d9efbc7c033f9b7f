package org.chasqui.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs the real git, and other programs, away from the configuration of whoever runs the tests. */
final class Git {
  private Git() {}

  /** What a program said. */
  record Said(int code, String out) {}

  static void needed() {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/git")), "NEEDS: git");
  }

  /** Runs git in a folder; fails if git does. Its output, without white space around it. */
  static String run(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Said said = program(folder, command);
    if (said.code() != 0) {
      throw new AssertionError(command + " in " + folder + " said:\n" + said.out());
    }
    return said.out().strip();
  }

  static Said program(Path folder, List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
      builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
      builder.environment().put("GIT_AUTHOR_NAME", "Hub Keeper");
      builder.environment().put("GIT_AUTHOR_EMAIL", "keeper@hub.example");
      builder.environment().put("GIT_COMMITTER_NAME", "Hub Keeper");
      builder.environment().put("GIT_COMMITTER_EMAIL", "keeper@hub.example");
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " takes too long");
      }
      return new Said(process.exitValue(), out);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(command.toString(), e);
    }
  }

  /** A bare repository in a folder. */
  static Path bare(Path folder) {
    mkdirs(folder);
    run(folder, "init", "-q", "--bare", "-b", "main", ".");
    return folder;
  }

  static Path clone(Path from, Path to) {
    mkdirs(to.getParent());
    run(to.getParent(), "clone", "-q", from.toUri().toString(), to.toString());
    return to;
  }

  /** Somebody on the hub's side commits and pushes whatever a clone holds. */
  static String commitAndPush(Path clone, String message) {
    run(clone, "add", "-A", "-f");
    run(clone, "commit", "-q", "-m", message);
    run(clone, "push", "-q", "origin", "HEAD:main");
    return run(clone, "rev-parse", "HEAD");
  }

  static void write(Path file, String text) {
    try {
      mkdirs(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static void mkdirs(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Fails unless git finds nothing wrong in a repository, and nothing half-done is left in it. */
  static void assertSound(Path repository) {
    String said = run(repository, "fsck", "--strict", "--full");
    if (said.contains("error") || said.contains("missing") || said.contains("warning")) {
      throw new AssertionError(said);
    }
    try (var files = Files.walk(repository)) {
      List<Path> left =
          files
              .filter(
                  f ->
                      f.getFileName()
                          .toString()
                          .matches("tmp_.*|incoming-.*|.*\\.lock|noz.*|insert_.*|\\.new-.*"))
              .toList();
      if (!left.isEmpty()) {
        throw new AssertionError("left behind: " + left);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
