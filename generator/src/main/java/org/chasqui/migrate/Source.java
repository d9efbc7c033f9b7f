package org.chasqui.migrate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceFile;

/**
 * The folder of another tool's site.
 *
 * @param root where it lies
 * @param files the paths of all its files, with {@code /}; no dot files, no links, nothing that
 *     tools put there
 */
record Source(Path root, NavigableSet<String> files) {
  private static final Set<String> IGNORED =
      Set.of("node_modules", "__pycache__", "_site", "_build", "vendor", "renv");

  static Source of(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    NavigableSet<String> files = new TreeSet<>();
    try {
      Files.walkFileTree(root, new Walk(root, files));
    } catch (IOException e) {
      throw new RunStopped.Environment("Cannot list the files of " + folder + ": " + e, e);
    }
    return new Source(root, files);
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Set<String> files;

    Walk(Path root, Set<String> files) {
      this.root = root;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
      String name = dir.getFileName() == null ? "" : dir.getFileName().toString();
      boolean skipped = !dir.equals(root) && (name.startsWith(".") || IGNORED.contains(name));
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = root.relativize(file).toString().replace('\\', '/');
      if (attributes.isRegularFile() && !name(path).startsWith(".")) {
        files.add(path);
      }
      return FileVisitResult.CONTINUE;
    }
  }

  /** Its own name. */
  String name() {
    Path name = root.getFileName();
    return name == null ? "site" : name.toString();
  }

  boolean has(String path) {
    return files.contains(path);
  }

  /** The files below a folder; all of them if it is empty. */
  List<String> below(String folder) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    return files.tailSet(prefix).stream().takeWhile(path -> path.startsWith(prefix)).toList();
  }

  /** The text of a file with Unix line ends. */
  SourceFile text(String path) {
    try {
      String text = new String(Files.readAllBytes(root.resolve(path)), StandardCharsets.UTF_8);
      String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return new SourceFile(path, bare.replace("\r\n", "\n").replace('\r', '\n'));
    } catch (IOException e) {
      throw new RunStopped.Environment("Cannot read " + root.resolve(path) + ": " + e, e);
    }
  }

  /** The last step of a path. */
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A path without its extension. */
  static String stem(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
  }

  /** The extension of a path in lower case, without its dot. */
  static String extension(String path) {
    return path.substring(stem(path).length()).replaceFirst("^\\.", "").toLowerCase(Locale.ROOT);
  }

  static boolean isMarkdown(String path) {
    return Set.of("md", "markdown").contains(extension(path));
  }

  /** Whether a page is in R Markdown, and nobody made one in Markdown of it. */
  boolean isUnknitted(String path) {
    return extension(path).equals("rmd") && !has(stem(path) + ".md");
  }
}
