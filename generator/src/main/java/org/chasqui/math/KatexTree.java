package org.chasqui.math;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.NativeArray;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/** Takes what KaTeX made out of its world. */
final class KatexTree {
  /** Deeper than this, browsers flatten a page. */
  private static final int DEEPEST = 250;

  private KatexTree() {}

  /** Thrown where a formula is nested too deeply. */
  static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The {@code math} element in the span that KaTeX returns. */
  static Element of(Object span) {
    List<Node> found = new ArrayList<>();
    add(span, found, 0);
    for (Node node : found) {
      if (node instanceof Element element && element.name().equals("math")) {
        return element;
      }
    }
    throw new IllegalStateException("KaTeX made no math element");
  }

  private static void add(Object from, List<Node> to, int depth) {
    if (depth > DEEPEST) {
      throw new TooDeep();
    }
    if (!(from instanceof Scriptable node)) {
      return;
    }
    Object type = ScriptableObject.getProperty(node, "type");
    Object text = ScriptableObject.getProperty(node, "text");
    if (type instanceof CharSequence name) {
      List<Node> children = new ArrayList<>();
      children(node, children, depth + 1);
      to.add(new Element(name.toString(), attributes(node), classes(node), children));
    } else if (text instanceof CharSequence characters) {
      to.add(new Characters(characters.toString()));
    } else if (ScriptableObject.hasProperty(node, "character")) {
      to.add(space(node));
    } else {
      children(node, to, depth);
    }
  }

  private static void children(Scriptable node, List<Node> to, int depth) {
    if (ScriptableObject.getProperty(node, "children") instanceof NativeArray array) {
      for (Object child : array) {
        add(child, to, depth);
      }
    }
  }

  // KaTeX writes some widths as blanks of Unicode, which fonts have in other widths or not at all.
  private static Element space(Scriptable node) {
    double width = Context.toNumber(ScriptableObject.getProperty(node, "width"));
    long tenThousandths = Double.isFinite(width) ? Math.round(width * 10_000) : 0;
    String em = BigDecimal.valueOf(tenThousandths, 4).stripTrailingZeros().toPlainString();
    return new Element("mspace", Map.of("width", em + "em"), "", List.of());
  }

  private static Map<String, String> attributes(Scriptable node) {
    Map<String, String> attributes = new TreeMap<>();
    if (ScriptableObject.getProperty(node, "attributes") instanceof Scriptable all) {
      for (Object id : all.getIds()) {
        String name = id.toString();
        attributes.put(name, Context.toString(ScriptableObject.getProperty(all, name)));
      }
    }
    return attributes;
  }

  private static String classes(Scriptable node) {
    List<String> classes = new ArrayList<>();
    if (ScriptableObject.getProperty(node, "classes") instanceof NativeArray array) {
      for (Object name : array) {
        classes.add(Context.toString(name));
      }
    }
    return String.join(" ", classes);
  }

  /** A piece of MathML. */
  sealed interface Node {}

  /** Text. */
  record Characters(String text) implements Node {}

  /** An element with its attributes by name and its classes with blanks between. */
  record Element(String name, Map<String, String> attributes, String classes, List<Node> children)
      implements Node {
    Element {
      attributes = new TreeMap<>(attributes);
      children = List.copyOf(children);
    }

    String attribute(String key) {
      return attributes.getOrDefault(key, "");
    }
  }
}
