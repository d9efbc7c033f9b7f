package org.chasqui.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A partial copy of a repository on a server, kept from run to run to save traffic. Nothing depends
 * on it: a broken or bloated one is thrown away. One run uses it at a time; another gets a copy of
 * its own that goes away with it. It costs nothing until it is asked for.
 */
final class HubCache implements AutoCloseable {
  private static final int MOST_PACKS = 50;
  private static final int MOST_LOOSE = 60;

  private final Path wanted;
  private final SharedBlobs shared;
  private @Nullable FolderLock folder;
  private @Nullable Repository open;
  private boolean alone;

  /**
   * @param wanted where it shall be
   * @param shared what it has in common with the copies of other hubs
   */
  HubCache(Path wanted, SharedBlobs shared) {
    this.wanted = wanted;
    this.shared = shared;
    this.alone = shared.isDoubted();
  }

  private Path folder() throws IOException {
    FolderLock taken = folder;
    if (taken == null) {
      taken = FolderLock.of(wanted);
      folder = taken;
    }
    return taken.folder();
  }

  /** What it has in common with others; nothing once it had to be thrown away. */
  Optional<SharedBlobs> shared() {
    return alone ? Optional.empty() : Optional.of(shared);
  }

  /** The repository, made if it is missing, unreadable or bloated. */
  Repository repository() throws IOException {
    Repository repository = open;
    if (repository == null) {
      if (isBloated()) {
        LocalRemote.delete(folder());
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
      LocalRemote.delete(folder());
      return initialise();
    }
  }

  private Repository initialise() throws IOException {
    Path place = folder();
    if (!Files.exists(place.resolve(Constants.HEAD))) {
      lay(place);
    }
    FileRepositoryBuilder builder = new FileRepositoryBuilder().setBare().setGitDir(place.toFile());
    if (!alone) {
      builder.addAlternateObjectDirectory(shared.objects().toFile());
    }
    Repository made = builder.build();
    if (!made.getObjectDatabase().exists() || made.exactRef(Constants.HEAD) == null) {
      made.close();
      throw new IOException("The copy is not a repository.");
    }
    return made;
  }

  // The least that is a repository. JGit's own way tries out the file system each time, with some
  // forty files, which takes longer than all the rest where there are many hubs.
  private static void lay(Path place) throws IOException {
    Files.createDirectories(place.resolve("refs"));
    Files.createDirectories(place.resolve("objects").resolve("pack"));
    write(place, Constants.CONFIG, "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
    write(place, Constants.HEAD, "ref: refs/heads/main\n");
  }

  private static void write(Path place, String name, String text) throws IOException {
    Files.write(place.resolve(name), text.getBytes(StandardCharsets.US_ASCII));
  }

  private boolean isBloated() throws IOException {
    Path objects = folder().resolve("objects");
    return count(objects.resolve("pack")) > MOST_PACKS || count(objects.resolve("17")) > MOST_LOOSE;
  }

  /** A folder that is not there. */
  Path folderThatIsNot() {
    return wanted.resolve("no-ssh");
  }

  static long count(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  /**
   * Throws it away; the next question makes a fresh one.
   *
   * @param damaged whether something in it could not be read, which may be what others share
   */
  void forget(boolean damaged) {
    closeRepository();
    if (damaged) {
      alone = true;
      shared.doubt();
    }
    try {
      LocalRemote.delete(folder());
    } catch (IOException e) {
      // Without a folder there is nothing to throw away.
    }
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
    if (folder != null) {
      folder.close();
      folder = null;
    }
  }
}
