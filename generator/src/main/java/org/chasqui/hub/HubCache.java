package org.chasqui.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A partial copy of a repository on a server, kept from run to run to save traffic. Nothing depends
 * on it: a broken or bloated one is thrown away. One run uses it at a time; another gets a copy of
 * its own that goes away with it.
 */
final class HubCache implements AutoCloseable {
  private static final int MOST_PACKS = 50;
  private static final int MOST_LOOSE = 60;

  private final Path folder;
  private final boolean temporary;
  private final @Nullable FileChannel lock;
  private @Nullable Repository open;

  private HubCache(Path folder, boolean temporary, @Nullable FileChannel lock) {
    this.folder = folder;
    this.temporary = temporary;
    this.lock = lock;
  }

  /** The cache in a folder, or a temporary one beside it while somebody else uses that. */
  static HubCache of(Path folder) throws IOException {
    Path parent = Objects.requireNonNull(folder.getParent());
    Files.createDirectories(parent);
    FileChannel lock = lock(parent.resolve(folder.getFileName() + ".lock"));
    return lock == null
        ? new HubCache(Files.createTempDirectory(parent, ".temporary-"), true, null)
        : new HubCache(folder, false, lock);
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

  /** The repository, made if it is missing, unreadable or bloated. */
  Repository repository() throws IOException {
    Repository repository = open;
    if (repository == null) {
      if (isBloated()) {
        LocalRemote.delete(folder);
      }
      repository = make();
      open = repository;
    }
    return repository;
  }

  private Repository make() throws IOException {
    try {
      return initialise();
    } catch (IOException | IllegalArgumentException e) {
      LocalRemote.delete(folder);
      return initialise();
    }
  }

  private Repository initialise() throws IOException {
    Repository made = new FileRepositoryBuilder().setBare().setGitDir(folder.toFile()).build();
    if (!made.getObjectDatabase().exists() || made.exactRef("HEAD") == null) {
      made.create(true);
    }
    return made;
  }

  private boolean isBloated() throws IOException {
    return count(folder.resolve("objects/pack")) > MOST_PACKS
        || count(folder.resolve("objects/17")) > MOST_LOOSE;
  }

  private static long count(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  /** Throws it away; the next question makes a fresh one. */
  void forget() {
    closeRepository();
    LocalRemote.delete(folder);
  }

  private void closeRepository() {
    Repository repository = open;
    if (repository != null) {
      repository.close();
      open = null;
    }
  }

  @Override
  public void close() {
    closeRepository();
    if (temporary) {
      LocalRemote.delete(folder);
    }
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      // The process's end releases it.
    }
  }
}
