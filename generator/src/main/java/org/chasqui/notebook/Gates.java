package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.markdown.Block;

/**
 * MyST's gates: {@code solution-start} and {@code solution-end} stand before and after what belongs
 * to a solution, so that code cells need not stand inside a directive. Here they become a box.
 */
final class Gates {
  private static final String START = "-start";

  private Gates() {}

  /** The blocks with gates closed. What nothing ends reaches to the end of its surroundings. */
  static List<Block> closed(List<Block> blocks) {
    List<Block> result = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (!(blocks.get(i) instanceof Block.Container box)) {
        result.add(blocks.get(i));
      } else if (box.name().endsWith(START)) {
        int end = end(blocks, i);
        String name = box.name().substring(0, box.name().length() - START.length());
        List<Block> inside = new ArrayList<>(box.children());
        inside.addAll(blocks.subList(i + 1, end));
        result.add(with(box, name, closed(inside)));
        i = end;
      } else {
        result.add(with(box, box.name(), closed(box.children())));
      }
    }
    return result;
  }

  private static int end(List<Block> blocks, int start) {
    String name = ((Block.Container) blocks.get(start)).name().replace(START, "-end");
    int i = start + 1;
    while (i < blocks.size()
        && !(blocks.get(i) instanceof Block.Container box && box.name().equals(name))) {
      i++;
    }
    return i;
  }

  private static Block with(Block.Container box, String name, List<Block> children) {
    return new Block.Container(
        box.start(), box.end(), name, box.title(), box.attributes(), children);
  }
}
