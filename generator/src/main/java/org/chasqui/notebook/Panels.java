package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.chasqui.markdown.Block;

/**
 * The panels of tabs. Jupyter has no tabs: what can be run stands in cells under the panel's name,
 * and the other panels are folded away, so that readers open theirs.
 */
final class Panels {
  private static final Set<String> BY_HEADINGS = Set.of("group-tab", "tab");

  private Panels() {}

  /**
   * A panel.
   *
   * @param label its name, inline Markdown
   * @param heading the heading that names it, if it is one
   * @param place where the name stands and the panel begins
   * @param blocks what is in it
   */
  record Panel(
      String label, Optional<Block.Heading> heading, TracedCell.Stretch place, List<Block> blocks) {
    /** Where all of it stands. */
    TracedCell.Stretch whole() {
      int end = blocks.isEmpty() ? place.end() : blocks.get(blocks.size() - 1).end();
      return new TracedCell.Stretch(place.start(), Math.max(place.end(), end));
    }

    /** Whether code in it runs in cells of its own. */
    boolean runs(Predicate<Block.Code> isCell) {
      return runs(blocks, isCell);
    }

    private static boolean runs(List<Block> blocks, Predicate<Block.Code> isCell) {
      return blocks.stream()
          .anyMatch(
              block ->
                  (block instanceof Block.Code code && isCell.test(code))
                      || (block instanceof Block.Container box && runs(box.children(), isCell)));
    }
  }

  /** The panels of a box; none if it is no set of tabs. */
  static List<Panel> of(Block.Container box) {
    if (BY_HEADINGS.contains(box.name())) {
      return byHeadings(box.children());
    }
    boolean set = box.name().equals("tab-set") || box.name().equals("tabs");
    boolean items =
        !box.children().isEmpty()
            && box.children().stream()
                .allMatch(b -> b instanceof Block.Container c && c.name().equals("tab-item"));
    return set && items ? items(box.children()) : List.of();
  }

  private static List<Panel> byHeadings(List<Block> blocks) {
    List<Panel> panels = new ArrayList<>();
    if (blocks.isEmpty() || !(blocks.get(0) instanceof Block.Heading first)) {
      return panels;
    }
    List<Block> inside = new ArrayList<>();
    Block.Heading label = first;
    for (Block block : blocks.subList(1, blocks.size())) {
      if (block instanceof Block.Heading heading && heading.level() == first.level()) {
        panels.add(panel(label, inside));
        inside = new ArrayList<>();
        label = heading;
      } else {
        inside.add(block);
      }
    }
    panels.add(panel(label, inside));
    return panels;
  }

  private static Panel panel(Block.Heading label, List<Block> inside) {
    return new Panel(
        label.markdown(), Optional.of(label), TracedCell.Stretch.of(label), List.copyOf(inside));
  }

  private static List<Panel> items(List<Block> blocks) {
    List<Panel> panels = new ArrayList<>();
    for (Block block : blocks) {
      Block.Container item = (Block.Container) block;
      int begin = item.children().isEmpty() ? item.end() : item.children().get(0).start();
      panels.add(
          new Panel(
              item.title().orElse(""),
              Optional.empty(),
              new TracedCell.Stretch(item.start(), begin),
              item.children()));
    }
    return panels;
  }
}
