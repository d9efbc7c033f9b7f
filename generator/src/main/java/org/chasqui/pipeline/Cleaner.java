package org.chasqui.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.output.OutputWriter;
import org.chasqui.output.SingleFiles;

/** Removes what Chasqui made. */
public final class Cleaner {
  private static final String HUBS = "hubs";

  private Cleaner() {}

  /**
   * Removes the output folder and what {@code .chasqui} holds, but for the embedded hub
   * repositories: those hold what was published.
   *
   * @param siteFolder the site's folder
   * @param out the output folder
   * @param hubs whether the hub repositories go too
   * @return what was removed
   * @throws RunStopped.Usage if the output folder is not one that Chasqui wrote
   */
  public static List<Path> clean(Path siteFolder, Path out, boolean hubs) {
    List<Path> removed = new ArrayList<>();
    try {
      if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
        // Whose folder it is, only the writer knows; it refuses what is not ours.
        OutputWriter.write(out, List.of(), List.of(siteFolder), () -> {});
        SingleFiles.remove(out);
        removed.add(out);
      }
      for (Path entry : caches(siteFolder.resolve(".chasqui"), hubs)) {
        SingleFiles.remove(entry);
        removed.add(entry);
      }
    } catch (IOException e) {
      throw new RunStopped.Environment("Could not remove everything: " + e.getMessage(), e);
    }
    return removed;
  }

  private static List<Path> caches(Path folder, boolean hubs) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> hubs || !entry.getFileName().toString().equals(HUBS))
          .sorted()
          .toList();
    }
  }
}
