package org.chasqui.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.OutputFile;

/** The new tree while it is being made. */
final class Staging {
  private final Path root;
  private final OldTree old;

  /**
   * @param root an empty folder
   * @param old the tree from which unchanged files are linked
   */
  Staging(Path root, OldTree old) {
    this.root = root;
    this.old = old;
  }

  /** Puts every file in its place, in parallel, and the marker. */
  void fill(List<OutputFile> files, Map<String, Boolean> unchanged) throws IOException {
    Files.writeString(root.resolve(Guard.MARKER), Guard.MARKER_TEXT);
    // Of ten thousand pages each has a folder of its own.
    for (Set<String> folders : folders(files).values()) {
      InParallel.each(folders, folder -> Files.createDirectory(root.resolve(folder)));
    }
    InParallel.each(files, file -> put(file, unchanged.getOrDefault(file.path().value(), false)));
  }

  /** Writes files into an empty folder, each under the name that a {@link Patch} calls it by. */
  static void write(Path folder, List<OutputFile> files) throws IOException {
    for (int i = 0; i < files.size(); i++) {
      write(files.get(i), folder.resolve(Patch.name(i)));
    }
  }

  // By how deep they lie.
  private static SortedMap<Integer, Set<String>> folders(List<OutputFile> files) {
    SortedMap<Integer, Set<String>> folders = new TreeMap<>();
    for (OutputFile file : files) {
      String path = file.path().value();
      int depth = 0;
      for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
        folders.computeIfAbsent(depth++, level -> new HashSet<>()).add(path.substring(0, slash));
      }
    }
    return folders;
  }

  private Path place(OutputFile file) {
    return root.resolve(file.path().value());
  }

  private void put(OutputFile file, boolean unchanged) throws IOException {
    if (unchanged) {
      keep(old.file(file.path().value()), place(file));
    } else {
      write(file, place(file));
    }
  }

  private static void keep(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (IOException | UnsupportedOperationException noHardLinks) {
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void write(OutputFile file, Path place) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      if (file instanceof OutputFile.Text text) {
        out.write(text.content().getBytes(StandardCharsets.UTF_8));
      } else if (file instanceof OutputFile.Copy copy) {
        // Not Files.copy(Path, Path): a source that only its owner may read must be readable here.
        Files.copy(copy.from(), out);
      }
    }
  }
}
