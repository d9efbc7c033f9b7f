package org.chasqui.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs other programs ({@code gpg}, {@code git credential}) without ever waiting for a person. */
final class Programs {
  private Programs() {}

  /**
   * What a program said.
   *
   * @param code its exit code; -1 if it took too long
   * @param out its output
   * @param err what else it said
   */
  record Said(int code, byte[] out, String err) {}

  /** Runs it with an input, until a deadline. */
  static Said run(List<String> command, byte[] input, Deadline deadline) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    List.of("GIT_ASKPASS", "SSH_ASKPASS").forEach(builder.environment()::remove);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Thread readsOut = copy(process.getInputStream(), out);
    Thread readsErr = copy(process.getErrorStream(), err);
    try {
      try (OutputStream in = process.getOutputStream()) {
        in.write(input);
      } catch (IOException e) {
        // It did not want to read all of it; what it says counts.
      }
      if (!process.waitFor(deadline.left().toMillis(), TimeUnit.MILLISECONDS)) {
        return new Said(-1, new byte[0], "It took too long.");
      }
      readsOut.join();
      readsErr.join();
      return new Said(
          process.exitValue(), out.toByteArray(), err.toString(StandardCharsets.UTF_8).strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Said(-1, new byte[0], "It took too long.");
    } finally {
      process.destroyForcibly();
    }
  }

  private static Thread copy(InputStream from, ByteArrayOutputStream to) {
    Thread thread =
        new Thread(
            () -> {
              try (from) {
                from.transferTo(to);
              } catch (IOException e) {
                // The program has gone.
              }
            },
            "chasqui-program");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
