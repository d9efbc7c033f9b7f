package org.chasqui.pipeline;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.markdown.Include;
import org.chasqui.markdown.IncludedPart;
import org.chasqui.site.Body;

/** Puts a body together of stretches of others; each keeps the place it came from. */
final class BodyParts {
  private final StringBuilder text = new StringBuilder();
  private final NavigableMap<Integer, SourceSpan> origins = new TreeMap<>();

  /** Lines of a file. */
  static Body lines(SourceFile file, IncludedPart part) {
    BodyParts parts = new BodyParts();
    part.lines().forEach(line -> parts.line(file, line));
    return parts.body(file.top());
  }

  /** Lines of a file as a code block with the options of the directive. */
  static Body code(Include include, SourceSpan place, SourceFile file, IncludedPart part) {
    String fence = fence(file.text());
    BodyParts parts = new BodyParts();
    parts.made(fence + "{code-block} " + include.language() + "\n", place);
    include.options().entrySet().stream()
        .filter(option -> SHOWN.contains(option.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(option -> parts.made(option(option), place));
    part.lines().forEach(line -> parts.line(file, line));
    parts.made(fence + "\n", place);
    return parts.body(place);
  }

  private static final List<String> SHOWN =
      List.of("caption", "class", "emphasize-lines", "label", "name", "tags");

  private static String option(Map.Entry<String, String> option) {
    return ":" + option.getKey() + ": " + option.getValue() + "\n";
  }

  // Longer than any in the code.
  private static String fence(String code) {
    StringBuilder fence = new StringBuilder("```");
    while (code.contains(fence)) {
      fence.append('`');
    }
    return fence.toString();
  }

  private void line(SourceFile file, IncludedPart.Line line) {
    origins.put(text.length(), file.span(line.start(), line.end()));
    text.append(file.text(), line.start(), line.end()).append('\n');
  }

  private void made(String words, SourceSpan place) {
    origins.put(text.length(), place);
    text.append(words);
  }

  /** A stretch of another body. */
  void copy(Body body, int from, int to) {
    if (from >= to) {
      return;
    }
    int shift = text.length() - from;
    origins.put(text.length(), body.origin(from, body.markdown().length()));
    body.origins()
        .subMap(from, false, to, false)
        .forEach((at, span) -> origins.put(at + shift, span));
    text.append(body.markdown(), from, to);
  }

  /** All lines of another body, the second and all after it behind an indentation. */
  void indented(Body body, String indent) {
    String lines = body.markdown().stripTrailing();
    int at = 0;
    while (at < lines.length()) {
      int end = lines.indexOf('\n', at);
      end = end < 0 ? lines.length() : end + 1;
      if (at > 0) {
        origins.put(text.length(), body.origin(at, at));
        text.append(lines.startsWith("\n", at) ? indent.stripTrailing() : indent);
      }
      copy(body, at, end);
      at = end;
    }
  }

  /** What was put together. */
  Body body() {
    return new Body(text.toString(), origins, List.of());
  }

  private Body body(SourceSpan otherwise) {
    origins.putIfAbsent(0, otherwise);
    return body();
  }
}
