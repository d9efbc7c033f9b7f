package org.chasqui.theme;

import org.jspecify.annotations.Nullable;

/**
 * An event.
 *
 * @param past whether it is over
 * @param start when it begins, day and hour in its own time zone
 * @param end when it ends
 * @param zone the time zone, for people; empty if only the days count
 * @param place where; may be empty
 * @param online where to join from afar; may be empty
 * @param organiser who holds it
 * @param teachingLanguage the name of the language spoken, in the reader's language; may be empty
 * @param calendar its calendar file
 */
public record EventView(
    boolean past,
    DateView start,
    @Nullable DateView end,
    String zone,
    Html place,
    String online,
    @Nullable LinkView organiser,
    String teachingLanguage,
    String calendar) {}
