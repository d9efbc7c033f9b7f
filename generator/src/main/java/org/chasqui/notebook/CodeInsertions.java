package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.markdown.Block;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Body;
import org.chasqui.site.Episode;
import org.chasqui.site.Lesson;

/** Puts Markdown after the code of an episode: what came of running it. */
public final class CodeInsertions {
  private final Body body;
  private final Kernel kernel;
  private final Function<String, String> text;
  private final TreeMap<Integer, Insertion> found = new TreeMap<>();

  private record Insertion(String text, SourceSpan from) {}

  private CodeInsertions(Body body, Kernel kernel, Function<String, String> text) {
    this.body = body;
    this.kernel = kernel;
    this.text = text;
  }

  /**
   * The episode with them.
   *
   * @param text for the code of a cell what stands after it and its output; empty for nothing
   */
  public static Episode into(Episode episode, Lesson lesson, Function<String, String> text) {
    CodeInsertions insertions =
        new CodeInsertions(episode.body(), Kernel.of(episode.kernel(lesson)), text);
    insertions.blocks(Markdown.blocks(episode.body().markdown()));
    return insertions.found.isEmpty()
        ? episode
        : new Episode(episode.header(), insertions.made(), episode.details());
  }

  private void blocks(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Block.Container box) {
        blocks(box.children());
      } else if (blocks.get(i) instanceof Block.Code code && CodeRules.runs(kernel, code)) {
        Block last = code;
        for (int next = i + 1; next < blocks.size() && isOutput(blocks.get(next)); next++) {
          last = blocks.get(next);
        }
        String shown = text.apply(code.code().stripTrailing());
        if (!shown.isEmpty() && atLineStart(code.start()) && atLineStart(last.start())) {
          SourceSpan from = body.origin(code.start(), code.start());
          found.put(lineEnd(last.end()), new Insertion("\n" + shown.strip() + "\n\n", from));
        }
      }
    }
  }

  private static boolean isOutput(Block block) {
    return block instanceof Block.Code code
        && !code.cell()
        && List.of("output", "error", "warning").contains(code.language());
  }

  // In a list or a quotation every line would need what its lines begin with.
  private boolean atLineStart(int at) {
    return at == 0 || body.markdown().charAt(at - 1) == '\n';
  }

  private int lineEnd(int at) {
    String markdown = body.markdown();
    if (at > 0 && markdown.charAt(at - 1) == '\n') {
      return at;
    }
    int end = markdown.indexOf('\n', at);
    return end < 0 ? markdown.length() : end + 1;
  }

  private Body made() {
    StringBuilder markdown = new StringBuilder();
    TreeMap<Integer, SourceSpan> origins = new TreeMap<>();
    int at = 0;
    for (Map.Entry<Integer, Insertion> entry : found.entrySet()) {
      stretch(at, entry.getKey(), markdown, origins);
      at = entry.getKey();
      if (!markdown.isEmpty() && markdown.charAt(markdown.length() - 1) != '\n') {
        markdown.append('\n');
      }
      origins.put(markdown.length(), entry.getValue().from());
      markdown.append(entry.getValue().text());
    }
    stretch(at, body.markdown().length(), markdown, origins);
    return new Body(markdown.toString(), origins, fallbacks());
  }

  private void stretch(
      int start, int end, StringBuilder markdown, TreeMap<Integer, SourceSpan> origins) {
    int shift = markdown.length() - start;
    origins.put(start + shift, body.origin(start, end));
    body.origins()
        .subMap(start, false, end, false)
        .forEach((offset, span) -> origins.put(offset + shift, span));
    markdown.append(body.markdown(), start, end);
  }

  private List<Body.Fallback> fallbacks() {
    List<Body.Fallback> moved = new ArrayList<>();
    for (Body.Fallback old : body.fallbacks()) {
      moved.add(
          new Body.Fallback(
              old.start() + before(old.start()),
              old.end() + before(old.end() - 1),
              old.language(),
              old.state()));
    }
    return moved;
  }

  private int before(int offset) {
    return found.headMap(offset, true).values().stream().mapToInt(i -> i.text().length()).sum();
  }
}
