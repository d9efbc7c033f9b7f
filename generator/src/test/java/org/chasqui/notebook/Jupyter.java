package org.chasqui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private record Result(int status, String output) {}

  private static Result run(String program, String... arguments) {
    try {
      Path script = Files.createTempFile("chasqui", ".py");
      Files.writeString(script, program);
      java.util.List<String> command = new java.util.ArrayList<>();
      command.add(PYTHON.toString());
      command.add(script.toString());
      command.addAll(java.util.List.of(arguments));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      Files.delete(script);
      return new Result(status, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
