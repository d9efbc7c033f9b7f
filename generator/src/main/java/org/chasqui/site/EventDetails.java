package org.chasqui.site;

import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When and where an event is.
 *
 * @param start when it begins, in the zone of the event
 * @param end when it ends
 * @param allDay whether only the days count, not the hours
 * @param place where
 * @param online where to join from afar
 * @param organiser who holds it: the id or name of an {@link Organisation} or a {@link Person}, or
 *     another name
 * @param teachingLanguage the language spoken
 */
public record EventDetails(
    ZonedDateTime start,
    Optional<ZonedDateTime> end,
    boolean allDay,
    Optional<Text> place,
    Optional<String> online,
    Optional<Credit> organiser,
    Optional<Language> teachingLanguage) {

  EventDetails in(TextMapper mapper) {
    return new EventDetails(
        start,
        end,
        allDay,
        place.map(text -> mapper.text("place", text)),
        online,
        organiser,
        teachingLanguage);
  }
}
