package org.chasqui.diagnostic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A text file that somebody wrote: the place diagnostics point into. Immutable; two files are the
 * same when path and text are.
 *
 * <p>Offsets are indexes into {@link #text()} (UTF-16 code units, as everywhere in Java); lines and
 * columns count from one, columns in Unicode code points.
 */
public final class SourceFile {
  private final String path;
  private final String beginning;
  private final int length;
  private final Supplier<String> later;
  private final Map<Integer, String> digests;
  private volatile @Nullable String text;
  private final @Nullable Origin origin;
  private int[] lineStarts = {};

  /** Where a converted text comes from: in step from each offset to the next. */
  private record Origin(SourceFile file, int[] at, int[] from) {
    int offset(int offset) {
      int found = Arrays.binarySearch(at, offset);
      int index = Math.max(0, found >= 0 ? found : -found - 2);
      int line = file.line(from[index]);
      int lineEnd = file.lineStart(line) + file.lineText(line).length();
      return Math.min(
          from[index] + Math.max(0, offset - at[index]), Math.max(from[index], lineEnd));
    }
  }

  /**
   * @param path the path shown to people: relative to the site's folder, with {@code /}
   * @param text the whole content, decoded, exactly as it stands in the file
   */
  public SourceFile(String path, String text) {
    this(path, text, null);
  }

  private SourceFile(String path, String text, @Nullable Origin origin) {
    this.path = path;
    this.beginning = text;
    this.length = text.length();
    this.later = () -> text;
    this.digests = new ConcurrentHashMap<>();
    this.text = text;
    this.origin = origin;
  }

  private SourceFile(
      String path,
      String beginning,
      int length,
      Map<Integer, String> digests,
      Supplier<String> later) {
    this.path = path;
    this.beginning = beginning;
    this.length = length;
    this.later = later;
    this.digests = new ConcurrentHashMap<>(digests);
    this.origin = null;
  }

  /**
   * A file that somebody has read before, and that is only read again if somebody asks for more
   * than its beginning.
   *
   * @param path the path shown to people
   * @param beginning what it begins with; something can be seen after it
   * @param length the length of the whole text
   * @param digests for some offsets, {@link #digest}
   * @param later reads the whole text, which must be that of which all this is known; asked more
   *     than once if several threads ask at the same time
   */
  public static SourceFile later(
      String path,
      String beginning,
      int length,
      Map<Integer, String> digests,
      Supplier<String> later) {
    return new SourceFile(path, beginning, length, digests, later);
  }

  /**
   * A text that was made of this file, which is what people see and edit: lines, columns and shown
   * lines are those of this file, offsets those of the text.
   *
   * @param converted the text
   * @param places for offsets of the text, ascending, the offset in this file that it comes from
   */
  public SourceFile converted(String converted, SortedMap<Integer, Integer> places) {
    SortedMap<Integer, Integer> all = new TreeMap<>(places);
    all.putIfAbsent(0, 0);
    int[] at = all.keySet().stream().mapToInt(Integer::intValue).toArray();
    int[] from = all.values().stream().mapToInt(Integer::intValue).toArray();
    return new SourceFile(path, converted, new Origin(this, at, from));
  }

  /** A stretch of this text as people see it: in the file that the text was made of. */
  SourceSpan shown(SourceSpan span) {
    return origin == null
        ? span
        : origin.file().span(origin.offset(clamp(span.start())), origin.offset(clamp(span.end())));
  }

  /** Whether the text was made of a file that holds something else. */
  public boolean isConverted() {
    return origin != null;
  }

  /** The path as people know it, relative to the site's folder, with {@code /} on every system. */
  public String path() {
    return path;
  }

  /** The whole text. */
  public String text() {
    String known = text;
    if (known == null) {
      known = later.get();
      text = known;
    }
    return known;
  }

  /** How long the text is. */
  public int length() {
    return length;
  }

  /** What the text begins with: all of it, unless the file need not be read again. */
  public String beginning() {
    return beginning;
  }

  /** The text of a stretch; no longer than the text is. */
  public String text(int start, int end) {
    int last = Math.min(end, length);
    String from = last <= beginning.length() ? beginning : text();
    return from.substring(Math.min(start, last), last);
  }

  /** Whether nothing can be seen from an offset on. */
  public boolean isBlank(int from) {
    boolean unread = from <= beginning.length() && beginning.length() < length;
    return !unread && text().substring(from).isBlank();
  }

  /** What tells the text from an offset to its end from every other text: {@link Digests#of}. */
  public String digest(int from) {
    return digests.computeIfAbsent(
        from, start -> Digests.of(text().substring(start).getBytes(StandardCharsets.UTF_8)));
  }

  /** The line of an offset, from 1. Offsets past the end count as the end. */
  public int line(int offset) {
    if (origin != null) {
      return origin.file().line(origin.offset(clamp(offset)));
    }
    int at = Arrays.binarySearch(lineStarts(), clamp(offset));
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** The column of an offset, from 1, in code points. */
  public int column(int offset) {
    if (origin != null) {
      return origin.file().column(origin.offset(clamp(offset)));
    }
    int start = lineStarts()[line(offset) - 1];
    return text().codePointCount(start, clamp(offset)) + 1;
  }

  /** The text of a line (from 1) without its line end; empty past the last line. */
  public String lineText(int line) {
    if (origin != null) {
      return origin.file().lineText(line);
    }
    int[] starts = lineStarts();
    if (line < 1 || line > starts.length) {
      return "";
    }
    int end = line < starts.length ? starts[line] : length;
    while (end > starts[line - 1] && isLineEnd(text().charAt(end - 1))) {
      end--;
    }
    return text().substring(starts[line - 1], end);
  }

  /** The offset at which a line (from 1) begins; the end of the text past the last line. */
  public int lineStart(int line) {
    if (origin != null) {
      for (int at : origin.at()) {
        if (line(at) >= line) {
          return at;
        }
      }
      return length;
    }
    int[] starts = lineStarts();
    return line <= starts.length ? starts[Math.max(line, 1) - 1] : length;
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
    return Math.max(0, Math.min(offset, length));
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  // Made at the first question: most files are never asked. A race makes the same array twice.
  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts.length == 0) {
      starts = computeLineStarts(text());
      lineStarts = starts;
    }
    return starts;
  }

  private static int[] computeLineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    int feed = next(text, '\n', 0);
    int carriage = next(text, '\r', 0);
    while (Math.min(feed, carriage) < text.length()) {
      // Both together end one line.
      int start = carriage == feed - 1 ? feed + 1 : Math.min(feed, carriage) + 1;
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = start;
      feed = feed < start ? next(text, '\n', start) : feed;
      carriage = carriage < start ? next(text, '\r', start) : carriage;
    }
    return Arrays.copyOf(starts, count);
  }

  private static int next(String text, char c, int from) {
    int at = text.indexOf(c, from);
    return at < 0 ? text.length() : at;
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof SourceFile that
            && path.equals(that.path)
            && length == that.length
            && text().equals(that.text()));
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
