package org.chasqui.site;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two output files that cannot both be written: at least not on every computer on which people
 * clone or unpack a site.
 *
 * @param kind in what way they clash
 * @param one the one that sorts first
 * @param other the other; equal to {@code one} if there are two of it
 */
public record PathClash(Kind kind, OutputPath one, OutputPath other)
    implements Comparable<PathClash> {
  /** In what way two paths clash. */
  public enum Kind {
    /** It is the same path, twice. */
    SAME,
    /** They differ only in upper and lower case, or in how accents are encoded. */
    CASE,
    /** {@code one} is a file where {@code other} needs a folder. */
    FILE_AND_FOLDER
  }

  /** The clashes among paths (a path that stands twice clashes with itself), sorted. */
  public static List<PathClash> among(Collection<OutputPath> paths) {
    List<OutputPath> sorted = paths.stream().sorted().toList();
    Map<String, OutputPath> files = new HashMap<>();
    Stream.Builder<PathClash> clashes = Stream.builder();
    for (OutputPath path : sorted) {
      OutputPath first = files.putIfAbsent(fold(path.value()), path);
      if (first != null) {
        clashes.add(new PathClash(first.equals(path) ? Kind.SAME : Kind.CASE, first, path));
      }
    }
    for (OutputPath path : sorted) {
      fileInTheWay(path, files)
          .ifPresent(file -> clashes.add(new PathClash(Kind.FILE_AND_FOLDER, file, path)));
    }
    return clashes.build().distinct().sorted().toList();
  }

  private static Optional<OutputPath> fileInTheWay(OutputPath path, Map<String, OutputPath> files) {
    String folded = fold(path.value());
    for (int at = folded.indexOf('/'); at >= 0; at = folded.indexOf('/', at + 1)) {
      OutputPath file = files.get(folded.substring(0, at));
      if (file != null) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private static String fold(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) > '~') {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
      }
    }
    return path.toLowerCase(Locale.ROOT);
  }

  /** By path. */
  @Override
  public int compareTo(PathClash that) {
    int order = one.compareTo(that.one);
    order = order != 0 ? order : other.compareTo(that.other);
    return order != 0 ? order : kind.compareTo(that.kind);
  }

  @Override
  public String toString() {
    return switch (kind) {
      case SAME -> one + " is made twice";
      case CASE -> one + " and " + other + " differ only in case";
      case FILE_AND_FOLDER -> one + " is a file, but " + other + " needs a folder of that name";
    };
  }
}
