package org.chasqui.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.site.Parallel;

/** The files that people wrote: which there are, in a fixed order, and what stands in them. */
public final class SourceTree {
  private static final Set<String> IGNORED =
      Set.of(
          "Thumbs.db", "ehthumbs.db", "desktop.ini", "Desktop.ini", "__pycache__", "node_modules");

  private SourceTree() {}

  /**
   * Reads a text file: UTF-8, without byte order mark. Bytes that are no UTF-8 are reported as
   * {@code encoding} where they stand and read as U+FFFD.
   *
   * @param root the site's folder, to which the path in messages is relative
   * @param file the file
   * @throws RunStopped.Environment if it cannot be read
   */
  public static SourceFile read(Path root, Path file, Diagnostics diagnostics) {
    byte[] bytes = bytes(file);
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    int skip = marked ? 3 : 0;
    String text = new String(bytes, skip, bytes.length - skip, StandardCharsets.UTF_8);
    SourceFile source = new SourceFile(relative(root, file), text);
    if (text.indexOf('\uFFFD') >= 0) {
      malformed(bytes, skip).forEach(at -> diagnostics.add(encodingProblem(source, bytes, at)));
    }
    return source;
  }

  /** The same with the line ends of Unix, as the texts of pages have them. */
  public static SourceFile lines(Path root, Path file, Diagnostics diagnostics) {
    return DocReader.withUnixLines(read(root, file, diagnostics));
  }

  /**
   * Reads all files of a folder, and of folders in it, whose name a test accepts; sorted by path.
   * Nothing if there is no such folder.
   */
  public static List<SourceFile> readAll(
      Path root, Path folder, Predicate<String> names, Diagnostics diagnostics) {
    List<String> paths =
        files(root, folder, diagnostics).stream()
            .filter(path -> names.test(path.substring(path.lastIndexOf('/') + 1)))
            .toList();
    return Parallel.map(paths, path -> read(root, root.resolve(path), diagnostics));
  }

  /**
   * The paths, relative to the root and with {@code /}, of all files below a folder, sorted. Dot
   * files and what editors and systems leave behind are not there; links that lead out of the root
   * are refused with {@code asset-outside}.
   */
  static List<String> files(Path root, Path folder, Diagnostics diagnostics) {
    List<String> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try {
      Set<FileVisitOption> follow = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
      Path real = root.toRealPath();
      Files.walkFileTree(
          folder, follow, Integer.MAX_VALUE, new Walk(root, real, found, diagnostics));
    } catch (IOException e) {
      throw new RunStopped.Environment("Cannot list the files of " + folder + ": " + e, e);
    }
    Collections.sort(found);
    return found;
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Path real;
    private final List<String> found;
    private final Diagnostics diagnostics;

    Walk(Path root, Path real, List<String> found, Diagnostics diagnostics) {
      this.root = root;
      this.real = real;
      this.found = found;
      this.diagnostics = diagnostics;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
      boolean skipped = ignored(dir.getFileName().toString()) || leadsOut(dir);
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!ignored(file.getFileName().toString()) && !leadsOut(file)) {
        found.add(relative(root, file));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
      if (problem instanceof java.nio.file.FileSystemLoopException) {
        return FileVisitResult.CONTINUE;
      }
      throw problem;
    }

    private boolean leadsOut(Path path) {
      if (!Files.isSymbolicLink(path)) {
        return false;
      }
      boolean inside;
      try {
        inside = path.toRealPath().startsWith(real);
      } catch (IOException e) {
        inside = false; // it leads nowhere
      }
      if (!inside) {
        SourceFile link = new SourceFile(relative(root, path), "");
        diagnostics.add(
            Diagnostic.warning(
                    "asset-outside",
                    link.top(),
                    "This link leads out of the site's folder, or nowhere, and was left out.")
                .help("Copy the file to this place."));
      }
      return !inside;
    }
  }

  private static boolean ignored(String name) {
    return name.startsWith(".")
        || name.endsWith("~")
        || name.endsWith(".swp")
        || name.endsWith(".orig")
        || (name.startsWith("#") && name.endsWith("#"))
        || IGNORED.contains(name);
  }

  /** The path that people know a file by: relative to the root, with {@code /}. */
  static String relative(Path root, Path file) {
    return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new RunStopped.Environment("Cannot read " + file + ": " + e, e);
    }
  }

  /**
   * The places, as offsets of the decoded text, of the first few malformed bytes with their index.
   */
  private static List<Malformed> malformed(byte[] bytes, int skip) {
    List<Malformed> places = new ArrayList<>();
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    while (places.size() < 3) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isMalformed()) {
        break;
      }
      places.add(new Malformed(in.position(), out.position()));
      in.position(in.position() + result.length());
      out.put('\uFFFD');
    }
    return places;
  }

  private record Malformed(int index, int offset) {}

  private static Diagnostic encodingProblem(SourceFile source, byte[] bytes, Malformed at) {
    String value = String.format("0x%02X", bytes[at.index()]);
    return Diagnostic.error(
            "encoding",
            source.span(at.offset(), at.offset() + 1),
            "The byte " + value + " here is not UTF-8.")
        .help("Save the file in the encoding UTF-8.");
  }
}
