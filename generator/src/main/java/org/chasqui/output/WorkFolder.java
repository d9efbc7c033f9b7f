package org.chasqui.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder beside an output, named {@code .NAME.chasqui}, in which a write prepares: {@code new}
 * is the tree being made, {@code old} the tree being replaced, {@code trash} what is being deleted,
 * {@code patch} which files of {@code new} replace single ones. One write at a time has it.
 */
final class WorkFolder implements AutoCloseable {
  private static final int ATTEMPTS = 5;
  private static final String NEW = "new";
  private static final String PATCH = "patch";

  private final Path target;
  private final Path folder;
  private final FileChannel channel;

  private WorkFolder(Path target, Path folder, FileChannel channel) {
    this.target = target;
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the folder of an output, and clears up after a write that was interrupted.
   *
   * @throws IOException if another write has it
   */
  static WorkFolder open(Path target) throws IOException {
    Path folder = of(target);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Files.createDirectories(folder);
      Path lockFile = folder.resolve("lock");
      FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      WorkFolder work = new WorkFolder(target, folder, channel);
      if (!work.lock()) {
        channel.close();
        throw new IOException("another run is writing it just now; wait until that has ended");
      }
      // Whoever had it before may have deleted the lock between our opening and our locking it.
      if (Files.exists(lockFile)) {
        return work.recovered();
      }
      channel.close();
    }
    throw new IOException("other runs keep writing it");
  }

  /** Whether a write of an output was interrupted. */
  static boolean isInterrupted(Path target) {
    return Files.exists(of(target).resolve(PATCH));
  }

  private static Path of(Path target) {
    return target.resolveSibling("." + target.getFileName() + ".chasqui");
  }

  private boolean lock() throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private WorkFolder recovered() throws IOException {
    try {
      recover();
      return this;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private void recover() throws IOException {
    Path old = folder.resolve("old");
    if (Files.isDirectory(old) && !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(old, target);
    }
    finish();
    clear();
  }

  /** Changes a few files, all of which lie in {@link #fresh} under the names that it gives. */
  void patch(Patch patch) throws IOException {
    patch.decide(folder.resolve(PATCH));
    finish();
  }

  private void finish() throws IOException {
    Path list = folder.resolve(PATCH);
    if (Files.isRegularFile(list)) {
      if (Files.isDirectory(target)) {
        Patch.read(list).apply(folder.resolve(NEW), target);
      }
      Files.delete(list);
    }
  }

  /** A new, empty folder to make the tree in. */
  Path fresh() throws IOException {
    return Files.createDirectory(folder.resolve(NEW));
  }

  /** Puts the new tree in the place of the old one. */
  void swap() throws IOException {
    Path old = folder.resolve("old");
    boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (there) {
      Files.move(target, old);
    }
    try {
      Files.move(folder.resolve(NEW), target);
    } catch (IOException e) {
      if (there) {
        Files.move(old, target);
      }
      throw e;
    }
  }

  /** Deletes what is left and lets the next write in. */
  @Override
  public void close() throws IOException {
    try {
      // What could not be ended is left for the next write.
      if (!isInterrupted(target)) {
        clear();
        deleteLock();
      }
    } finally {
      channel.close();
    }
  }

  // Some systems do not delete an open file; an empty lock that stays does no harm.
  private void deleteLock() {
    try {
      Files.deleteIfExists(folder.resolve("lock"));
      Files.deleteIfExists(folder);
    } catch (IOException stays) {
      return;
    }
  }

  // Renamed first: a tree that is half deleted must never be taken for one to be put back.
  private void clear() throws IOException {
    Path trash = folder.resolve("trash");
    delete(trash);
    delete(folder.resolve(NEW));
    Files.deleteIfExists(folder.resolve(PATCH + ".half"));
    Path old = folder.resolve("old");
    if (Files.exists(old, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(old, trash);
      delete(trash);
    }
  }

  // On all processors, for a tree of ten thousand pages is ten thousand folders.
  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(tree, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(tree);
      return;
    }
    List<Path> inside;
    try (Stream<Path> all = Files.list(tree)) {
      inside = all.toList();
    }
    InParallel.each(inside, WorkFolder::delete);
    Files.delete(tree);
  }
}
