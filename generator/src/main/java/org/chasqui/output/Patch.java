package org.chasqui.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A few files of a tree that become others while the rest stays. All of them are written first;
 * then a list of them, which decides: whoever is interrupted before it is there has changed
 * nothing, and what is begun afterwards is finished by the next write.
 *
 * <p>The list has a line for each file, {@code + path} or {@code - path}; the new files are called
 * by the number of their line.
 *
 * @param lines the list
 */
record Patch(List<String> lines) {
  /** Of more than this, and of more than a tenth of all, a new tree is made. */
  private static final int FEW = 100;

  private static final int SHARE = 10;
  private static final String PUT = "+ ";
  private static final String REMOVE = "- ";

  /** One for files to put and paths to remove. */
  static Patch of(List<String> put, List<String> removed) {
    List<String> lines = new ArrayList<>();
    put.forEach(path -> lines.add(PUT + path));
    removed.forEach(path -> lines.add(REMOVE + path));
    return new Patch(List.copyOf(lines));
  }

  /** Whether so little changes that the rest should stay where it is. */
  static boolean isFor(OldTree old, List<String> put, List<String> removed) {
    int changes = put.size() + removed.size();
    return old.tidy()
        && changes <= FEW
        && changes * SHARE <= old.size()
        && put.stream().allMatch(old::hasRoomFor)
        && Stream.concat(put.stream(), removed.stream()).noneMatch(path -> path.indexOf('\n') >= 0);
  }

  /** The name of a new file until it is in its place. */
  static String name(int number) {
    return String.valueOf(number);
  }

  /** Writes it down: from now on it will be done. */
  void decide(Path list) throws IOException {
    Path half = list.resolveSibling(list.getFileName() + ".half");
    Files.writeString(half, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    Files.move(half, list, StandardCopyOption.ATOMIC_MOVE);
  }

  /** One that was written down. */
  static Patch read(Path list) throws IOException {
    return new Patch(Files.readAllLines(list, StandardCharsets.UTF_8));
  }

  /**
   * Does it, or what is left of it.
   *
   * @param files where the new files are
   * @param tree the tree that they belong to
   */
  void apply(Path files, Path tree) throws IOException {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Path place = tree.resolve(line.substring(Math.min(line.length(), PUT.length())));
      Path file = files.resolve(name(i));
      if (line.startsWith(REMOVE)) {
        remove(place, tree);
      } else if (line.startsWith(PUT) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectories(place.getParent());
        Files.move(
            file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  // With the folders that nothing is in any more.
  private static void remove(Path place, Path tree) throws IOException {
    Files.deleteIfExists(place);
    Path inside = tree.relativize(place);
    try {
      for (int depth = inside.getNameCount() - 1; depth > 0; depth--) {
        Files.deleteIfExists(tree.resolve(inside.subpath(0, depth)));
      }
    } catch (DirectoryNotEmptyException needed) {
      return;
    }
  }
}
