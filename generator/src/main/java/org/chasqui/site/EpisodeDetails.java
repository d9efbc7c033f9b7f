package org.chasqui.site;

import java.util.List;
import java.util.Optional;

/**
 * An episode's place in its lesson and what it promises.
 *
 * @param lesson the lesson's home page
 * @param number its place in the lesson, from 1
 * @param teaching minutes of teaching
 * @param exercises minutes of exercises
 * @param questions what it answers
 * @param objectives what learners can do afterwards
 * @param keypoints what they should remember
 * @param kernel the Jupyter kernel its code runs in, if that is not its lesson's
 */
public record EpisodeDetails(
    PageId lesson,
    int number,
    int teaching,
    int exercises,
    List<Text> questions,
    List<Text> objectives,
    List<Text> keypoints,
    Optional<String> kernel) {

  /** In the kernel of its lesson. */
  public EpisodeDetails(
      PageId lesson,
      int number,
      int teaching,
      int exercises,
      List<Text> questions,
      List<Text> objectives,
      List<Text> keypoints) {
    this(lesson, number, teaching, exercises, questions, objectives, keypoints, Optional.empty());
  }

  /** Copies, so that nobody can change it. */
  public EpisodeDetails {
    questions = List.copyOf(questions);
    objectives = List.copyOf(objectives);
    keypoints = List.copyOf(keypoints);
  }

  EpisodeDetails in(TextMapper mapper) {
    return new EpisodeDetails(
        lesson,
        number,
        teaching,
        exercises,
        mapper.texts("questions", questions),
        mapper.texts("objectives", objectives),
        mapper.texts("keypoints", keypoints),
        kernel);
  }
}
