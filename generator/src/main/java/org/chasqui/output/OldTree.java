package org.chasqui.output;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.diagnostic.Digests;
import org.chasqui.site.FileStamp;
import org.chasqui.site.OutputFile;

/** The former output: which files it has and what they hold. */
final class OldTree {
  private final Path root;
  private final Map<String, BasicFileAttributes> known;
  private final boolean tidy;

  private OldTree(Path root, Map<String, BasicFileAttributes> known, boolean tidy) {
    this.root = root;
    this.known = known;
    this.tidy = tidy;
  }

  /** Lists a folder; one that is not there is empty. Links are not followed. */
  static OldTree read(Path root) throws IOException {
    Map<String, BasicFileAttributes> known = new HashMap<>();
    if (!Files.isDirectory(root)) {
      return new OldTree(root, known, false);
    }
    Lister lister = new Lister(root, known);
    Files.walkFileTree(root, lister);
    boolean marked = known.remove(Guard.MARKER) != null;
    return new OldTree(root, known, marked && lister.onlyFiles);
  }

  /** Whether it is marked as ours and has nothing but plain files. */
  boolean tidy() {
    return tidy;
  }

  /** Those of its files that are not among some paths. */
  List<String> without(Set<String> paths) {
    return known.keySet().stream().filter(path -> !paths.contains(path)).sorted().toList();
  }

  /** How many files it has. */
  int size() {
    return known.size();
  }

  /** Whether a file could be put there while all others stay. */
  boolean hasRoomFor(String path) {
    if (known.containsKey(path)) {
      return true;
    }
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      if (known.containsKey(path.substring(0, slash))) {
        return false; // a file where a folder is wanted
      }
    }
    return !Files.exists(file(path), LinkOption.NOFOLLOW_LINKS);
  }

  /** Where a file of it lies. */
  Path file(String path) {
    return root.resolve(path);
  }

  /** Whether it has a file with the very same bytes. */
  boolean holds(OutputFile file) throws IOException {
    BasicFileAttributes there = known.get(file.path().value());
    Path old = file(file.path().value());
    if (there == null) {
      return false;
    }
    if (file instanceof OutputFile.Text text
        && text.written().filter(then -> then.file().equals(old)).isPresent()) {
      return isStill(text, old, there);
    }
    long size = there.size();
    if (file instanceof OutputFile.Copy copy) {
      return Files.size(copy.from()) == size && Files.mismatch(old, copy.from()) < 0;
    }
    return file instanceof OutputFile.Text text && sameText(old, size, text);
  }

  // What was not made was compared when it was taken: only another run could have changed it since.
  private static boolean isStill(OutputFile.Text text, Path old, BasicFileAttributes there)
      throws IOException {
    boolean same =
        text.written().filter(then -> then.stamp().equals(FileStamp.of(there))).isPresent()
            || Digests.of(Files.readAllBytes(old)).equals(text.digest());
    if (!same) {
      throw new IOException("another run has changed it just now; build again");
    }
    return true;
  }

  private static boolean sameText(Path old, long size, OutputFile.Text text) throws IOException {
    String digest = text.digest();
    return Digests.isOf(digest, size) && digest.equals(Digests.of(Files.readAllBytes(old)));
  }

  private static final class Lister extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Map<String, BasicFileAttributes> known;
    private boolean onlyFiles = true;

    Lister(Path root, Map<String, BasicFileAttributes> known) {
      this.root = root;
      this.known = known;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        String path = root.relativize(file).toString();
        known.put(path.replace(file.getFileSystem().getSeparator(), "/"), attributes);
      } else {
        onlyFiles = false;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
