package org.chasqui.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Kind;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Node.Sequence;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Makes located nodes of the tokens of a Jackson parser, one token at a time: no tree of Jackson's
 * in between. What differs between formats is only where a token stands.
 */
abstract class NodeReader {
  final SourceFile file;
  private final Diagnostics diagnostics;

  NodeReader(SourceFile file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  /** Where the key that is the current token stands. */
  abstract SourceSpan keySpan(JsonParser parser, String key);

  /** Where the scalar that is the current token stands. */
  abstract SourceSpan scalarSpan(JsonParser parser);

  /** Where the list or group stands that ends with the current token. */
  abstract SourceSpan groupSpan(JsonParser parser, int start, int lastChild);

  /** Where the list or group begins that the current token opens. */
  abstract int groupStart(JsonParser parser);

  /** The value that begins with the current token. */
  Node value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser);
      case START_ARRAY -> sequence(parser);
      default -> scalar(parser);
    };
  }

  Mapping mapping(JsonParser parser) {
    int start = groupStart(parser);
    int last = start;
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      SourceSpan keySpan = keySpan(parser, key);
      parser.nextToken();
      Node value = value(parser);
      last = Math.max(keySpan.end(), value.span().end());
      put(entries, new Entry(key, keySpan, value));
    }
    return new Mapping(entries, groupSpan(parser, start, last));
  }

  /** Takes a key; of two with one name the later counts, and the author is told. */
  void put(Map<String, Entry> entries, Entry entry) {
    Entry earlier = entries.remove(entry.key());
    entries.put(entry.key(), entry);
    if (earlier != null) {
      duplicate(entry.key(), earlier.keySpan(), entry.keySpan());
    }
  }

  void duplicate(String key, SourceSpan earlier, SourceSpan later) {
    diagnostics.add(
        Diagnostic.warning(
                "front-matter-duplicate-key",
                later,
                "The key '" + key + "' stands here a second time; this value counts.")
            .help("Remove the one in line " + earlier.line() + "."));
  }

  private Sequence sequence(JsonParser parser) {
    int start = groupStart(parser);
    int last = start;
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Node item = value(parser);
      last = item.span().end();
      items.add(item);
    }
    return new Sequence(List.copyOf(items), groupSpan(parser, start, last));
  }

  Node scalar(JsonParser parser) {
    Kind kind =
        switch (parser.currentToken()) {
          case VALUE_NUMBER_INT -> Kind.INTEGER;
          case VALUE_NUMBER_FLOAT -> Kind.DECIMAL;
          case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
          case VALUE_NULL -> Kind.NULL;
          default -> Kind.STRING;
        };
    // Asking for the text makes a lazy parser read to its end, which scalarSpan relies on.
    String text = parser.getString();
    return new Scalar(text == null ? "" : text, kind, scalarSpan(parser));
  }
}
