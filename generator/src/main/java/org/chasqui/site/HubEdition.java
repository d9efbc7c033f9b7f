package org.chasqui.site;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was last published to a hub, as its repository said when it was last asked.
 *
 * @param publication the number of the publication, from 1
 * @param commit the tip of its branch then
 * @param source the commit of the lessons it was made from, if it is known
 * @param since the time of the newest of its lessons
 * @param lessons what it has, by language and lesson, as folders: {@code es/first-steps}
 */
public record HubEdition(
    int publication,
    String commit,
    Optional<String> source,
    Instant since,
    SortedMap<String, Lesson> lessons) {
  /**
   * A lesson in one language.
   *
   * @param publication the number of the publication that changed it last
   * @param since the time of that publication's commit, which is that of the newest change of the
   *     lessons that went into it
   * @param notebooks how many notebooks it has
   */
  public record Lesson(int publication, Instant since, int notebooks) {}

  /** Copies, so that nobody can change it. */
  public HubEdition {
    lessons = Collections.unmodifiableSortedMap(new TreeMap<>(lessons));
  }
}
