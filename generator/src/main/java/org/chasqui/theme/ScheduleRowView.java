package org.chasqui.theme;

import org.jspecify.annotations.Nullable;

/**
 * A line of a lesson's timetable.
 *
 * @param kind {@code episode}, {@code break}, {@code day} (a new day begins) or {@code end}
 * @param time when it begins: a time of day, or hours and minutes since the lesson began
 * @param minutes how long it takes
 * @param label what a break is called; empty otherwise
 * @param day which day begins, of a day; else 0
 * @param episode the episode
 */
public record ScheduleRowView(
    String kind,
    @Nullable DateView time,
    int minutes,
    Html label,
    int day,
    @Nullable EpisodeRowView episode) {}
