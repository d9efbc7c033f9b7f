package org.chasqui.site;

import java.util.List;

/**
 * All code of one episode in one language, in the order in which it is run.
 *
 * @param episode the episode
 * @param notebook where its notebook lies
 * @param kernel the kernel it is for
 * @param cells its cells, those of solutions among them
 */
public record LessonCode(
    PageRef episode, OutputPath notebook, String kernel, List<CodeCell> cells) {
  /** Copies, so that nobody can change it. */
  public LessonCode {
    cells = List.copyOf(cells);
  }

  /** What learners run. */
  public LessonCode withoutSolutions() {
    return new LessonCode(
        episode, notebook, kernel, cells.stream().filter(cell -> !cell.solution()).toList());
  }

  /** Whether learners' notebooks leave something out. */
  public boolean hasSolutions() {
    return cells.stream().anyMatch(CodeCell::solution);
  }
}
