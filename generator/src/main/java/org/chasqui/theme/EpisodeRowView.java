package org.chasqui.theme;

import java.util.List;

/**
 * An episode in its lesson's schedule.
 *
 * @param number its place, from 1
 * @param href its page
 * @param title its title
 * @param note the language code if it is not translated, else empty
 * @param teaching minutes of teaching
 * @param exercises minutes of exercises
 * @param start minutes after the lesson's beginning at which it begins
 * @param questions what it answers
 * @param current whether it is the page itself
 */
public record EpisodeRowView(
    int number,
    String href,
    Html title,
    String note,
    int teaching,
    int exercises,
    int start,
    List<Html> questions,
    boolean current) {}
