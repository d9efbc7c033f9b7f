package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.chasqui.markdown.Block;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Coverage;
import org.chasqui.site.Episode;
import org.chasqui.site.Text;

/**
 * Makes the cells of one episode's notebook.
 *
 * <p>A prose cell is what stands between two headings, boxes or code cells, so that an edit of one
 * paragraph changes one cell. The last cell is always the same: what is added later stands before
 * it, where git never takes it for a part of what learners added after it.
 */
final class EpisodeCells {
  private static final List<String> TAGS =
      List.of("hide-cell", "hide-input", "hide-output", "raises-exception");

  private final Episode episode;
  private final Episode source;
  private final Kernel kernel;
  private final Words words;
  private final ProseRewriter rewriter;
  private final ShownBlocks shown;
  private final EpisodeTargets targets;
  private final Map<String, String> headingIds = new HashMap<>();
  private final List<Cell> cells = new ArrayList<>();
  private final List<String> pending = new ArrayList<>();
  private final CellIds ids = new CellIds();
  private Optional<String> pendingId = Optional.empty();
  private String section = "start";
  private boolean inBox;

  /**
   * @param source the episode in the source language, whose headings name the cells of all
   */
  EpisodeCells(
      Episode episode, Episode source, Kernel kernel, Words words, EpisodeTargets targets) {
    this.episode = episode;
    this.source = source;
    this.kernel = kernel;
    this.words = words;
    this.targets = targets;
    this.rewriter = new ProseRewriter(episode.body().markdown(), targets);
    this.shown = new ShownBlocks(rewriter, words, targets);
  }

  /** The cells, in order. */
  List<Cell> make() {
    List<Block> blocks = Markdown.blocks(episode.body().markdown());
    anchors(blocks);
    cells.add(Cell.markdown(ids.take("title"), title()));
    // Fixed cells take their ids before any heading may wish for the same.
    String keypointsId = ids.take("keypoints");
    String endId = ids.take("end");
    blocks.forEach(this::block);
    flush(section + "-end");
    if (!episode.details().keypoints().isEmpty()) {
      String points = list("episode.keypoints", episode.details().keypoints());
      cells.add(Cell.markdown(keypointsId, points));
    }
    cells.add(Cell.markdown(endId, "*" + words.text("notebook.end") + "*"));
    return cells;
  }

  private void anchors(List<Block> blocks) {
    List<Block.Heading> headings = headings(blocks);
    for (Block.Heading heading : headings) {
      targets.heading(heading.id(), Markdown.plain(heading.markdown()));
    }
    // A page translated as a whole has anchors of its own. Its cells are still the source's.
    List<Block.Heading> originals =
        source.equals(episode) ? headings : headings(Markdown.blocks(source.body().markdown()));
    if (originals.size() == headings.size()) {
      for (int i = 0; i < headings.size(); i++) {
        headingIds.put(headings.get(i).id(), originals.get(i).id());
      }
    }
  }

  private static List<Block.Heading> headings(List<Block> blocks) {
    List<Block.Heading> found = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading) {
        found.add(heading);
      } else if (block instanceof Block.Container box) {
        found.addAll(headings(box.children()));
      }
    }
    return found;
  }

  private String title() {
    List<String> parts = new ArrayList<>();
    parts.add("# " + rewriter.inline(episode.header().title().value()));
    notice().ifPresent(notice -> parts.add("> " + notice));
    if (!episode.details().questions().isEmpty()) {
      parts.add(list("episode.questions", episode.details().questions()));
    }
    if (!episode.details().objectives().isEmpty()) {
      parts.add(list("episode.objectives", episode.details().objectives()));
    }
    parts.add("[" + words.text("notebook.site") + "](" + targets.pageUrl() + ")");
    return String.join("\n\n", parts);
  }

  // In the title's cell rather than its own: the cells are then the same in every language.
  private Optional<String> notice() {
    Coverage coverage = episode.header().coverage();
    if (coverage.complete()) {
      return Optional.empty();
    }
    return Optional.of(
        coverage.real()
            ? words.text("notebook.partial", Map.of("percent", coverage.percent()))
            : words.text("notebook.untranslated"));
  }

  private String list(String heading, List<Text> items) {
    StringBuilder list = new StringBuilder("**" + words.text(heading) + "**\n");
    items.forEach(item -> list.append("\n- ").append(rewriter.inline(item.value().strip())));
    return list.toString();
  }

  private void block(Block block) {
    if (block instanceof Block.Heading heading) {
      heading(heading);
    } else if (block instanceof Block.Code code && runs(code)) {
      code(code);
    } else if (block instanceof Block.Container box) {
      container(box);
    } else {
      append(shown.of(block));
    }
  }

  private void heading(Block.Heading heading) {
    if (inBox) {
      append(shown.of(heading));
      return;
    }
    flush(section + "-end");
    section = headingIds.getOrDefault(heading.id(), heading.id());
    pendingId = Optional.of(ids.take(section));
    append("#".repeat(Math.max(2, heading.level())) + " " + rewriter.inline(heading.markdown()));
  }

  private boolean runs(Block.Code code) {
    return CodeRules.runs(kernel, code) && !Boxes.leftOut(code.attributes());
  }

  private void code(Block.Code code) {
    String name = code.attributes().getOrDefault("id", section + "-" + CellIds.nameOf(code.code()));
    String id = ids.take(name);
    flush(id + "-text");
    TreeSet<String> tags = new TreeSet<>(Boxes.flags(code.attributes()));
    tags.retainAll(TAGS);
    cells.add(new Cell(id, Cell.Kind.CODE, trimmed(code.code()), List.copyOf(tags)));
  }

  private void container(Block.Container box) {
    switch (Boxes.kind(box.name(), box.attributes())) {
      case LEFT_OUT -> {}
      case FOLDED -> append(shown.of(box));
      case TRANSPARENT -> {
        if (box.name().equals("figure")) {
          append(shown.of(box));
        } else {
          box.title().ifPresent(title -> append("**" + rewriter.inline(title) + "**"));
          box.children().forEach(this::block);
        }
      }
      case FRAMED -> framed(box);
    }
  }

  private void framed(Block.Container box) {
    if (inBox) {
      append(shown.of(box));
      return;
    }
    BoxTitle title = shown.title(box);
    String outside = section;
    String id =
        ids.take(
            title
                .key()
                .map(key -> headingIds.getOrDefault(key, key))
                .orElse(section + "-" + box.name()));
    flush(id + "-text");
    section = id;
    pendingId = Optional.of(id);
    inBox = true;
    append("**" + title.text() + "**");
    title.rest().forEach(this::block);
    flush(id + "-end");
    inBox = false;
    section = outside;
  }

  private void append(String markdown) {
    String text = trimmed(markdown.replaceFirst("^\\n+", ""));
    if (!text.isBlank()) {
      pending.add(inBox ? ShownBlocks.quote(text) : text);
    }
  }

  private void flush(String key) {
    if (!pending.isEmpty()) {
      String text = String.join(inBox ? "\n>\n" : "\n\n", pending);
      cells.add(Cell.markdown(pendingId.orElseGet(() -> ids.take(key)), text));
      pending.clear();
    }
    pendingId = Optional.empty();
  }

  private static String trimmed(String text) {
    return text.stripTrailing();
  }
}
