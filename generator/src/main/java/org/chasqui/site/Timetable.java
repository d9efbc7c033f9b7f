package org.chasqui.site;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a lesson begins on a day of teaching, and where it pauses.
 *
 * @param start when it begins; without one times are told from the beginning of the lesson
 * @param breaks the breaks, in the order of the lesson
 */
public record Timetable(Optional<LocalTime> start, List<Break> breaks) {
  /** A lesson without breaks that begins whenever people come. */
  public static final Timetable NONE = new Timetable(Optional.empty(), List.of());

  /**
   * A break.
   *
   * @param after the episode after which it comes
   * @param minutes how long it is; 0 for the end of a day
   * @param label what it is called: {@code Lunch}; "Break" without one
   * @param nextDay if the day ends here: when the next begins
   */
  public record Break(
      PageId after, int minutes, Optional<Text> label, Optional<LocalTime> nextDay) {}

  /** Copies, so that nobody can change it. */
  public Timetable {
    breaks = List.copyOf(breaks);
  }

  Timetable in(TextMapper mapper) {
    List<Break> said = new ArrayList<>();
    for (int i = 0; i < breaks.size(); i++) {
      Break pause = breaks.get(i);
      String field = "breaks[" + i + "].label";
      said.add(
          new Break(
              pause.after,
              pause.minutes,
              pause.label.map(text -> mapper.text(field, text)),
              pause.nextDay));
    }
    return new Timetable(start, said);
  }
}
