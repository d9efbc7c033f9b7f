package org.chasqui.markdown;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chasqui.markdown.Nodes.DirectiveBlock;
import org.chasqui.markdown.Nodes.LiteralBlock;
import org.chasqui.markdown.Nodes.MarkLine;
import org.chasqui.markdown.Nodes.MathBlock;
import org.jspecify.annotations.Nullable;

/**
 * What cross-references of a text may name: headings, places marked {@code (label)=}, figures,
 * tables, programs, formulas and the terms of its glossaries, counted in the order of the text.
 */
final class Labels {
  /** What a label stands for, with the start of the id of its word. */
  enum Kind {
    PLACE,
    SECTION,
    FIGURE,
    TABLE,
    CODE,
    EQUATION
  }

  /**
   * A place that may be named.
   *
   * @param id its id in the page
   * @param kind what stands there
   * @param number which of its kind, from 1; 0 for places and sections
   * @param title its heading or caption, as plain text; empty if it has none
   */
  record Label(String id, Kind kind, int number, String title) {}

  private final HeadingIds headingIds;
  private final Map<String, Label> labels = new LinkedHashMap<>();
  private final Map<String, String> terms = new LinkedHashMap<>();
  private final Map<Node, Integer> numbers = new IdentityHashMap<>();
  private final Set<String> named = new TreeSet<>();
  private final Set<String> tops = new TreeSet<>();
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

  private Labels(HeadingIds headingIds) {
    this.headingIds = headingIds;
  }

  static Labels of(Document document, HeadingIds headingIds) {
    Labels labels = new Labels(headingIds);
    labels.collect(document, 0, false);
    return labels;
  }

  static Labels of(Document document) {
    return of(document, HeadingIds.of(document));
  }

  /** What an author marked on purpose, with its title, and the terms of glossaries by their ids. */
  Map<String, String> marked() {
    Map<String, String> marked = new TreeMap<>();
    named.forEach(name -> marked.put(name, find(name).map(Label::title).orElse("")));
    terms.values().forEach(id -> marked.putIfAbsent(id, ""));
    return marked;
  }

  /** Whether a label stands before all else, not at a heading: there it means the whole page. */
  boolean isTop(String id) {
    return tops.contains(id);
  }

  /** The place of a label, whatever its case and blanks. */
  Optional<Label> find(String name) {
    Label exact = labels.get(name);
    return Optional.ofNullable(exact == null ? labels.get(HeadingIds.slug(name)) : exact);
  }

  /** The id of a glossary's term. */
  Optional<String> term(String name) {
    return Optional.ofNullable(terms.get(HeadingIds.slug(name)));
  }

  /** Every name, for suggestions. */
  Set<String> names() {
    return labels.keySet();
  }

  /** Every term, for suggestions. */
  Set<String> terms() {
    return terms.keySet();
  }

  /** Which figure, table, program or formula a node is, or 0. */
  int number(Node node) {
    return numbers.getOrDefault(node, 0);
  }

  /** The id of a term in its glossary. */
  static String termId(String term) {
    return "term-" + HeadingIds.slug(term);
  }

  private void collect(Node parent, int depth, boolean glossary) {
    List<String> pending = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof MarkLine mark) {
        if (!mark.label.isEmpty()) {
          pending.add(mark.label);
        } else if (mark.getChars().toString().strip().equals("%")) {
          alone(pending, depth);
        }
        continue;
      }
      if (node instanceof Block) {
        if (depth == 0 && labels.isEmpty() && !(node instanceof Heading)) {
          tops.addAll(pending);
        }
        block(node, pending);
        pending.clear();
        if (glossary && node instanceof DefinitionTerm) {
          String term = PlainText.of(node);
          terms.putIfAbsent(HeadingIds.slug(term), termId(term));
        }
        if (depth < Rendering.DEEPEST && !(node instanceof Paragraph)) {
          boolean within = node instanceof DirectiveBlock box && box.name().equals("glossary");
          collect(node, depth + 1, glossary || within);
        }
      }
    }
    pending.forEach(label -> add(label, label, Kind.PLACE, 0, ""));
  }

  // An empty comment stands where the title stood that is said above the text.
  private void alone(List<String> pending, int depth) {
    if (depth == 0 && labels.isEmpty()) {
      tops.addAll(pending);
    }
    named.addAll(pending);
    pending.forEach(label -> add(label, label, Kind.PLACE, 0, ""));
    pending.clear();
  }

  private void block(Node node, List<String> pending) {
    List<String> names = new ArrayList<>(pending);
    own(node).ifPresent(names::add);
    Kind kind = kind(node);
    int number = 0;
    if (kind != Kind.PLACE && kind != Kind.SECTION && counted(node, kind, names)) {
      number = counts.merge(kind, 1, Integer::sum);
      numbers.put(node, number);
    }
    String title = title(node);
    if (node instanceof Heading heading) {
      String id = headingIds.of(heading);
      if (!HeadingIds.explicit(heading).isEmpty()) {
        named.add(id);
      }
      add(id, id, kind, 0, title);
    }
    named.addAll(names);
    for (String name : names) {
      add(name, name, kind, number, title);
    }
  }

  // Figures are always counted, for the rest only what can be named.
  private static boolean counted(Node node, Kind kind, List<String> names) {
    return !names.isEmpty() || (kind == Kind.FIGURE && node instanceof DirectiveBlock);
  }

  private void add(String name, String id, Kind kind, int number, String title) {
    Label label = new Label(id, kind, number, title);
    labels.putIfAbsent(name, label);
    labels.putIfAbsent(HeadingIds.slug(name), label);
  }

  private static Kind kind(Node node) {
    if (node instanceof Heading) {
      return Kind.SECTION;
    }
    if (node instanceof MathBlock) {
      return Kind.EQUATION;
    }
    if (node instanceof TableBlock) {
      return Kind.TABLE;
    }
    if (node instanceof Paragraph && Pictures.alone(node) != null) {
      return Kind.FIGURE;
    }
    if (node instanceof DirectiveBlock block) {
      return switch (block.name()) {
        case "figure", DirectiveWriter.GLUED -> Kind.FIGURE;
        case "table" -> Kind.TABLE;
        default -> Kind.PLACE;
      };
    }
    CodeFence fence = fence(node);
    if (fence == null) {
      return Kind.PLACE;
    }
    return switch (fence.directive()) {
      case "image" -> Kind.FIGURE;
      case "list-table", "csv-table" -> Kind.TABLE;
      default -> fence.language().equals("math") ? Kind.EQUATION : Kind.CODE;
    };
  }

  /** Whether a directive is a figure: one with a picture, or one whose code draws it. */
  static boolean isFigure(String name) {
    return name.equals("figure") || name.equals(DirectiveWriter.GLUED);
  }

  private static @Nullable CodeFence fence(Node node) {
    if (node instanceof FencedCodeBlock code) {
      return CodeFence.of(code);
    }
    return node instanceof LiteralBlock code ? CodeFence.of(code) : null;
  }

  private static Optional<String> own(Node node) {
    if (node instanceof DirectiveBlock block) {
      return Optional.of(DirectiveWriter.givenId(block)).filter(id -> !id.isEmpty());
    }
    if (node instanceof MathBlock math) {
      return Optional.of(math.label).filter(id -> !id.isEmpty());
    }
    CodeFence fence = fence(node);
    Optional<String> named =
        fence == null ? Optional.empty() : Optional.of(fence.id()).filter(id -> !id.isEmpty());
    return named.or(() -> Optional.of(BlockAttributes.of(node).id()).filter(id -> !id.isEmpty()));
  }

  private static String title(Node node) {
    if (node instanceof Heading) {
      return PlainText.of(node);
    }
    if (node instanceof Paragraph) {
      Node only = Pictures.alone(node);
      return only == null ? "" : PlainText.of(only);
    }
    if (node instanceof DirectiveBlock block) {
      boolean caption = isFigure(block.name());
      Node first = block.getFirstChild();
      boolean headed = first instanceof Heading || (caption && first instanceof Paragraph);
      String inside = headed ? PlainText.of(first) : "";
      return caption || block.opening.title().isEmpty()
          ? inside
          : Markdown.plain(block.opening.title());
    }
    CodeFence fence = fence(node);
    return fence == null ? "" : fence.attributes().getOrDefault("caption", "");
  }
}
