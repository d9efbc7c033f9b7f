package org.chasqui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a directive asks for: all of it, numbered lines, or what stands between
 * two marks.
 *
 * @param lines its lines, in order
 * @param missing the mark that the file does not have; the part is then empty
 */
public record IncludedPart(List<Line> lines, Optional<String> missing) {
  /**
   * A line of the file.
   *
   * @param start where it begins, without the blanks that are taken off
   * @param end where it ends, without the line end
   */
  public record Line(int start, int end) {}

  /** Copies, so that nobody can change it. */
  public IncludedPart {
    lines = List.copyOf(lines);
  }

  /** Options as Sphinx has them, and {@code region} for what stands between two comments. */
  static IncludedPart of(String file, Map<String, String> options, boolean code) {
    Cut cut = new Cut(file);
    Optional<String> missing = cut.marks(options);
    if (missing.isPresent()) {
      return new IncludedPart(List.of(), missing);
    }
    cut.numbers(options);
    if (!code) {
      cut.frontMatter();
    }
    if (options.containsKey("dedent")
        || options.containsKey("region")
        || options.containsKey("pyobject")) {
      cut.dedent(options.getOrDefault("dedent", ""));
    }
    return new IncludedPart(cut.lines, Optional.empty());
  }

  /** The text of the part, each line with its end. */
  String text(String file) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(file, line.start, line.end).append('\n'));
    return text.toString();
  }

  private static final class Cut {
    private final String file;
    private List<Line> lines = new ArrayList<>();

    Cut(String file) {
      this.file = file;
      int start = 0;
      while (start < file.length()) {
        int end = file.indexOf('\n', start);
        end = end < 0 ? file.length() : end;
        lines.add(new Line(start, end));
        start = end + 1;
      }
    }

    private String text(int i) {
      return file.substring(lines.get(i).start, lines.get(i).end);
    }

    // Returns the mark that is missing.
    Optional<String> marks(Map<String, String> options) {
      String region = options.getOrDefault("region", "");
      if (!region.isEmpty()) {
        return region(region);
      }
      String object = options.getOrDefault("pyobject", "");
      if (!object.isEmpty()) {
        return object(object);
      }
      return head(options.get("start-after"), 1)
          .or(() -> head(options.get("start-at"), 0))
          .or(() -> tail(options.get("end-before"), 0))
          .or(() -> tail(options.get("end-at"), 1));
    }

    private Optional<String> region(String name) {
      Pattern opening = Pattern.compile(".*\\bregion:?\\s+" + Pattern.quote(name) + "\\W*");
      int from = -1;
      for (int i = 0; i < lines.size(); i++) {
        if (from < 0 && opening.matcher(text(i)).matches()) {
          from = i + 1;
        } else if (from >= 0 && text(i).matches(".*\\bendregion\\b.*")) {
          lines = new ArrayList<>(lines.subList(from, i));
          return Optional.empty();
        }
      }
      return Optional.of((from < 0 ? "region " : "endregion ") + name);
    }

    // A function or class of Python with what is indented below it.
    private Optional<String> object(String name) {
      String last = name.substring(name.lastIndexOf('.') + 1);
      Pattern opening =
          Pattern.compile("(\\s*)(?:async +)?(?:def|class) +" + Pattern.quote(last) + "\\b.*");
      for (int i = 0; i < lines.size(); i++) {
        Matcher matcher = opening.matcher(text(i));
        if (matcher.matches()) {
          int end = i + 1;
          String indent = matcher.group(1);
          while (end < lines.size()
              && (text(end).isBlank() || text(end).matches(indent + "[\\s)].*"))) {
            end++;
          }
          while (text(end - 1).isBlank()) {
            end--;
          }
          lines = new ArrayList<>(lines.subList(i, end));
          return Optional.empty();
        }
      }
      return Optional.of(name);
    }

    private Optional<String> head(@Nullable String mark, int more) {
      int at = find(mark);
      if (at >= 0) {
        lines.subList(0, at + more).clear();
      }
      return mark == null || at >= 0 ? Optional.empty() : Optional.of(mark);
    }

    private Optional<String> tail(@Nullable String mark, int more) {
      int at = find(mark);
      if (at >= 0) {
        lines.subList(at + more, lines.size()).clear();
      }
      return mark == null || at >= 0 ? Optional.empty() : Optional.of(mark);
    }

    private int find(@Nullable String mark) {
      for (int i = 0; mark != null && i < lines.size(); i++) {
        if (text(i).contains(mark)) {
          return i;
        }
      }
      return -1;
    }

    // docutils counts from 0, and may count from the end: start-line 2 skips two lines.
    void numbers(Map<String, String> options) {
      int size = lines.size();
      int from = place(options.get("start-line"), 0, size);
      int to = place(options.get("end-line"), size, size);
      lines = new ArrayList<>(lines.subList(Math.min(from, to), Math.max(from, to)));
      String ranges = options.getOrDefault("lines", "");
      if (!ranges.isBlank()) {
        lines =
            new ArrayList<>(
                Includes.numbers(ranges, lines.size()).stream()
                    .map(n -> lines.get(n - 1))
                    .toList());
      }
    }

    private static int place(@Nullable String number, int otherwise, int size) {
      if (number == null || !number.strip().matches("-?[0-9]{1,6}")) {
        return otherwise;
      }
      int place = Integer.parseInt(number.strip());
      return Math.max(0, Math.min(size, place < 0 ? size + place : place));
    }

    // Of a page only its text is part of another.
    void frontMatter() {
      if (lines.isEmpty() || lines.get(0).start != 0 || !text(0).strip().equals("---")) {
        return;
      }
      for (int i = 1; i < lines.size(); i++) {
        if (text(i).strip().equals("---")) {
          lines.subList(0, i + 1).clear();
          return;
        }
      }
    }

    void dedent(String wanted) {
      int all = wanted.strip().matches("[0-9]{1,3}") ? Integer.parseInt(wanted.strip()) : -1;
      int least = all;
      for (int i = 0; all < 0 && i < lines.size(); i++) {
        if (!text(i).isBlank()) {
          least = least < 0 ? blanks(lines.get(i)) : Math.min(least, blanks(lines.get(i)));
        }
      }
      int off = Math.max(0, least);
      lines.replaceAll(line -> new Line(line.start + Math.min(off, blanks(line)), line.end));
    }

    private int blanks(Line line) {
      int at = line.start;
      while (at < line.end && (file.charAt(at) == ' ' || file.charAt(at) == '\t')) {
        at++;
      }
      return at - line.start;
    }
  }
}
