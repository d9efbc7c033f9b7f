package org.chasqui.markdown;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.markdown.Nodes.DirectiveBlock;
import org.chasqui.markdown.Nodes.ShortcodeBlock;

/** The skeleton of a document: its blocks without their texts. */
final class Structure {
  private Structure() {}

  static List<String> of(String text) {
    List<String> skeleton = new ArrayList<>();
    collect(Dialect.parse(text), skeleton, 0);
    return skeleton;
  }

  private static void collect(Node parent, List<String> skeleton, int depth) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      boolean structural =
          (node instanceof Block && !(node instanceof Reference))
              || node.getClass().getName().contains(".tables.");
      if (structural) {
        skeleton.add(depth + " " + name(node));
        if (depth < Rendering.DEEPEST && !(node instanceof TableCell)) {
          collect(node, skeleton, depth + 1);
        }
      }
    }
  }

  private static String name(Node node) {
    String name = node.getNodeName();
    if (node instanceof Heading heading) {
      return name + heading.getLevel();
    }
    if (node instanceof FencedCodeBlock code) {
      return name + " " + code.getInfo();
    }
    if (node instanceof DirectiveBlock block) {
      return name + " " + block.name();
    }
    if (node instanceof ShortcodeBlock block) {
      return name + " " + block.tag.name();
    }
    return node instanceof OrderedList list ? name + list.getStartNumber() : name;
  }
}
