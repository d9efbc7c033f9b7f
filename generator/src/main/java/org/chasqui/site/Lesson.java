package org.chasqui.site;

import java.util.List;
import java.util.Optional;

/**
 * A lesson: what {@code lesson.yaml} says.
 *
 * @param name its short name, the folder's: {@code first-steps}
 * @param episodes its episodes, in order
 * @param kernel the name of the Jupyter kernel its notebooks run in: {@code python3}
 * @param level for whom: {@code beginner}, {@code intermediate}, {@code advanced}
 * @param prerequisites what learners should know or have
 * @param license an SPDX identifier
 * @param data files that notebooks read, as paths relative to the lesson's folder
 */
public record Lesson(
    String name,
    List<PageId> episodes,
    String kernel,
    Optional<String> level,
    List<Text> prerequisites,
    Optional<String> license,
    List<String> data) {

  /** Copies, so that nobody can change it. */
  public Lesson {
    episodes = List.copyOf(episodes);
    prerequisites = List.copyOf(prerequisites);
    data = List.copyOf(data);
  }

  Lesson in(TextMapper mapper) {
    return new Lesson(
        name, episodes, kernel, level, mapper.texts("prerequisites", prerequisites), license, data);
  }
}
