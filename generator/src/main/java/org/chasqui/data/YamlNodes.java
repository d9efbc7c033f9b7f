package org.chasqui.data;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Kind;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Node.Sequence;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import tools.jackson.core.JsonParser;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Located nodes of YAML.
 *
 * <p>Of Jackson's two locations {@code currentTokenLocation()} is where a token begins and {@code
 * currentLocation()} where it ends; the second is the one that exceptions carry, which is why it
 * seems to point past the value. Both count code points, not the UTF-16 units that offsets of a
 * source file are.
 */
final class YamlNodes extends NodeReader {
  private static final int MOST_NODES = 100_000;
  private static final Set<String> NULLS = Set.of("~", "null", "Null", "NULL");
  private static final Set<String> TRUE = Set.of("True", "TRUE");
  private static final Set<String> FALSE = Set.of("False", "FALSE");

  private final int base;
  private final boolean simple;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int count;
  private int lastPoint;
  private int lastOffset;

  private record Anchored(Node node, int size) {}

  /** What the parser lets pass although nobody can mean it. */
  static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final transient SourceSpan span;
    final String help;

    Fault(SourceSpan span, String message, String help) {
      super(message);
      this.span = span;
      this.help = help;
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  YamlNodes(SourceFile file, int start, int end, Diagnostics diagnostics) {
    super(file, diagnostics);
    this.base = start;
    this.lastOffset = start;
    this.simple = withoutSurrogates(file.beginning(), start, end);
  }

  private static boolean withoutSurrogates(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  // Counted on from the place asked for last: from the beginning it would cost the square.
  private int offset(long codePoints) {
    int n = (int) codePoints;
    if (simple) {
      return base + n;
    }
    lastOffset = file.beginning().offsetByCodePoints(lastOffset, n - lastPoint);
    lastPoint = n;
    return lastOffset;
  }

  private int begin(JsonParser parser) {
    return offset(parser.currentTokenLocation().getCharOffset());
  }

  private int end(JsonParser parser) {
    return offset(parser.currentLocation().getCharOffset());
  }

  @Override
  SourceSpan keySpan(JsonParser parser, String key) {
    return file.span(begin(parser), end(parser));
  }

  @Override
  SourceSpan scalarSpan(JsonParser parser) {
    int start = begin(parser);
    int end = end(parser);
    while (end > start && Character.isWhitespace(file.beginning().charAt(end - 1))) {
      end--; // a block scalar reaches over the line ends behind it
    }
    return file.span(start, end);
  }

  @Override
  int groupStart(JsonParser parser) {
    return begin(parser);
  }

  @Override
  SourceSpan groupSpan(JsonParser parser, int start, int lastChild) {
    int end = end(parser);
    boolean bracketed = end > begin(parser);
    return file.span(start, bracketed ? end : lastChild);
  }

  @Override
  Node value(JsonParser parser) {
    YAMLParser yaml = (YAMLParser) parser;
    if (yaml.isCurrentAlias()) {
      return alias(yaml);
    }
    String anchor = yaml.getObjectId();
    int before = count++;
    Node node = super.value(parser);
    if (anchor != null) {
      anchors.put(anchor, new Anchored(node, count - before));
    }
    return node;
  }

  private Node alias(YAMLParser parser) {
    SourceSpan span = scalarSpan(parser);
    Anchored target = anchors.get(parser.getString());
    if (target == null) {
      String help = "Put a value that begins with '*' in quotation marks.";
      throw new Fault(span, "there is no anchor for " + span.text(), help);
    }
    count += target.size();
    if (count > MOST_NODES) {
      String reason = "its aliases stand for more than " + MOST_NODES + " values";
      throw new Fault(span, reason, "Write out what you need.");
    }
    return target.node();
  }

  @Override
  Mapping mapping(JsonParser parser) {
    Mapping mapping = super.mapping(parser);
    Entry merge = mapping.entries().get("<<");
    return merge == null ? mapping : merged(mapping, merge.value());
  }

  private static Mapping merged(Mapping mapping, Node value) {
    Map<String, Entry> all = new LinkedHashMap<>(mapping.entries());
    if (value instanceof Mapping base) {
      all.remove("<<");
      base.entries().forEach(all::putIfAbsent);
    } else if (value instanceof Sequence bases) {
      all.remove("<<");
      for (Node base : bases.items()) {
        if (base instanceof Mapping group) {
          group.entries().forEach(all::putIfAbsent);
        }
      }
    }
    return new Mapping(all, mapping.span());
  }

  // The parser follows the JSON schema of YAML; people also write the core schema's other words.
  @Override
  Node scalar(JsonParser parser) {
    Scalar scalar = (Scalar) super.scalar(parser);
    if (scalar.kind() != Kind.STRING || scalar.span().text().startsWith("'")) {
      return scalar;
    }
    String written = scalar.span().text();
    if (NULLS.contains(written)) {
      return new Scalar("", Kind.NULL, scalar.span());
    }
    if (TRUE.contains(written) || FALSE.contains(written)) {
      String word = TRUE.contains(written) ? "true" : "false";
      return new Scalar(word, Kind.BOOLEAN, scalar.span());
    }
    return scalar;
  }
}
