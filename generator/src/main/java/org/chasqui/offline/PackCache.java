package org.chasqui.offline;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chasqui.diagnostic.RunStopped;

/** Packs that were made before, each under the fingerprint of what it was made of. */
final class PackCache {
  private static final Duration KEPT = Duration.ofHours(2);

  private final Path folder;
  private final Set<Path> used = ConcurrentHashMap.newKeySet();

  PackCache(Path folder) {
    this.folder = folder;
  }

  /**
   * A pack.
   *
   * @param file where it lies
   * @param bytes how big it is
   */
  record Kept(Path file, long bytes) {}

  /**
   * The pack of a fingerprint; made if it is not there.
   *
   * @param fill puts into it what belongs there
   */
  Kept file(String ending, String fingerprint, Consumer<Archive> fill) {
    Path file = folder.resolve(fingerprint + ending);
    used.add(file);
    try {
      if (!Files.isRegularFile(file)) {
        Archive archive = new Archive();
        fill.accept(archive);
        write(archive, file);
      }
      return new Kept(file, Files.size(file));
    } catch (IOException | UncheckedIOException e) {
      throw new RunStopped.Environment("Could not write " + file + ": " + e.getMessage() + ".", e);
    }
  }

  // Under a name of its own first: whoever is interrupted leaves no half of a pack.
  private void write(Archive archive, Path file) throws IOException {
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "part", ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        archive.writeTo(out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Removes packs that have not been asked for and are older than the newest by hours. */
  void tidy() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      FileTime newest = FileTime.fromMillis(0);
      for (Path file : files) {
        FileTime time = Files.getLastModifiedTime(file);
        newest = time.compareTo(newest) > 0 ? time : newest;
      }
      for (Path file : files) {
        FileTime time = Files.getLastModifiedTime(file);
        boolean old = time.toInstant().isBefore(newest.toInstant().minus(KEPT));
        if (old && !used.contains(file)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      return; // another run is tidying; nothing is lost
    }
  }
}
