package org.chasqui.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chasqui.math.KatexTree.Characters;
import org.chasqui.math.KatexTree.Element;
import org.chasqui.math.KatexTree.Node;

/**
 * Writes MathML Core, which is what browsers have in common (W3C, MathML Core). KaTeX makes MathML
 * 3: what of that Core dropped is written as letters of Unicode or as classes that a theme's style
 * sheet shows ({@code math-left}, {@code math-right}, {@code math-bar}, {@code math-rule}, {@code
 * math-aligned}). Inline styles go, as pages forbid them.
 */
final class MathMl {
  private static final Set<String> KEPT =
      Set.of(
          "accent",
          "accentunder",
          "depth",
          "displaystyle",
          "fence",
          "form",
          "height",
          "largeop",
          "linethickness",
          "lspace",
          "mathbackground",
          "mathcolor",
          "mathsize",
          "maxsize",
          "minsize",
          "movablelimits",
          "notation",
          "rspace",
          "scriptlevel",
          "separator",
          "stretchy",
          "symmetric",
          "voffset",
          "width");

  /** The colour in which KaTeX is told to write commands that it refuses. */
  static final String REFUSED = "refused";

  private final StringBuilder out = new StringBuilder();

  private MathMl() {}

  /** Thrown where a formula has a command that would link or load something. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String command;

    Refused(String command) {
      super(command, null, false, false);
      this.command = command;
    }

    String command() {
      return command;
    }
  }

  /** A {@code math} element with its TeX. */
  static String write(Element math, Katex.Request request) {
    MathMl writer = new MathMl();
    writer.out.append(request.display() ? "<math display=\"block\">" : "<math>");
    writer.out.append("<semantics>");
    Element content = content(math);
    writer.write(request.display() ? inLines(content) : content);
    writer.out.append("<annotation encoding=\"application/x-tex\">");
    writer.text(request.tex().strip());
    writer.out.append("</annotation></semantics></math>");
    return writer.out.toString();
  }

  private static Element content(Element math) {
    for (Node child : math.children()) {
      if (child instanceof Element semantics && semantics.name().equals("semantics")) {
        return (Element) semantics.children().get(0);
      }
    }
    throw new IllegalStateException("KaTeX made no semantics element");
  }

  // A \\ outside of any table: browsers break no lines in formulas, so its lines become rows.
  private static Element inLines(Element content) {
    List<Node> rows = new ArrayList<>();
    List<Node> line = new ArrayList<>();
    for (Node child : content.children()) {
      if (child instanceof Element e && e.attribute("linebreak").equals("newline")) {
        rows.add(row(line));
        line = new ArrayList<>();
      } else {
        line.add(child);
      }
    }
    if (rows.isEmpty()) {
      return content;
    }
    if (!line.isEmpty()) {
      rows.add(row(line));
    }
    return new Element("mtable", Map.of("displaystyle", "true"), "", rows);
  }

  private static Element row(List<Node> line) {
    return new Element("mtr", Map.of(), "", List.of(new Element("mtd", Map.of(), "", line)));
  }

  private void write(Node node) {
    if (node instanceof Characters characters) {
      text(characters.text());
    } else if (node instanceof Element element) {
      element(element);
    }
  }

  private void element(Element element) {
    switch (element.name()) {
      case "mtable" -> table(element);
      case "mspace" -> leaf(element, Map.of("width", element.attribute("width")));
      case "mi", "mn", "mo", "mtext", "ms" -> token(element);
      case "mrow" -> row(element);
      case "mstyle" -> style(element);
      default -> whole(element.name(), kept(element), "", element.children());
    }
  }

  // One style within another says all again.
  private void style(Element element) {
    if (element.attribute("mathcolor").equals(REFUSED)) {
      throw new Refused(plain(element));
    }
    boolean again =
        element.children().size() == 1
            && element.children().get(0) instanceof Element inner
            && inner.name().equals("mstyle")
            && inner.attributes().keySet().containsAll(element.attributes().keySet());
    if (again) {
      write(element.children().get(0));
    } else {
      whole("mstyle", kept(element), "", element.children());
    }
  }

  private static String plain(Node node) {
    return node instanceof Element element
        ? element.children().stream().map(MathMl::plain).collect(Collectors.joining())
        : ((Characters) node).text();
  }

  // A row of one says nothing, and upright letters in a row are a word.
  private void row(Element element) {
    Map<String, String> attributes = kept(element);
    List<Element> children = elements(element.children());
    if (children.size() > 1 && children.stream().allMatch(MathMl::isUpright)) {
      String word = children.stream().map(MathMl::plain).collect(Collectors.joining());
      whole("mi", Map.of(), "", List.of(new Characters(word)));
      return;
    }
    if (element.children().size() == 1 && attributes.isEmpty()) {
      write(element.children().get(0));
    } else {
      whole("mrow", attributes, "", element.children());
    }
  }

  private static boolean isUpright(Element element) {
    return element.name().equals("mi") && element.attribute("mathvariant").equals("normal");
  }

  private void token(Element element) {
    Map<String, String> attributes = kept(element);
    String variant = element.attribute("mathvariant");
    boolean text = element.name().equals("mtext");
    boolean letters = !text && Letters.has(variant);
    if (!variant.isEmpty() && (text ? !variant.equals("normal") : !letters)) {
      attributes.put("mathvariant", variant);
    }
    List<Node> children = element.children();
    if (letters) {
      children =
          children.stream().map(c -> c instanceof Characters t ? styled(variant, t) : c).toList();
    }
    whole(element.name(), attributes, "", children);
  }

  private static Node styled(String variant, Characters characters) {
    return new Characters(Letters.in(variant, characters.text()));
  }

  private void table(Element table) {
    List<Element> rows = elements(table.children());
    if (table.attribute("width").equals("100%")) {
      tagged(rows);
      return;
    }
    Map<String, String> attributes = new TreeMap<>();
    boolean display =
        table.attribute("displaystyle").equals("true")
            || rows.stream().allMatch(row -> cells(row).stream().allMatch(MathMl::isDisplay));
    if (display) {
      attributes.put("displaystyle", "true");
    }
    boolean tight = table.attribute("columnspacing").startsWith("0em");
    boolean aligned = tight && table.attribute("columnalign").startsWith("right left");
    open("mtable", attributes, aligned ? "math-aligned" : "");
    String[] lines = words(table.attribute("rowlines"));
    for (int i = 0; i < rows.size(); i++) {
      boolean ruled = i > 0 && isLine(lines, i - 1);
      open("mtr", Map.of(), ruled ? "math-rule" : "");
      cells(rows.get(i), table, display);
      close("mtr");
    }
    close("mtable");
  }

  private void cells(Element row, Element table, boolean display) {
    String[] aligns = words(table.attribute("columnalign"));
    String[] bars = words(table.attribute("columnlines"));
    List<Element> cells = cells(row);
    for (int i = 0; i < cells.size(); i++) {
      String align = aligns.length == 0 ? "" : aligns[Math.min(i, aligns.length - 1)];
      String classes = align.isEmpty() || align.equals("center") ? "" : "math-" + align;
      if (i > 0 && isLine(bars, i - 1)) {
        classes = (classes + " math-bar").strip();
      }
      whole("mtd", Map.of(), classes, inside(cells.get(i), display));
    }
  }

  // What a cell holds without the style that its table has anyway.
  private static List<Node> inside(Element cell, boolean display) {
    if (cell.children().size() == 1
        && cell.children().get(0) instanceof Element style
        && style.name().equals("mstyle")
        && style.attribute("scriptlevel").equals("0")
        && style.attributes().keySet().equals(Set.of("displaystyle", "scriptlevel"))
        && style.attribute("displaystyle").equals(String.valueOf(display))) {
      return style.children();
    }
    return cell.children();
  }

  private static boolean isDisplay(Element cell) {
    return cell.children().size() == 1
        && cell.children().get(0) instanceof Element style
        && style.name().equals("mstyle")
        && style.attribute("displaystyle").equals("true");
  }

  // KaTeX pushes a \tag to the right with columns of half the width, which would be wider than a
  // telephone: formula and tag follow each other.
  private void tagged(List<Element> rows) {
    open("mrow", Map.of(), "");
    for (Element row : rows) {
      List<Element> cells = elements(row.children());
      for (int i = 0; i < cells.size(); i++) {
        if (i == cells.size() - 1) {
          leaf(new Element("mspace", Map.of(), "", List.of()), Map.of("width", "2em"));
        }
        cells.get(i).children().forEach(this::write);
      }
    }
    close("mrow");
  }

  // Without those that KaTeX would number: equations are numbered by their labels.
  private static List<Element> cells(Element row) {
    return elements(row.children()).stream()
        .filter(cell -> !cell.classes().contains("mtr-glue"))
        .filter(cell -> !cell.classes().contains("mml-eqn-num"))
        .toList();
  }

  private static List<Element> elements(List<Node> nodes) {
    return nodes.stream().filter(Element.class::isInstance).map(Element.class::cast).toList();
  }

  private static boolean isLine(String[] lines, int between) {
    return lines.length > 0 && !lines[Math.min(between, lines.length - 1)].equals("none");
  }

  private static String[] words(String list) {
    return list.isBlank() ? new String[0] : list.strip().split("\\s+");
  }

  private static Map<String, String> kept(Element element) {
    Map<String, String> attributes = new TreeMap<>(element.attributes());
    attributes.keySet().retainAll(KEPT);
    return attributes;
  }

  private void whole(String name, Map<String, String> attributes, String classes, List<Node> of) {
    open(name, attributes, classes);
    of.forEach(this::write);
    close(name);
  }

  private void leaf(Element element, Map<String, String> attributes) {
    if (!element.attribute("linebreak").equals("newline")) {
      open("mspace", attributes, "");
      out.insert(out.length() - 1, '/');
    }
  }

  private void open(String name, Map<String, String> attributes, String classes) {
    out.append('<').append(name);
    if (!classes.isEmpty()) {
      out.append(" class=\"").append(classes).append('"');
    }
    attributes.forEach(
        (key, value) -> {
          out.append(' ').append(key).append("=\"");
          text(value);
          out.append('"');
        });
    out.append('>');
  }

  private void close(String name) {
    out.append("</").append(name).append('>');
  }

  private void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(text.charAt(i));
      }
    }
  }
}
