package org.chasqui.kernels;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * A Python that has Jupyter's client, with the kernels it can start.
 *
 * @param program the Python
 * @param version Python's version
 * @param client the version of nbclient
 * @param kernels the names of the kernels
 */
public record JupyterPython(Path program, String version, String client, Set<String> kernels) {
  private static final long PATIENCE_SECONDS = 30;

  /** Copies, so that nobody can change it. */
  public JupyterPython {
    kernels = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(kernels));
  }

  /** The first of some Pythons that has Jupyter's client. Starts each to ask. */
  public static Optional<JupyterPython> find(List<Path> candidates) {
    return candidates.stream().map(JupyterPython::ask).flatMap(Optional::stream).findFirst();
  }

  private static Optional<JupyterPython> ask(Path program) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "-", "--probe")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (var in = process.getOutputStream()) {
        in.write(Driver.script().getBytes(StandardCharsets.UTF_8));
      }
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return Wire.parse(answer).filter(node -> node.has("nbclient")).map(node -> of(program, node));
    } catch (IOException e) {
      return Optional.empty(); // no such program, or none that reads what we say
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static JupyterPython of(Path program, JsonNode node) {
    Set<String> kernels = new TreeSet<>();
    node.path("kernels").forEach(kernel -> kernels.add(kernel.asString("")));
    return new JupyterPython(
        program, node.path("python").asString(""), node.path("nbclient").asString(""), kernels);
  }
}
