package org.chasqui.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.chasqui.site.FileStamp;

/**
 * What tells one state of many files from another without reading them: name, size, time of change
 * and inode of each.
 *
 * <p>A file that was written just before it was looked at may be written again without a change of
 * its time, so of such files the content counts, too; git knows this as the racy index.
 */
final class TreeStamp {
  private static final long RACY = TimeUnit.SECONDS.toNanos(2);

  private final Map<String, Entry> entries = new TreeMap<>();

  private record Entry(Path file, long modified, String stamp) {}

  /**
   * Adds a file, or all files of a folder and below; links are followed unless they lead out of it.
   * What is not there counts as not there.
   *
   * @param name the beginning of its names
   * @param skip folders and files below it that do not count
   * @throws UncheckedIOException if a folder cannot be read
   */
  TreeStamp add(String name, Path tree, Predicate<Path> skip) {
    if (!Files.exists(tree)) {
      entries.put(name, new Entry(tree, Long.MIN_VALUE, "absent"));
      return this;
    }
    try {
      Files.walkFileTree(
          tree,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new Visitor(name, tree, skip));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Likewise, all of it. */
  TreeStamp add(String name, Path tree) {
    return add(name, tree, path -> false);
  }

  /**
   * The digest of all that was added.
   *
   * @param looked when it was looked at, in nanoseconds of the file system's clock; {@link
   *     Long#MAX_VALUE} if contents need not be read
   * @throws UncheckedIOException if the content of a file that was written just then cannot be read
   */
  String digest(long looked) {
    return digest(looked, Set.of());
  }

  /** Likewise, without what has some names. */
  String digest(long looked, Set<String> without) {
    StringBuilder all = new StringBuilder();
    entries.forEach(
        (name, entry) -> {
          if (without.contains(name)) {
            return;
          }
          all.append(name).append('\0').append(entry.stamp()).append('\n');
          if (entry.modified() > looked - RACY) {
            all.append(content(entry.file()));
          }
        });
    return hex(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** What tells the state of one file; nothing of one that was written just then. */
  Optional<String> of(String name, long looked) {
    return Optional.ofNullable(entries.get(name))
        .filter(entry -> entry.modified() <= looked - RACY)
        .map(Entry::stamp);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static String content(Path file) {
    try {
      return hex(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final String name;
    private final Path root;
    private final Predicate<Path> skip;

    Visitor(String name, Path root, Predicate<Path> skip) {
      this.name = name;
      this.root = root;
      this.skip = skip;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      return skip.test(folder) || leadsOut(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    // Nothing is read there either; and it may be a whole disk.
    private boolean leadsOut(Path folder) throws IOException {
      return Files.isSymbolicLink(folder)
          && !folder.equals(root)
          && !folder.toRealPath().startsWith(root.toRealPath());
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!skip.test(file)) {
        long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        String path = file.toString().substring(root.toString().length());
        entries.put(name + path, new Entry(file, modified, FileStamp.of(attributes)));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      String path = file.toString().substring(root.toString().length());
      entries.put(name + path, new Entry(file, Long.MIN_VALUE, "unreadable"));
      return FileVisitResult.CONTINUE;
    }
  }
}
