package org.chasqui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.chasqui.diagnostic.Severity;
import org.jspecify.annotations.Nullable;

/** Texts of other files: all of them, numbered lines, or what stands between two marks. */
final class Includes {
  private static final int DEEPEST = 8;
  private static final int MOST_LINES = 100_000;
  private final Rendering rendering;

  Includes(Rendering rendering) {
    this.rendering = rendering;
  }

  /** The part that a directive asks for; a problem is reported where the directive stands. */
  Optional<String> text(CodeFence fence, int start, int end) {
    String path = fence.argument().strip();
    Optional<String> file = read(path, start, end);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>(file.get().lines().toList());
    Map<String, String> options = fence.attributes();
    Optional<String> missing = cut(lines, options);
    if (missing.isPresent()) {
      problem(
          "include-region",
          "'" + path + "' has no line with '" + missing.get() + "'.",
          "Correct the mark, or write it into the file.",
          start,
          end);
      return Optional.empty();
    }
    List<String> wanted = numbered(lines, options.getOrDefault("lines", ""));
    if (options.containsKey("dedent") || options.containsKey("region")) {
      wanted = String.join("\n", wanted).stripIndent().lines().toList();
    }
    return Optional.of(wanted.isEmpty() ? "" : String.join("\n", wanted) + "\n");
  }

  /** The file that an option {@code :file:} names. */
  Optional<String> file(Map<String, String> options, int start, int end) {
    return read(options.getOrDefault("file", "").strip(), start, end);
  }

  private Optional<String> read(String path, int start, int end) {
    Optional<String> file =
        rendering.includeDepth > DEEPEST ? Optional.empty() : rendering.options.files().read(path);
    if (file.isEmpty()) {
      problem(
          "include-missing",
          "There is no file '" + path + "' to include.",
          "Paths begin at the folder of this page, or with '/' at the folder of the site.",
          start,
          end);
    }
    return file;
  }

  private void problem(String code, String message, String help, int start, int end) {
    rendering.problem(Severity.ERROR, code, message, start, end, Optional.of(help));
  }

  // Returns the mark that is missing.
  private static Optional<String> cut(List<String> lines, Map<String, String> options) {
    String region = options.getOrDefault("region", "");
    if (!region.isEmpty()) {
      return region(lines, region);
    }
    return head(lines, options.get("start-after"), 1)
        .or(() -> head(lines, options.get("start-at"), 0))
        .or(() -> tail(lines, options.get("end-before"), 0))
        .or(() -> tail(lines, options.get("end-at"), 1));
  }

  private static Optional<String> region(List<String> lines, String name) {
    int from = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (from < 0 && line.matches(".*\\bregion:?\\s+\\Q" + name + "\\E\\W*")) {
        from = i + 1;
      } else if (from >= 0 && line.matches(".*\\bendregion\\b.*")) {
        lines.subList(i, lines.size()).clear();
        lines.subList(0, from).clear();
        return Optional.empty();
      }
    }
    return Optional.of((from < 0 ? "region " : "endregion ") + name);
  }

  private static Optional<String> head(List<String> lines, @Nullable String mark, int more) {
    int at = find(lines, mark);
    if (at >= 0) {
      lines.subList(0, at + more).clear();
    }
    return mark == null || at >= 0 ? Optional.empty() : Optional.of(mark);
  }

  private static Optional<String> tail(List<String> lines, @Nullable String mark, int more) {
    int at = find(lines, mark);
    if (at >= 0) {
      lines.subList(at + more, lines.size()).clear();
    }
    return mark == null || at >= 0 ? Optional.empty() : Optional.of(mark);
  }

  private static int find(List<String> lines, @Nullable String mark) {
    for (int i = 0; mark != null && i < lines.size(); i++) {
      if (lines.get(i).contains(mark)) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> numbered(List<String> lines, String ranges) {
    if (ranges.isBlank()) {
      return lines;
    }
    return numbers(ranges, lines.size()).stream().map(n -> lines.get(n - 1)).toList();
  }

  /** The numbers that {@code 1,3-5,8-} names, up to a last one. */
  static TreeSet<Integer> numbers(String ranges, int last) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (String range : ranges.replaceAll("[^0-9,\\s-]", " ").split("[,\\s]+")) {
      String[] ends = range.split("-", -1);
      int from = number(ends[0], 1);
      int to = ends.length == 1 ? from : number(ends[1], last);
      for (int n = from; !range.isEmpty() && n <= Math.min(to, Math.min(last, MOST_LINES)); n++) {
        if (n > 0) {
          numbers.add(n);
        }
      }
    }
    return numbers;
  }

  private static int number(String digits, int otherwise) {
    return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : otherwise;
  }

  /** Writes another file's Markdown as part of this page; its problems are told at the include. */
  void markdown(String text, int start, int end) {
    RenderOptions o = rendering.options;
    RenderOptions inner =
        new RenderOptions(
            new Moved(o.links(), start, end),
            o.directives(),
            List.of(),
            o.wording(),
            o.headingShift(),
            o.files(),
            o.formulas());
    String body = text.replaceFirst("\\A---\\R[\\s\\S]*?\\R---[ \\t]*\\R", "");
    Rendering other = new Rendering(body, Dialect.parse(body), inner);
    other.includeDepth = rendering.includeDepth + 1;
    rendering.out.append(other.render());
    rendering.ids.addAll(other.ids);
    rendering.headings.addAll(other.headings);
    other.problems.forEach(
        p -> rendering.problem(p.severity(), p.code(), p.message(), start, end, p.help()));
  }

  /** A resolver whose places are those of the include. */
  private record Moved(LinkResolver links, int start, int end) implements LinkResolver {
    @Override
    public String resolve(String target, boolean image, int from, int to) {
      return links.resolve(target, image, start, end);
    }

    @Override
    public Optional<String> inHtml(String target) {
      return links.inHtml(target);
    }

    @Override
    public Optional<String> title(String target) {
      return links.title(target);
    }

    @Override
    public Optional<String> page(String label) {
      return links.page(label);
    }
  }
}
