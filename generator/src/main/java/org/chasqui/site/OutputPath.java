package org.chasqui.site;

import java.util.Set;

/**
 * Where a file goes below an output folder or a hub repository: relative, with {@code /}, and
 * unable to leave its root.
 *
 * @param value the path, for example {@code es/index.html}
 */
public record OutputPath(String value) implements Comparable<OutputPath> {
  private static final Set<String> FORBIDDEN = Set.of("", ".", "..", ".git");

  /**
   * @throws IllegalArgumentException if the path is absolute, has an empty, {@code .}, {@code ..}
   *     or {@code .git} segment, a backslash or a NUL
   */
  public OutputPath {
    if (!isSafe(value)) {
      throw new IllegalArgumentException("not a path below the output: " + value);
    }
  }

  /** The path of a string. */
  public static OutputPath of(String value) {
    return new OutputPath(value);
  }

  /** Whether {@link #of} would take it. */
  public static boolean isSafe(String value) {
    if (value.indexOf('\\') >= 0 || value.indexOf('\0') >= 0) {
      return false;
    }
    for (String segment : value.split("/", -1)) {
      if (FORBIDDEN.contains(segment.toLowerCase(java.util.Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  /** The last segment. */
  public String fileName() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  @Override
  public int compareTo(OutputPath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
