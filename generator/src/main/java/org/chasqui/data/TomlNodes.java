package org.chasqui.data;

import java.util.ArrayDeque;
import java.util.Deque;
import org.chasqui.data.Node.Mapping;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/**
 * Located nodes of TOML. Jackson reads TOML as a whole and its tokens then know no place, so a
 * {@link TomlPlaces} has looked up the place of every path beforehand.
 */
final class TomlNodes extends NodeReader {
  private final TomlPlaces places;

  TomlNodes(SourceFile file, TomlPlaces places, Diagnostics diagnostics) {
    super(file, diagnostics);
    this.places = places;
  }

  private static String path(TokenStreamContext context) {
    Deque<String> steps = new ArrayDeque<>();
    for (TokenStreamContext at = context; at != null && !at.inRoot(); at = at.getParent()) {
      steps.addFirst(at.inObject() ? at.currentName() : TomlPlaces.index(at.getCurrentIndex()));
    }
    return TomlPlaces.path(steps);
  }

  @Override
  SourceSpan keySpan(JsonParser parser, String key) {
    return places.key(path(parser.streamReadContext()));
  }

  @Override
  SourceSpan scalarSpan(JsonParser parser) {
    return places.value(path(parser.streamReadContext()));
  }

  @Override
  int groupStart(JsonParser parser) {
    TokenStreamContext parent = parser.streamReadContext().getParent();
    return places.value(path(parent)).start();
  }

  @Override
  SourceSpan groupSpan(JsonParser parser, int start, int lastChild) {
    SourceSpan span = places.value(path(parser.streamReadContext()));
    return file.span(start, Math.max(span.end(), lastChild));
  }

  /** The whole document. */
  Mapping document(JsonParser parser) {
    return parser.nextToken() == JsonToken.START_OBJECT
        ? mapping(parser)
        : Mapping.empty(places.value(""));
  }
}
