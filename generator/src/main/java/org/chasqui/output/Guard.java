package org.chasqui.output;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.site.OutputFile;

/** Keeps a write from replacing anything that Chasqui did not make. */
final class Guard {
  /** The file by which an output is known as ours. */
  static final String MARKER = ".chasqui-output";

  /** What that file says to whoever opens it. */
  static final String MARKER_TEXT =
      """
      Chasqui made this folder and replaces all of it the next time it builds.
      Keep nothing of your own here. Without this file Chasqui leaves the folder alone.
      """;

  private Guard() {}

  /** Refuses places that must never be replaced. */
  static void check(Path target, List<OutputFile> files, Collection<Path> guarded) {
    if (target.getParent() == null || target.getFileName() == null) {
      throw usage(target, "is the top of a disk");
    }
    Path real = real(target);
    for (Path folder : guarded) {
      if (real(folder.toAbsolutePath().normalize()).startsWith(real)) {
        throw usage(target, "holds " + folder);
      }
    }
    for (OutputFile file : files) {
      if (file.path().value().equals(MARKER)) {
        throw new RunStopped.Usage("No page or file of a site may be named " + MARKER + ".");
      }
      if (file instanceof OutputFile.Copy copy
          && copy.from().toAbsolutePath().normalize().startsWith(target)) {
        throw usage(target, "holds " + copy.from() + ", which is a source of this site");
      }
    }
    checkKind(target);
  }

  private static void checkKind(Path target) {
    if (Files.isSymbolicLink(target)) {
      throw usage(target, "is a symbolic link");
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(target)) {
      throw usage(target, "is a file");
    }
  }

  /** Refuses a folder with files in it, unless they are an output of ours. */
  static void checkContent(Path target) throws IOException {
    checkKind(target);
    if (!Files.isDirectory(target)
        || Files.isRegularFile(target.resolve(MARKER), LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(target)) {
      if (entries.iterator().hasNext()) {
        throw usage(target, "is not empty, and Chasqui did not make what is in it");
      }
    }
  }

  private static RunStopped usage(Path target, String why) {
    return new RunStopped.Usage(
        "The output folder "
            + target
            + " "
            + why
            + ", so it was left alone. Choose another with --out, or empty it yourself first.");
  }

  // The path with the links above it followed, whether or not the last parts are there yet.
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException notThere) {
      Path parent = path.getParent();
      return parent == null ? path : real(parent).resolve(path.getFileName());
    }
  }
}
