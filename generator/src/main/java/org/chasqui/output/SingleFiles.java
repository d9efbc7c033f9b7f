package org.chasqui.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.diagnostic.RunStopped;

/**
 * Changes single files among those that people wrote: catalogues that are brought up to date, pages
 * that are started.
 */
public final class SingleFiles {
  private SingleFiles() {}

  /**
   * Gives files a new content. Each is either as before or new, whatever happens.
   *
   * @param root the folder the paths are relative to
   * @param contents the new text of each, by path with {@code /}
   * @throws RunStopped.Environment if the disk says no; files before that one, by path, are new
   */
  public static void replace(Path root, Map<String, String> contents) {
    contents.forEach(
        (path, content) -> replace(root.resolve(path), content.getBytes(StandardCharsets.UTF_8)));
  }

  /** The same with files of any bytes. */
  public static void put(Path root, Map<String, byte[]> contents) {
    contents.forEach((path, content) -> replace(root.resolve(path), content));
  }

  /** What a file is filled with. */
  public interface Filling {
    /** Writes all of it. */
    void into(OutputStream out) throws IOException;
  }

  /**
   * Makes a file, or gives it a new content, that need not be in memory as a whole.
   *
   * @throws RunStopped.Environment if the disk says no; the file is as it was
   */
  public static void fill(Path file, Filling filling) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path work = Files.createTempFile(folder, ".", ".new");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(work))) {
          filling.into(out);
        }
        Files.move(work, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(work);
      }
    } catch (IOException e) {
      throw environment("write", file, e);
    }
  }

  private static void replace(Path file, byte[] content) {
    try {
      Path real = Files.isSymbolicLink(file) ? file.toRealPath() : file;
      Files.createDirectories(real.getParent());
      Path work = Files.createTempFile(real.getParent(), ".", ".new");
      try {
        Files.write(work, content);
        if (Files.exists(real)) {
          keepPermissions(real, work);
        } else {
          Files.delete(work);
          Files.write(work, content, StandardOpenOption.CREATE_NEW);
        }
        Files.move(work, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(work);
      }
    } catch (IOException e) {
      throw environment("write", file, e);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    try {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    } catch (UnsupportedOperationException noSuchThingHere) {
      return;
    }
  }

  /**
   * Makes a file that is not there yet.
   *
   * @throws RunStopped.Usage if it is there
   * @throws RunStopped.Environment if the disk says no
   */
  public static void create(Path file, String content) {
    create(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Makes a file that is not there yet.
   *
   * @throws RunStopped.Usage if it is there
   * @throws RunStopped.Environment if the disk says no
   */
  public static void create(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new RunStopped.Usage(e.getFile() + " is there already; nothing was changed.");
    } catch (IOException e) {
      throw environment("write", file, e);
    }
  }

  /**
   * Removes a file, or a folder with all that is in it. Links are removed, not followed.
   *
   * @throws RunStopped.Environment if the disk says no
   */
  public static void remove(Path tree) {
    if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      throw environment("remove", tree, e);
    }
  }

  private static RunStopped environment(String what, Path file, Exception e) {
    return new RunStopped.Environment("Could not " + what + " " + file + ": " + e, e);
  }
}
