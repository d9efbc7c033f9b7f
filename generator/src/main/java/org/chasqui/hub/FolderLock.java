package org.chasqui.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A folder that one user at a time has for itself, in this process or another. Whoever comes second
 * gets a temporary one beside it, which goes away with its user.
 */
final class FolderLock implements AutoCloseable {
  private final Path folder;
  private final @Nullable FileChannel lock;

  private FolderLock(Path folder, @Nullable FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Takes a folder, or a temporary one. Neither need be there yet. */
  static FolderLock of(Path wanted) throws IOException {
    Path parent = Objects.requireNonNull(wanted.getParent());
    Files.createDirectories(parent);
    FileChannel lock = lock(parent.resolve(wanted.getFileName() + ".lock"));
    return lock == null
        ? new FolderLock(Files.createTempDirectory(parent, ".temporary-"), null)
        : new FolderLock(wanted, lock);
  }

  private static @Nullable FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock held = channel.tryLock();
      if (held != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Somebody else in this process holds it.
    }
    channel.close();
    return null;
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    if (lock == null) {
      LocalRemote.delete(folder);
      return;
    }
    try {
      lock.close();
    } catch (IOException e) {
      // The process's end releases it.
    }
  }
}
