package org.chasqui.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.site.OutputFile;

/** Starts a folder of sources that people will go on with: only where nothing is yet. */
public final class NewTree {
  private NewTree() {}

  /**
   * Refuses a folder that cannot be started.
   *
   * @throws RunStopped.Usage if it is a file or holds anything
   */
  public static void refuseExisting(Path folder) {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isEmpty()) {
          return;
        }
      } catch (IOException e) {
        throw new RunStopped.Environment("Cannot list " + folder + ": " + e, e);
      }
      throw new RunStopped.Usage(
          folder + " is not empty; nothing was changed. Name another folder with --to DIR.");
    }
    if (Files.exists(folder)) {
      throw new RunStopped.Usage(folder + " is a file; nothing was changed.");
    }
  }

  /**
   * Writes files into a folder that is empty or not there yet. Never overwrites.
   *
   * @throws RunStopped.Usage if it is neither
   * @throws RunStopped.Environment if the disk says no; what was written until then stays
   */
  public static void write(Path folder, List<OutputFile> files) {
    refuseExisting(folder);
    try {
      for (OutputFile file : files) {
        Path to = folder.resolve(file.path().value());
        Files.createDirectories(to.getParent());
        if (file instanceof OutputFile.Copy copy) {
          Files.copy(copy.from(), to);
        } else if (file instanceof OutputFile.Text text) {
          Files.writeString(to, text.content(), StandardOpenOption.CREATE_NEW);
        }
      }
    } catch (IOException e) {
      throw new RunStopped.Environment("Could not write below " + folder + ": " + e, e);
    }
  }
}
