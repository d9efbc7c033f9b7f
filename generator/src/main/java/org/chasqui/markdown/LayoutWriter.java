package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Optional;
import java.util.Set;
import org.chasqui.markdown.Nodes.DirectiveBlock;
import org.chasqui.markdown.Nodes.MarkLine;
import org.jspecify.annotations.Nullable;

/**
 * Writes grids, cards and tabs. All that is in them stands on the page: a theme may fold tabs, but
 * nobody needs a script to read them.
 */
final class LayoutWriter {
  private static final Set<String> NAMES =
      Set.of("grid", "grid-item", "grid-item-card", "card", "tab-item", "tab", "group-tab");
  private final Rendering rendering;
  private final StringBuilder out;
  private final DirectiveWriter directives;

  LayoutWriter(Rendering rendering, DirectiveWriter directives) {
    this.rendering = rendering;
    this.out = rendering.out;
    this.directives = directives;
  }

  static boolean knows(String name) {
    return NAMES.contains(name);
  }

  void write(DirectiveBlock block, String classes, String id) {
    rendering.line();
    switch (block.name()) {
      case "grid" -> grid(block, classes, id);
      case "tab-item" -> panel(block, classes, id);
      case "tab", "group-tab" -> panels(block, classes, id);
      default -> card(block, classes, id);
    }
  }

  // Its argument says how many columns narrow and wide screens get; the widest counts.
  private void grid(DirectiveBlock block, String classes, String id) {
    String columns = block.opening.title().strip().replaceFirst("^.*\\s", "");
    boolean number = columns.matches("[0-9]{1,2}");
    rendering.open("div", -1, classes + (number ? " columns-" + columns : ""), id);
    out.append('\n');
    rendering.blocks.children(block);
    rendering.line();
    out.append("</div>\n");
  }

  private void panel(DirectiveBlock block, String classes, String id) {
    String title = block.opening.title();
    String key = Html.attribute("data-sync", block.option("sync").orElse(""));
    rendering.open(
        "section", -1, classes, id + Html.attribute("aria-label", Markdown.plain(title)) + key);
    out.append('\n');
    rendering.open("p", block.titleStart, "tab-label", "");
    directives.inline(title, block.titleStart);
    out.append("</p>\n");
    rendering.blocks.children(block);
    rendering.line();
    out.append("</section>\n");
  }

  // The Workbench's: each heading begins a panel.
  private void panels(DirectiveBlock block, String classes, String id) {
    if (!(block.getFirstChild() instanceof Heading first)) {
      grid(block, classes, id);
      return;
    }
    rendering.open("div", -1, "tab-set " + classes, id);
    out.append('\n');
    for (Node node = first; node != null; node = node.getNext()) {
      if (node instanceof Heading heading && heading.getLevel() == first.getLevel()) {
        out.append(node == first ? "" : "</section>\n");
        String label = rendering.headingIds.of(heading);
        out.append("<section class=\"tab-item\"");
        out.append(Html.attribute("aria-labelledby", label)).append(">\n");
        rendering.blocks.heading(heading, label, "tab-label", false);
      } else {
        rendering.blocks.only(node);
      }
    }
    out.append("</section>\n</div>\n");
  }

  private void card(DirectiveBlock block, String classes, String id) {
    rendering.open("div", -1, classes, id);
    out.append('\n');
    picture(block, "img-top");
    Node body = block.getFirstChild();
    @Nullable Node head = mark(block, "^^^");
    if (head != null) {
      part("card-header", body, head);
      body = head.getNext();
    }
    title(block);
    @Nullable Node foot = mark(block, "+++");
    for (Node node = body; node != null && node != foot; node = node.getNext()) {
      rendering.blocks.only(node);
    }
    if (foot != null) {
      part("card-footer", foot.getNext(), null);
    }
    picture(block, "img-bottom");
    rendering.line();
    out.append("</div>\n");
  }

  private void title(DirectiveBlock block) {
    String title = block.opening.title();
    Optional<String> link = block.option("link");
    if (title.isEmpty() && link.isEmpty()) {
      return;
    }
    rendering.open("p", block.titleStart, "card-title", "");
    link.flatMap(target -> href(block, target))
        .ifPresentOrElse(
            url -> {
              out.append("<a href=\"").append(Html.url(url)).append("\">");
              directives.inline(title.isEmpty() ? link.orElse("") : title, block.titleStart);
              out.append("</a>");
            },
            () -> directives.inline(title, block.titleStart));
    out.append("</p>\n");
  }

  private Optional<String> href(DirectiveBlock block, String target) {
    boolean reference = block.option("link-type").orElse("").equals("ref");
    String to =
        reference
            ? rendering
                .labels()
                .find(target)
                .map(label -> "#" + label.id())
                .or(() -> rendering.options.links().page(target).map(page -> page + "#" + target))
                .orElse(target)
            : target;
    return rendering.link(to, false, block.opener.getStartOffset(), block.opener.getEndOffset());
  }

  private void picture(DirectiveBlock block, String option) {
    block
        .option(option)
        .flatMap(
            src ->
                rendering.link(
                    src, true, block.opener.getStartOffset(), block.opener.getEndOffset()))
        .ifPresent(
            url ->
                out.append("<img src=\"")
                    .append(Html.url(url))
                    .append("\" alt=\"")
                    .append(Html.escaped(block.option("img-alt").orElse("")))
                    .append("\" loading=\"lazy\" />\n"));
  }

  private void part(String classes, @Nullable Node first, @Nullable Node end) {
    out.append("<div class=\"").append(classes).append("\">\n");
    for (Node node = first; node != null && node != end; node = node.getNext()) {
      rendering.blocks.only(node);
    }
    rendering.line();
    out.append("</div>\n");
  }

  private static @Nullable Node mark(DirectiveBlock block, String sign) {
    for (Node node = block.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof MarkLine && node.getChars().startsWith(sign)) {
        return node;
      }
    }
    return null;
  }
}
