package org.chasqui.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.site.Memory;

/**
 * What is known of a page's file that is as the run before found it, so that its text need not be
 * read unless somebody asks for it. Of a site of ten thousand pages a change of one needs one.
 *
 * @param stamp the state of the file
 * @param beginning the text as far as pages are made of it without asking for the rest: the front
 *     matter, and the first H1 with all before it
 * @param length how long the whole text is
 * @param digests of what follows the front matter, and of what follows the H1
 * @param headed whether there is an H1
 */
record KnownFile(
    String stamp, String beginning, int length, Map<Integer, String> digests, boolean headed) {
  private static final Memory.Kept<KnownFile> KNOWN =
      new Memory.Kept<>("source", new Memory.Written<>(KnownFile::down, KnownFile::up));
  private static final int FIRST_DIGEST = 4;

  /** Whether files of a kind are remembered. */
  static boolean isFor(String path) {
    return Place.isMarkdown(path);
  }

  /** What the run before found, if the file is still the same. */
  static Optional<KnownFile> before(String path, String stamp, Memory memory) {
    return memory.unchanged(KNOWN, path).filter(known -> known.stamp.equals(stamp));
  }

  /**
   * What there is to know of a file that was read; nothing if only that was to be read of it.
   *
   * @param start where its front matter ends
   * @param heading its first H1
   */
  static Optional<KnownFile> of(
      SourceFile page, String stamp, int start, Optional<Titles.Heading> heading) {
    Map<Integer, String> digests = new TreeMap<>();
    digests.put(start, page.digest(start));
    int end = heading.map(h -> Titles.afterwards(page.text(), h)).orElse(start);
    digests.put(end, page.digest(end));
    return page.isBlank(end)
        ? Optional.empty()
        : Optional.of(
            new KnownFile(stamp, page.text(0, end), page.length(), digests, heading.isPresent()));
  }

  /** Remembers it. */
  void keep(String path, Memory memory) {
    memory.keep(KNOWN, path, List.of(), this);
  }

  /** The file, whose text is read when somebody asks for it. */
  SourceFile file(Path root, String path) {
    return SourceFile.later(path, beginning, length, digests, () -> text(root, path));
  }

  /** The first H1 of it. */
  Optional<Titles.Heading> heading(SourceFile file, FrontMatter front) {
    return headed ? Titles.firstH1(file, front.bodyStart()) : Optional.empty();
  }

  private String text(Path root, String path) {
    SourceFile read = SourceTree.lines(root, root.resolve(path), new Diagnostics());
    boolean same =
        read.length() == length
            && digests.entrySet().stream()
                .allMatch(one -> read.digest(one.getKey()).equals(one.getValue()));
    if (!same) {
      throw new RunStopped.Environment(
          path + " was changed while it was read. Build again.", new IllegalStateException(stamp));
    }
    return read.text();
  }

  private List<String> down() {
    List<String> row = new ArrayList<>();
    row.add(stamp);
    row.add(beginning);
    row.add(String.valueOf(length));
    row.add(String.valueOf(headed));
    digests.forEach((offset, digest) -> row.addAll(List.of(String.valueOf(offset), digest)));
    return row;
  }

  private static KnownFile up(List<String> row) {
    Map<Integer, String> digests = new TreeMap<>();
    for (int i = FIRST_DIGEST; i < row.size(); i += 2) {
      digests.put(Integer.parseInt(row.get(i)), row.get(i + 1));
    }
    return new KnownFile(
        row.get(0),
        row.get(1),
        Integer.parseInt(row.get(2)),
        digests,
        Boolean.parseBoolean(row.get(3)));
  }
}
