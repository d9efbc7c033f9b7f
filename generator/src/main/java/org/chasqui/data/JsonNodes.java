package org.chasqui.data;

import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import tools.jackson.core.JsonParser;

/** Located nodes of JSON. Its offsets count UTF-16 units, as ours do. */
final class JsonNodes extends NodeReader {
  private final int base;

  JsonNodes(SourceFile file, int start, Diagnostics diagnostics) {
    super(file, diagnostics);
    this.base = start;
  }

  private int begin(JsonParser parser) {
    return base + (int) parser.currentTokenLocation().getCharOffset();
  }

  /** Where the current token ends. */
  int end(JsonParser parser) {
    return base + (int) parser.currentLocation().getCharOffset();
  }

  @Override
  SourceSpan keySpan(JsonParser parser, String key) {
    int start = begin(parser);
    String text = file.text();
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return file.span(start, Math.min(at + 1, text.length()));
  }

  @Override
  SourceSpan scalarSpan(JsonParser parser) {
    return file.span(begin(parser), end(parser));
  }

  @Override
  int groupStart(JsonParser parser) {
    return begin(parser);
  }

  @Override
  SourceSpan groupSpan(JsonParser parser, int start, int lastChild) {
    return file.span(start, end(parser));
  }
}
