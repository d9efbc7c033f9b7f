package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chasqui.markdown.Block;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.NotebookStyle;

/** Blocks as Markdown that Jupyter shows well; code in them is shown, not run. */
final class ShownBlocks {
  private static final Set<String> EXPECTED_OUTPUT = Set.of("output", "error", "warning");

  private final ProseRewriter rewriter;
  private final Words words;
  private final EpisodeTargets targets;
  private final Style style;
  private int challenges;

  /**
   * For whom the blocks are shown.
   *
   * @param kernel in which kernel their code runs
   * @param variant for whom
   */
  record Style(Kernel kernel, NotebookStyle.Variant variant) {
    boolean forInstructors() {
      return variant == NotebookStyle.Variant.INSTRUCTOR;
    }

    /** Code as these readers get it. */
    String code(String code) {
      return forInstructors() ? code : SolutionRegions.without(code, kernel);
    }
  }

  ShownBlocks(ProseRewriter rewriter, Words words, EpisodeTargets targets, Style style) {
    this.style = style;
    this.rewriter = rewriter;
    this.words = words;
    this.targets = targets;
  }

  /** A block as Markdown; empty for what learners do not get. */
  String of(Block block) {
    if (block instanceof Block.Prose prose) {
      return prose.filled(rewriter.rewrite(prose.markdown()), this::nested);
    }
    if (block instanceof Block.Heading heading) {
      return "**" + rewriter.inline(heading.markdown()) + "**";
    }
    if (block instanceof Block.Code code) {
      return code(code);
    }
    if (block instanceof Block.Container box) {
      return container(box);
    }
    return block instanceof Block.Shortcode shortcode ? shortcode(shortcode) : "";
  }

  // Code in lists is shown with what it gives: it is not run.
  private String nested(Block block) {
    if (!(block instanceof Block.Code code)) {
      return of(block);
    }
    boolean leftOut = Boxes.leftOut(code.attributes()) && !style.forInstructors();
    return leftOut ? "" : fenced(code, style.code(code.code()));
  }

  /** The title of a box; numbers the challenges in the order in which it is asked. */
  BoxTitle title(Block.Container box) {
    Optional<String> given = box.title().filter(title -> !title.isBlank());
    Optional<String> key = Optional.ofNullable(box.attributes().get("id"));
    List<Block> rest = box.children();
    if (given.isEmpty() && !rest.isEmpty() && rest.get(0) instanceof Block.Heading heading) {
      given = Optional.of(heading.markdown());
      key = key.or(() -> Optional.of(heading.id()));
      rest = rest.subList(1, rest.size());
    }
    String label = words.box(box.name());
    if (Boxes.numbered(box.name())) {
      challenges++;
      label += " " + challenges;
    }
    Optional<String> title = given.map(rewriter::inline);
    boolean saysNothing = Set.of("callout", "admonition").contains(box.name());
    String plainLabel = label;
    String text = title.map(t -> saysNothing ? t : plainLabel + ": " + t).orElse(plainLabel);
    return new BoxTitle(text, key, rest);
  }

  /** A text without the empty lines that it begins with. */
  static String fromFirstLine(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    return text.substring(at);
  }

  /** A text as a quotation. */
  static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    for (String line : (Iterable<String>) text.lines()::iterator) {
      out.append(out.isEmpty() ? "" : "\n").append(line.isEmpty() ? ">" : "> ").append(line);
    }
    return out.toString();
  }

  /** A solution, folded away under a title. */
  String solution(String title, List<Block> blocks) {
    return folded(title, blocks);
  }

  private String all(List<Block> blocks) {
    List<String> parts = new ArrayList<>();
    for (Block block : blocks) {
      String part = fromFirstLine(of(block)).stripTrailing();
      if (!part.isBlank()) {
        parts.add(part);
      }
    }
    return String.join("\n\n", parts);
  }

  private String code(Block.Code code) {
    if (EXPECTED_OUTPUT.contains(code.language())
        || Boxes.leftOut(code.attributes()) && !style.forInstructors()) {
      return "";
    }
    return fenced(code, style.code(code.code()));
  }

  private static String fenced(Block.Code code, String text) {
    if (code.language().equals("math")) {
      return "$$\n" + text.strip() + "\n$$";
    }
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    String end = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
    return fence + code.language() + "\n" + text + end + fence;
  }

  private String container(Block.Container box) {
    return switch (Boxes.kind(box.name(), box.attributes())) {
      case LEFT_OUT -> style.forInstructors() ? framed(box) : "";
      case FOLDED -> folded(box);
      case FRAMED -> framed(box);
      case TRANSPARENT -> transparent(box);
    };
  }

  private String framed(Block.Container box) {
    BoxTitle title = title(box);
    return quote(("**" + title.text() + "**\n\n" + all(title.rest())).stripTrailing());
  }

  private String folded(Block.Container box) {
    BoxTitle title = title(box);
    return folded(title.text(), title.rest());
  }

  private String folded(String title, List<Block> blocks) {
    String summary = Markdown.plain(title).replace("&", "&amp;").replace("<", "&lt;");
    return "<details>\n<summary>" + summary + "</summary>\n\n" + all(blocks) + "\n\n</details>";
  }

  /** A panel of tabs, folded away under its name. */
  String panel(Panels.Panel panel) {
    return folded(panel.label(), panel.blocks());
  }

  private String transparent(Block.Container box) {
    List<Panels.Panel> panels = Panels.of(box);
    if (!panels.isEmpty()) {
      return panels.stream().map(this::panel).collect(Collectors.joining("\n\n"));
    }
    String inside = all(box.children());
    if (box.name().equals("figure")) {
      String picture = box.title().orElse("");
      Map<String, String> attributes = box.attributes();
      String label =
          attributes.getOrDefault(
              "name", attributes.getOrDefault("label", attributes.getOrDefault("id", "")));
      String number = targets.figure(label).map(n -> n + ". ").orElse("");
      return targets.shortcode(
          "figure",
          Map.of(
              "src", picture,
              "alt", attributes.getOrDefault("alt", ""),
              "caption", (number + inside.strip()).strip()));
    }
    return box.title()
        .map(title -> "**" + rewriter.inline(title) + "**\n\n" + inside)
        .orElse(inside);
  }

  private String shortcode(Block.Shortcode shortcode) {
    String name = shortcode.call().name();
    boolean forTeachers = Boxes.kind(name, shortcode.call().named()) == Boxes.Kind.LEFT_OUT;
    if (forTeachers && !style.forInstructors()) {
      return "";
    }
    return shortcode.call().source().isBlank()
        ? targets.shortcode(name, shortcode.call().named())
        : rewriter.rewrite(shortcode.call().source());
  }
}
