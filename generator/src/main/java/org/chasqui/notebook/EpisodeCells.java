package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.markdown.Block;
import org.chasqui.site.Coverage;
import org.chasqui.site.Episode;
import org.chasqui.site.NotebookStyle;
import org.chasqui.site.Text;

/**
 * Makes the cells of one episode's notebook.
 *
 * <p>A prose cell is what stands between two headings, boxes or code cells, so that an edit of one
 * paragraph changes one cell. The last cell is always the same: what is added later stands before
 * it, where git never takes it for a part of what learners added after it.
 */
final class EpisodeCells {
  private final Episode episode;
  private final Episode source;
  private final ShownBlocks.Style style;
  private final Words words;
  private final ProseRewriter rewriter;
  private final ShownBlocks shown;
  private final EpisodeTargets targets;
  private final ReadOnce texts;
  private final Map<String, String> headingIds = new HashMap<>();
  private final List<Cell> cells = new ArrayList<>();
  private final List<TracedCell> traced = new ArrayList<>();
  private final List<String> pending = new ArrayList<>();
  private final List<TracedCell.Stretch> pendingFrom = new ArrayList<>();
  private final CellIds ids = new CellIds();
  private Optional<String> pendingId = Optional.empty();
  private String section = "start";
  private boolean tracing;
  private boolean inBox;
  private Optional<TracedCell.Stretch> boxPlace = Optional.empty();
  private String boxTitle = "";
  private final List<Solved> solutions = new ArrayList<>();

  /**
   * A solution that stands at the end.
   *
   * @param section what it solves, as ids name it
   * @param title what it solves, as readers know it
   * @param blocks the solution
   */
  private record Solved(String section, String title, List<Block> blocks) {}

  /**
   * @param source the episode in the source language, whose headings name the cells of all
   */
  EpisodeCells(
      Episode episode,
      Episode source,
      ShownBlocks.Style style,
      Words words,
      EpisodeTargets targets,
      ReadOnce texts) {
    this.episode = episode;
    this.texts = texts;
    this.source = source;
    this.style = style;
    this.words = words;
    this.targets = targets;
    this.rewriter = new ProseRewriter(episode.body().markdown(), targets, style.forInstructors());
    this.shown = new ShownBlocks(rewriter, words, targets, style);
  }

  /** Lets {@link #traced()} tell the places that the cells come from. */
  EpisodeCells tracing() {
    tracing = true;
    return this;
  }

  /** The cells, in order. */
  List<Cell> make() {
    String markdown = episode.body().markdown();
    boolean isSource = markdown.equals(source.body().markdown());
    List<Block> blocks = Gates.closed(isSource ? texts.source(markdown) : texts.of(markdown));
    anchors(blocks);
    add(Cell.markdown(ids.take("title"), title()), List.of());
    // Fixed cells take their ids before any heading may wish for the same.
    String keypointsId = ids.take("keypoints");
    String endId = ids.take("end");
    blocks.forEach(this::block);
    flush(section + "-end");
    if (!episode.details().keypoints().isEmpty()) {
      String points = list("episode.keypoints", episode.details().keypoints());
      add(Cell.markdown(keypointsId, points), List.of());
    }
    solutions();
    add(Cell.markdown(endId, "*" + words.text("notebook.end") + "*"), List.of());
    return cells;
  }

  /** The cells that were made, with the places they come from. */
  List<TracedCell> traced() {
    List<Text> top = new ArrayList<>(List.of(episode.header().title()));
    top.addAll(episode.details().questions());
    top.addAll(episode.details().objectives());
    return traced.stream()
        .map(
            cell ->
                cell.cell().id().equals("title")
                    ? withFields(cell, top)
                    : cell.cell().id().equals("keypoints")
                        ? withFields(cell, episode.details().keypoints())
                        : cell)
        .toList();
  }

  // They stand there in order, each behind the sign of a heading or of a list.
  private TracedCell withFields(TracedCell cell, List<Text> fields) {
    List<TracedCell.Part> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < fields.size(); i++) {
      Text field = fields.get(i);
      String shown = rewriter.inline(field.value().strip());
      int at = cell.text().indexOf((i == 0 ? "" : "- ") + shown, from);
      at = at < 0 ? at : cell.text().indexOf(shown, at);
      if (at >= 0) {
        parts.add(
            new TracedCell.Part(
                at,
                shown.length(),
                new TracedCell.Stretch(0, 0),
                Optional.empty(),
                Optional.of(field)));
        from = at + shown.length();
      }
    }
    return new TracedCell(cell.cell(), parts, false, Optional.empty());
  }

  private void add(Cell cell, List<TracedCell.Part> parts) {
    cells.add(cell);
    if (!tracing) {
      return;
    }
    boolean quoted = inBox && cell.kind() == Cell.Kind.MARKDOWN;
    traced.add(new TracedCell(cell, parts, quoted, boxPlace));
  }

  private void anchors(List<Block> blocks) {
    List<Block.Heading> headings = headings(blocks);
    for (Block.Heading heading : headings) {
      targets.heading(heading.id(), heading.markdown());
    }
    // A page translated as a whole has anchors of its own. Its cells are still the source's.
    List<Block.Heading> originals =
        source.equals(episode) ? headings : headings(texts.source(source.body().markdown()));
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
    } else if (block instanceof Block.Code code && Boxes.leftOut(code.attributes())) {
      solved(List.of(whole(code)));
    } else {
      append(shown.of(block), TracedCell.Stretch.of(block));
      if (block instanceof Block.Prose prose) {
        prose.inner().forEach(this::solvedWithin);
      }
    }
  }

  // What learners do not see in a list they find at the end, if they get solutions there.
  private void solvedWithin(Block block) {
    if (block instanceof Block.Code code
        && (Boxes.leftOut(code.attributes()) || SolutionRegions.in(code.code()))) {
      solved(List.of(whole(code)));
    } else if (block instanceof Block.Container box
        && Boxes.kind(box.name(), box.attributes()) == Boxes.Kind.LEFT_OUT
        && Boxes.isSolution(box.name(), box.attributes())) {
      solved(shown.title(box).rest());
    }
  }

  private void heading(Block.Heading heading) {
    if (inBox) {
      append(shown.of(heading), TracedCell.Stretch.of(heading));
      return;
    }
    flush(section + "-end");
    section = headingIds.getOrDefault(heading.id(), heading.id());
    pendingId = Optional.of(ids.take(section));
    append(
        "#".repeat(Math.max(2, heading.level())) + " " + rewriter.inline(heading.markdown()),
        TracedCell.Stretch.of(heading));
  }

  private boolean runs(Block.Code code) {
    return CodeRules.isCell(style.kernel(), code)
        && (style.forInstructors() || !Boxes.leftOut(code.attributes()));
  }

  private void code(Block.Code code) {
    String name = code.attributes().getOrDefault("id", section + "-" + CellIds.nameOf(code.code()));
    String id = ids.take(name);
    flush(id + "-text");
    Json.Members metadata = CellMetadata.of(code, id, !style.forInstructors());
    String source = trimmed(style.code(code.code()));
    add(
        new Cell(id, Cell.Kind.CODE, source, metadata),
        List.of(
            new TracedCell.Part(
                0,
                source.length(),
                TracedCell.Stretch.of(code),
                Optional.of(code),
                Optional.empty())));
    boolean atEnd = style.variant() == NotebookStyle.Variant.SOLUTIONS;
    if (atEnd && SolutionRegions.in(code.code())) {
      solved(List.of(whole(code)));
    }
  }

  private void container(Block.Container box) {
    switch (Boxes.kind(box.name(), box.attributes())) {
      case LEFT_OUT -> forTeachers(box);
      case FOLDED -> append(shown.of(box), TracedCell.Stretch.of(box));
      case TRANSPARENT -> {
        List<Panels.Panel> panels = Panels.of(box);
        if (!panels.isEmpty()) {
          panels.forEach(this::panel);
        } else if (box.name().equals("figure")) {
          append(shown.of(box), TracedCell.Stretch.of(box));
        } else {
          box.title()
              .ifPresent(title -> append("**" + rewriter.inline(title) + "**", titlePlace(box)));
          box.children().forEach(this::block);
        }
      }
      case FRAMED -> framed(box);
    }
  }

  private void panel(Panels.Panel panel) {
    if (!panel.runs(this::runs)) {
      append(shown.panel(panel), panel.whole());
      return;
    }
    String outside = section;
    if (!inBox) {
      String name = panel.heading().map(Block.Heading::id).orElse("");
      String key = name.isEmpty() ? section + "-tab" : headingIds.getOrDefault(name, name);
      flush(section + "-end");
      section = name.isEmpty() ? section : key;
      pendingId = Optional.of(ids.take(key));
    }
    append("**" + rewriter.inline(panel.label()) + "**", panel.place());
    panel.blocks().forEach(this::block);
    if (!inBox) {
      flush(section + "-end");
      section = outside;
    }
  }

  private void forTeachers(Block.Container box) {
    if (!style.forInstructors()) {
      if (Boxes.isSolution(box.name(), box.attributes())) {
        solved(shown.title(box).rest());
      }
      return;
    }
    BoxTitle title = shown.title(box);
    String outside = section;
    section = section + "-" + box.name();
    append("**" + title.text() + "**", titlePlace(box));
    title.rest().forEach(this::block);
    flush(section + "-end");
    section = outside;
  }

  private void solved(List<Block> blocks) {
    if (style.variant() == NotebookStyle.Variant.SOLUTIONS) {
      solutions.add(new Solved(section, boxTitle, blocks));
    }
  }

  private static Block.Code whole(Block.Code code) {
    return new Block.Code(
        code.start(),
        code.end(),
        code.language(),
        false,
        Map.of(),
        SolutionRegions.whole(code.code()));
  }

  private void solutions() {
    if (solutions.isEmpty()) {
      return;
    }
    add(Cell.markdown(ids.take("solutions"), "## " + words.text("notebook.solutions")), List.of());
    for (Solved solved : solutions) {
      String title = words.box("solution");
      title = solved.title().isEmpty() ? title : title + ": " + solved.title();
      String text = shown.solution(title, solved.blocks());
      Cell cell = Cell.markdown(ids.take(solved.section() + "-solution"), text);
      add(cell, solved.blocks().isEmpty() ? List.of() : List.of(part(text, solved.blocks())));
    }
  }

  private void framed(Block.Container box) {
    if (inBox) {
      append(shown.of(box), TracedCell.Stretch.of(box));
      return;
    }
    BoxTitle title = shown.title(box);
    String outside = section;
    boxTitle = title.text();
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
    boxPlace = Optional.of(TracedCell.Stretch.of(box));
    append("**" + title.text() + "**", titlePlace(box));
    title.rest().forEach(this::block);
    flush(id + "-end");
    inBox = false;
    boxPlace = Optional.empty();
    boxTitle = "";
    section = outside;
  }

  private static TracedCell.Part part(String text, List<Block> blocks) {
    TracedCell.Stretch from =
        new TracedCell.Stretch(blocks.get(0).start(), blocks.get(blocks.size() - 1).end());
    return new TracedCell.Part(0, text.length(), from, Optional.empty(), Optional.empty());
  }

  // The heading inside that is the title, else the line that opens the box.
  private TracedCell.Stretch titlePlace(Block.Container box) {
    boolean given = box.title().filter(title -> !title.isBlank()).isPresent();
    if (!given && !box.children().isEmpty() && box.children().get(0) instanceof Block.Heading h) {
      return TracedCell.Stretch.of(h);
    }
    int line = episode.body().markdown().indexOf('\n', box.start());
    return new TracedCell.Stretch(box.start(), line < 0 ? box.end() : Math.min(line, box.end()));
  }

  private void append(String markdown, TracedCell.Stretch from) {
    String text = trimmed(ShownBlocks.fromFirstLine(markdown));
    if (!text.isBlank()) {
      pending.add(inBox ? ShownBlocks.quote(text) : text);
      pendingFrom.add(from);
    }
  }

  private void flush(String key) {
    if (!pending.isEmpty()) {
      String text = String.join(inBox ? "\n>\n" : "\n\n", pending);
      add(Cell.markdown(pendingId.orElseGet(() -> ids.take(key)), text), parts());
      pending.clear();
      pendingFrom.clear();
    }
    pendingId = Optional.empty();
  }

  private List<TracedCell.Part> parts() {
    List<TracedCell.Part> parts = new ArrayList<>();
    if (!tracing) {
      return parts;
    }
    int at = 0;
    for (int i = 0; i < pending.size(); i++) {
      int length = inBox ? TracedCell.unquoted(pending.get(i)).length() : pending.get(i).length();
      parts.add(
          new TracedCell.Part(at, length, pendingFrom.get(i), Optional.empty(), Optional.empty()));
      at += length + 2;
    }
    return parts;
  }

  private static String trimmed(String text) {
    return text.stripTrailing();
  }
}
