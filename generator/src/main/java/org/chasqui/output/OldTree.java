package org.chasqui.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.chasqui.site.OutputFile;

/** The former output: which files it has and what they hold. */
final class OldTree {
  private final Path root;
  private final Map<String, Long> sizes;
  private final boolean tidy;

  private OldTree(Path root, Map<String, Long> sizes, boolean tidy) {
    this.root = root;
    this.sizes = sizes;
    this.tidy = tidy;
  }

  /** Lists a folder; one that is not there is empty. Links are not followed. */
  static OldTree read(Path root) throws IOException {
    Map<String, Long> sizes = new HashMap<>();
    if (!Files.isDirectory(root)) {
      return new OldTree(root, sizes, false);
    }
    Lister lister = new Lister(root, sizes);
    Files.walkFileTree(root, lister);
    boolean marked = sizes.remove(Guard.MARKER) != null;
    return new OldTree(root, sizes, marked && lister.onlyFiles);
  }

  /** Whether it is marked as ours and has nothing but plain files. */
  boolean tidy() {
    return tidy;
  }

  /** How many of its files are not among some paths. */
  int filesNotIn(Set<String> paths) {
    return (int) sizes.keySet().stream().filter(path -> !paths.contains(path)).count();
  }

  /** Where a file of it lies. */
  Path file(String path) {
    return root.resolve(path);
  }

  /** Whether it has a file with the very same bytes. */
  boolean holds(OutputFile file) throws IOException {
    Long size = sizes.get(file.path().value());
    if (size == null) {
      return false;
    }
    Path old = file(file.path().value());
    if (file instanceof OutputFile.Copy copy) {
      return Files.size(copy.from()) == size && Files.mismatch(old, copy.from()) < 0;
    }
    return file instanceof OutputFile.Text text && sameText(old, size, text.content());
  }

  private static boolean sameText(Path old, long size, String content) throws IOException {
    // A character takes one to three bytes: most files that differ need no encoding to know it.
    if (size < content.length() || size > 3L * content.length()) {
      return false;
    }
    byte[] wanted = content.getBytes(StandardCharsets.UTF_8);
    if (wanted.length != size) {
      return false;
    }
    try (InputStream in = Files.newInputStream(old)) {
      return Arrays.equals(in.readAllBytes(), wanted);
    }
  }

  private static final class Lister extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Map<String, Long> sizes;
    private boolean onlyFiles = true;

    Lister(Path root, Map<String, Long> sizes) {
      this.root = root;
      this.sizes = sizes;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        String path = root.relativize(file).toString();
        sizes.put(path.replace(file.getFileSystem().getSeparator(), "/"), attributes.size());
      } else {
        onlyFiles = false;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
