package org.chasqui.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs other programs, away from the configuration of whoever runs the tests. */
final class Tools {
  static final String PYTHON = "/usr/bin/python3";

  private Tools() {}

  /** Skips a test, loudly, where a program is missing. */
  static void need(String... programs) {
    for (String program : programs) {
      boolean there =
          Files.isExecutable(Path.of(program)) || Files.isExecutable(Path.of("/usr/bin", program));
      Assumptions.assumeTrue(there, "NEEDS: " + program);
    }
  }

  /** Skips a test, loudly, where a Python module is missing. */
  static void needPython(String... modules) {
    need(PYTHON);
    for (String module : modules) {
      int code = start(Path.of("/"), List.of(PYTHON, "-c", "import " + module)).code();
      Assumptions.assumeTrue(code == 0, "NEEDS: python3-" + module);
    }
  }

  /** What a program said, and its exit code. */
  record Said(int code, String out) {}

  /** Runs a program in a folder; fails if it fails. Its output, without white space around it. */
  static String run(Path folder, String... command) {
    Said said = start(folder, List.of(command));
    if (said.code() != 0) {
      throw new AssertionError(List.of(command) + " in " + folder + " said:\n" + said.out());
    }
    return said.out().strip();
  }

  static String git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    return run(folder, command.toArray(String[]::new));
  }

  static Said start(Path folder, List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
      builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
      for (String who : List.of("AUTHOR", "COMMITTER")) {
        builder.environment().put("GIT_" + who + "_NAME", "Learner");
        builder.environment().put("GIT_" + who + "_EMAIL", "learner@hub.example");
      }
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(4, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(command + " takes too long");
      }
      return new Said(process.exitValue(), out);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(command.toString(), e);
    }
  }
}
