package org.chasqui.diagnostic;

import java.util.Arrays;

/**
 * A text file that somebody wrote: the place diagnostics point into. Immutable; two files are the
 * same when path and text are.
 *
 * <p>Offsets are indexes into {@link #text()} (UTF-16 code units, as everywhere in Java); lines and
 * columns count from one, columns in Unicode code points.
 */
public final class SourceFile {
  private final String path;
  private final String text;
  private int[] lineStarts = {};

  /**
   * @param path the path shown to people: relative to the site's folder, with {@code /}
   * @param text the whole content, decoded, exactly as it stands in the file
   */
  public SourceFile(String path, String text) {
    this.path = path;
    this.text = text;
  }

  /** The path as people know it, relative to the site's folder, with {@code /} on every system. */
  public String path() {
    return path;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** The line of an offset, from 1. Offsets past the end count as the end. */
  public int line(int offset) {
    int at = Arrays.binarySearch(lineStarts(), clamp(offset));
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** The column of an offset, from 1, in code points. */
  public int column(int offset) {
    int start = lineStarts()[line(offset) - 1];
    return text.codePointCount(start, clamp(offset)) + 1;
  }

  /** The text of a line (from 1) without its line end; empty past the last line. */
  public String lineText(int line) {
    int[] starts = lineStarts();
    if (line < 1 || line > starts.length) {
      return "";
    }
    int end = line < starts.length ? starts[line] : text.length();
    while (end > starts[line - 1] && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(starts[line - 1], end);
  }

  /** The offset at which a line (from 1) begins; the end of the text past the last line. */
  public int lineStart(int line) {
    int[] starts = lineStarts();
    return line <= starts.length ? starts[Math.max(line, 1) - 1] : text.length();
  }

  /** The stretch from {@code start} to {@code end}. */
  public SourceSpan span(int start, int end) {
    return new SourceSpan(this, start, end);
  }

  /** The very beginning of the file: where problems of the file as a whole are shown. */
  public SourceSpan top() {
    return span(0, 0);
  }

  private int clamp(int offset) {
    return Math.max(0, Math.min(offset, text.length()));
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  // Made at the first question: most files are never asked. A race makes the same array twice.
  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts.length == 0) {
      starts = computeLineStarts(text);
      lineStarts = starts;
    }
    return starts;
  }

  private static int[] computeLineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceFile that && path.equals(that.path) && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  @Override
  public String toString() {
    return path;
  }
}
