package org.chasqui.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * The contents of the files that are pushed to servers, written once for all hubs: every copy of a
 * hub's repository reads them from here. It is a cache like the copies: without it, or after it was
 * thrown away, what is missing is written or fetched anew. Safe for many threads.
 */
final class SharedBlobs implements AutoCloseable {
  static final int FEW = 10;
  private static final int MOST_PACKS = 400;
  private static final int MOST_LOOSE = 60;
  private static final long MOST_BYTES = 1L << 30;

  private final Path wanted;
  private final Set<ObjectId> held = new HashSet<>();
  private @Nullable FolderLock folder;
  private @Nullable ObjectDirectory open;
  private boolean doubted;

  /**
   * @param wanted where they shall be
   */
  SharedBlobs(Path wanted) {
    this.wanted = wanted;
  }

  /** What a blob is made of. */
  interface Bytes {
    byte[] of(ObjectId blob) throws IOException, Trouble;
  }

  /** The folder of objects, as git lays it out. */
  synchronized Path objects() throws IOException {
    return directory().getDirectory().toPath();
  }

  /** Makes sure that blobs are here. */
  synchronized void hold(Collection<ObjectId> blobs, Bytes bytes) throws IOException, Trouble {
    ObjectDirectory objects = directory();
    List<ObjectId> missing = new ArrayList<>();
    for (ObjectId blob : new HashSet<>(blobs)) {
      if (!held.contains(blob) && !objects.has(blob)) {
        missing.add(blob);
      }
    }
    if (!missing.isEmpty()) {
      missing.sort(null);
      try (ObjectInserter inserter = inserter(objects, missing.size())) {
        for (ObjectId blob : missing) {
          inserter.insert(Constants.OBJ_BLOB, bytes.of(blob));
        }
        inserter.flush();
      }
    }
    held.addAll(blobs);
  }

  /**
   * What writes into a folder of objects: many in one pack are written several times as fast as
   * each by itself.
   */
  static ObjectInserter inserter(ObjectDirectory objects, int files) {
    if (files < FEW) {
      return objects.newInserter();
    }
    PackInserter pack = objects.newPackInserter();
    pack.setCompressionLevel(Deflater.DEFAULT_COMPRESSION);
    // What changed is hardly ever there already, and to make sure costs more than to write it.
    pack.checkExisting(false);
    return pack;
  }

  /**
   * Says that something here seems to be damaged: copies that are opened from now on have all for
   * themselves, and the next run begins with an empty folder.
   */
  synchronized void doubt() {
    doubted = true;
  }

  synchronized boolean isDoubted() {
    return doubted;
  }

  private ObjectDirectory directory() throws IOException {
    ObjectDirectory objects = open;
    if (objects == null) {
      FolderLock taken = FolderLock.of(wanted);
      folder = taken;
      Path place = taken.folder().resolve(Constants.OBJECTS);
      if (isBloated(place)) {
        LocalRemote.delete(place);
      }
      // The folder holds nothing but objects, so that JGit does not keep it open as a repository.
      objects = new ObjectDirectory(new Config(), place.toFile(), null, FS.DETECTED, null);
      if (!objects.exists()) {
        objects.create();
      }
      open = objects;
    }
    return objects;
  }

  private static boolean isBloated(Path objects) throws IOException {
    Path packs = objects.resolve("pack");
    return HubCache.count(packs) > MOST_PACKS
        || HubCache.count(objects.resolve("17")) > MOST_LOOSE
        || bytes(packs) > MOST_BYTES;
  }

  private static long bytes(Path folder) throws IOException {
    long sum = 0;
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          sum += file.toFile().length();
        }
      }
    }
    return sum;
  }

  @Override
  public synchronized void close() {
    if (open != null) {
      open.close();
      open = null;
    }
    if (folder != null) {
      if (doubted) {
        LocalRemote.delete(folder.folder());
      }
      folder.close();
      folder = null;
    }
  }
}
