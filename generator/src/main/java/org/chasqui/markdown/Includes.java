package org.chasqui.markdown;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Severity;

/**
 * Texts of other files that are read when a text is written: tables, and what texts of the front
 * matter include. Bodies of pages have what they include in them from the beginning, see {@link
 * Include}.
 */
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
    Map<String, String> options = fence.attributes();
    IncludedPart part = IncludedPart.of(file.get(), options, true);
    if (part.missing().isPresent()) {
      problem(
          "include-region",
          "'" + path + "' has no line with '" + part.missing().get() + "'.",
          "Correct the mark, or write it into the file.",
          start,
          end);
      return Optional.empty();
    }
    return Optional.of(part.text(file.get()));
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

  /** The numbers that {@code 1,3-5,8-} names, up to a last one. */
  static TreeSet<Integer> numbers(String ranges, int last) {
    BitSet numbers = new BitSet();
    int most = Math.min(last, MOST_LINES);
    for (String range : ranges.replaceAll("[^0-9,\\s-]", " ").split("[,\\s]+")) {
      String[] ends = range.split("-", -1);
      int from = number(ends[0], 1);
      int to = ends.length == 1 ? from : number(ends[1], last);
      int first = Math.max(1, from);
      if (!range.isEmpty() && first <= Math.min(to, most)) {
        numbers.set(first, Math.min(to, most) + 1);
      }
    }
    return numbers.stream().boxed().collect(Collectors.toCollection(TreeSet::new));
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
    public Optional<String> term(String name) {
      return links.term(name);
    }

    @Override
    public Optional<String> page(String label) {
      return links.page(label);
    }
  }
}
