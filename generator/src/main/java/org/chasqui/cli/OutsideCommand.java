package org.chasqui.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chasqui.diagnostic.RunStopped;

/** A command that the user gives, run by the machine's own shell. */
final class OutsideCommand {
  private OutsideCommand() {}

  /**
   * What a command says to a text.
   *
   * @param command the command, as one types it
   * @param folder where it is run
   * @param input what it reads
   * @return what it writes
   * @throws RunStopped.Usage if it fails
   */
  static String answer(String command, Path folder, String input) {
    try {
      // Files, not pipes: whichever side is slower, neither waits for the other.
      Path asked = Files.createTempFile("chasqui", ".jsonl");
      Path told = Files.createTempFile("chasqui", ".jsonl");
      try {
        Files.writeString(asked, input);
        int code =
            new ProcessBuilder(shell(command))
                .directory(folder.toFile())
                .redirectInput(asked.toFile())
                .redirectOutput(told.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (code != 0) {
          throw new RunStopped.Usage(
              "The command '" + command + "' ended with " + code + "; nothing was written.");
        }
        // Bytes that are no UTF-8 become a sign that the check finds.
        return new String(Files.readAllBytes(told), StandardCharsets.UTF_8).replace("\r\n", "\n");
      } finally {
        Files.deleteIfExists(asked);
        Files.deleteIfExists(told);
      }
    } catch (IOException e) {
      throw new RunStopped.Environment("The command could not be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunStopped.Environment("The command was interrupted.", e);
    }
  }

  private static List<String> shell(String command) {
    return Files.isExecutable(Path.of("/bin/sh"))
        ? List.of("/bin/sh", "-c", command)
        : List.of("cmd.exe", "/c", command);
  }
}
