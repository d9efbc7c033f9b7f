package org.chasqui.render;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.site.Timetable;
import org.chasqui.theme.DateView;
import org.chasqui.theme.EpisodeRowView;
import org.chasqui.theme.Html;
import org.chasqui.theme.ScheduleRowView;

/** Works out when each episode begins. */
final class Schedules {
  private final PageContext context;
  private final Timetable timetable;
  private final List<ScheduleRowView> rows = new ArrayList<>();
  private LocalTime clock;
  private int elapsed;
  private int day = 1;

  private Schedules(PageContext context, Timetable timetable) {
    this.context = context;
    this.timetable = timetable;
    this.clock = timetable.start().orElse(LocalTime.MIDNIGHT);
  }

  /**
   * The lines of a timetable.
   *
   * @param timetable when the lesson begins and pauses
   * @param episodes its episodes; {@code ids} are theirs, in the same order
   */
  static List<ScheduleRowView> of(
      PageContext context,
      Timetable timetable,
      List<EpisodeRowView> episodes,
      List<org.chasqui.site.PageId> ids) {
    Schedules schedule = new Schedules(context, timetable);
    for (int i = 0; i < episodes.size(); i++) {
      EpisodeRowView row = episodes.get(i);
      int minutes = row.teaching() + row.exercises();
      schedule.add("episode", minutes, Html.EMPTY, row);
      for (Timetable.Break pause : timetable.breaks()) {
        if (pause.after().equals(ids.get(i)) && i < episodes.size() - 1) {
          schedule.pause(pause);
        }
      }
    }
    schedule.add("end", 0, Html.EMPTY, null);
    return schedule.rows;
  }

  private void pause(Timetable.Break pause) {
    if (pause.nextDay().isPresent()) {
      add("end", 0, Html.EMPTY, null);
      clock = pause.nextDay().get();
      elapsed = 0;
      day++;
      Html label = pause.label().map(context::text).orElse(Html.EMPTY);
      rows.add(new ScheduleRowView("day", null, 0, label, day, null));
      return;
    }
    Html label =
        pause.label().map(context::text).orElse(Html.escape(context.word("schedule.break")));
    add("break", pause.minutes(), label, null);
  }

  private void add(
      String kind, int minutes, Html label, @org.jspecify.annotations.Nullable EpisodeRowView row) {
    rows.add(new ScheduleRowView(kind, time(), minutes, label, 0, row));
    elapsed += minutes;
    clock = clock.plusMinutes(minutes);
  }

  private DateView time() {
    if (timetable.start().isEmpty()) {
      String text = String.format(context.locale(), "%d:%02d", elapsed / 60, elapsed % 60);
      return new DateView("PT" + elapsed + "M", text);
    }
    String text = clock.format(context.style(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)));
    return new DateView(clock.toString(), text);
  }
}
