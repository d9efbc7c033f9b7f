package org.chasqui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The Python of the system, which has Jupyter's libraries as Debian packages them. */
final class Jupyter {
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  private Jupyter() {}

  /** Goes on only where a Python module is installed. */
  static void needs(String module, String debianPackage) {
    boolean there = Files.isExecutable(PYTHON) && run("import " + module).status == 0;
    Assumptions.assumeTrue(there, "NEEDS: Debian package " + debianPackage);
  }

  /** What a program prints; fails the test if the program fails. */
  static String python(String program, String... arguments) {
    Assumptions.assumeTrue(Files.isExecutable(PYTHON), "NEEDS: Debian package python3");
    Result result = run(program, arguments);
    assertEquals(0, result.status, result.output);
    return result.output;
  }

  /** Runs a program in a folder, away from the user's configuration; fails if it fails. */
  static void program(Path folder, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    Result result = run(builder);
    assertEquals(0, result.status, () -> command + ": " + result.output);
  }

  private record Result(int status, String output) {}

  private static Result run(String program, String... arguments) {
    try {
      Path script = Files.createTempFile("chasqui", ".py");
      Files.writeString(script, program);
      List<String> command = new ArrayList<>(List.of(PYTHON.toString(), script.toString()));
      command.addAll(List.of(arguments));
      Result result = run(new ProcessBuilder(command));
      Files.delete(script);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Result run(ProcessBuilder builder) {
    try {
      Process process = builder.redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
