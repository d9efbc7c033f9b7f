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
 * @param timetable when it begins and pauses
 * @param solutions whether every challenge must have a solution
 */
public record Lesson(
    String name,
    List<PageId> episodes,
    String kernel,
    Optional<String> level,
    List<Text> prerequisites,
    Optional<String> license,
    List<String> data,
    Timetable timetable,
    boolean solutions) {

  /** Copies, so that nobody can change it. */
  public Lesson {
    episodes = List.copyOf(episodes);
    prerequisites = List.copyOf(prerequisites);
    data = List.copyOf(data);
  }

  /** A lesson without breaks, whose challenges may do without solutions. */
  public Lesson(
      String name,
      List<PageId> episodes,
      String kernel,
      Optional<String> level,
      List<Text> prerequisites,
      Optional<String> license,
      List<String> data) {
    this(name, episodes, kernel, level, prerequisites, license, data, Timetable.NONE, false);
  }

  Lesson in(TextMapper mapper) {
    return new Lesson(
        name,
        episodes,
        kernel,
        level,
        mapper.texts("prerequisites", prerequisites),
        license,
        data,
        timetable.in(mapper),
        solutions);
  }
}
