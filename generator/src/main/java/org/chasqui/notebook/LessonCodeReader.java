package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.markdown.Block;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Body;
import org.chasqui.site.CodeCell;
import org.chasqui.site.Coverage;
import org.chasqui.site.Episode;
import org.chasqui.site.Lesson;
import org.chasqui.site.LessonCode;
import org.chasqui.site.NotebookFile;
import org.chasqui.site.Site;

/**
 * Collects the code of lessons, to be run: the cells that notebooks have, those of solutions, and
 * the outputs that pages promise.
 */
public final class LessonCodeReader {
  /** How far a number may be off if the page does not say otherwise. */
  static final double TOLERANCE = 1e-6;

  private final Body body;
  private final Kernel kernel;
  private final List<CodeCell> cells = new ArrayList<>();
  private boolean inBox;
  private boolean inSolution;

  private LessonCodeReader(Body body, Kernel kernel) {
    this.body = body;
    this.kernel = kernel;
  }

  /** The code of every episode that has any, in every language, by language and lesson. */
  public static List<LessonCode> read(Site site) {
    return site.config().languages().stream()
        .flatMap(
            language ->
                NotebookWriter.lessons(site).stream()
                    .flatMap(
                        lesson ->
                            site.episodes(lesson, language).stream()
                                .flatMap(episode -> code(site, lesson, episode))))
        .toList();
  }

  private static Stream<LessonCode> code(Site site, Lesson lesson, Episode episode) {
    List<CodeCell> cells = cells(site, lesson, episode);
    return cells.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new LessonCode(
                episode.ref(), NotebookFile.pathOf(episode), episode.kernel(lesson), cells));
  }

  /** The code cells of one episode. */
  static List<CodeCell> cells(Site site, Lesson lesson, Episode episode) {
    Kernel kernel = Kernel.of(episode.kernel(lesson));
    List<CodeCell> cells = new LessonCodeReader(episode.body(), kernel).read();
    Coverage.Mode mode = episode.header().coverage().mode();
    if (mode == Coverage.Mode.SOURCE || mode == Coverage.Mode.WHOLE_PAGE) {
      return cells;
    }
    // A catalogue translates comments only: whoever mends the code does it in the source.
    return site.page(episode.ref().in(site.config().sourceLanguage()))
        .filter(Episode.class::isInstance)
        .map(source -> new LessonCodeReader(((Episode) source).body(), kernel).read())
        .filter(source -> source.size() == cells.size())
        .map(source -> inSource(cells, source))
        .orElse(cells);
  }

  private static List<CodeCell> inSource(List<CodeCell> cells, List<CodeCell> source) {
    List<CodeCell> result = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      CodeCell cell = cells.get(i);
      CodeCell original = source.get(i);
      result.add(
          new CodeCell(
              cell.code(),
              original.lines(),
              original.flags(),
              original.solution(),
              original.output(),
              original.error()));
    }
    return result;
  }

  private List<CodeCell> read() {
    blocks(Gates.closed(Markdown.blocks(body.markdown())));
    return cells;
  }

  private void blocks(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block instanceof Block.Code code && CodeRules.runs(kernel, code)) {
        code(code, blocks.subList(i + 1, blocks.size()));
      } else if (block instanceof Block.Container box) {
        container(box);
      } else if (block instanceof Block.Prose prose) {
        shownOnly(() -> blocks(ListCode.in(body.markdown(), prose)));
      }
    }
  }

  // What notebooks only show is no cell of learners; it runs with the solutions.
  private void shownOnly(Runnable read) {
    boolean was = inSolution;
    inSolution = true;
    read.run();
    inSolution = was;
  }

  private void code(Block.Code code, List<Block> after) {
    List<Block.Code> shown = new ArrayList<>();
    for (Block block : after) {
      if (block instanceof Block.Container box && box.name().equals("cell-output")) {
        continue; // a picture or a table, which nobody can compare
      }
      if (!(block instanceof Block.Code next) || next.cell() || CodeRules.runs(kernel, next)) {
        break;
      }
      shown.add(next);
    }
    Set<String> flags = new HashSet<>(Boxes.flags(code.attributes()));
    cells.add(
        new CodeCell(
            code.code().stripTrailing(),
            CodeLines.of(body, code),
            flags,
            inSolution || Boxes.leftOut(code.attributes()),
            expected(shown, "output"),
            expected(shown, "error")));
  }

  private Optional<CodeCell.Expected> expected(List<Block.Code> shown, String language) {
    return shown.stream()
        .filter(block -> block.language().equals(language))
        .findFirst()
        .map(
            block -> {
              SourceSpan whole = body.origin(block.start(), block.end());
              List<SourceSpan> content =
                  block.code().isEmpty() ? List.of() : CodeLines.of(body, block);
              return new CodeCell.Expected(block.code(), whole, content, tolerance(block));
            });
  }

  private static double tolerance(Block.Code block) {
    try {
      return Double.parseDouble(block.attributes().getOrDefault("tolerance", ""));
    } catch (NumberFormatException notSaid) {
      return TOLERANCE;
    }
  }

  private void container(Block.Container box) {
    Boxes.Kind kind = Boxes.kind(box.name(), box.attributes());
    boolean wasInSolution = inSolution;
    boolean wasInBox = inBox;
    switch (kind) {
      case LEFT_OUT -> {
        inSolution = true;
        inBox = false;
        blocks(box.children());
      }
      case FOLDED -> shownOnly(() -> blocks(box.children()));
      case TRANSPARENT -> {
        if (!box.name().equals("figure")) {
          blocks(box.children());
        }
      }
      case FRAMED -> {
        if (inBox) {
          shownOnly(() -> blocks(box.children()));
        } else {
          inBox = true;
          blocks(box.children());
        }
      }
    }
    inSolution = wasInSolution;
    inBox = wasInBox;
  }
}
