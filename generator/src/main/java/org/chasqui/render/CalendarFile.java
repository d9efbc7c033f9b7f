package org.chasqui.render;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chasqui.site.Event;
import org.chasqui.site.EventDetails;
import org.chasqui.site.OutputFile;
import org.chasqui.site.SitePath;

/** An event as a file that calendars read: iCalendar, RFC 5545. */
final class CalendarFile {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

  private final StringBuilder text = new StringBuilder();

  private CalendarFile() {}

  static OutputFile of(Scene scene, Event event) {
    PageContext context = new PageContext(scene, event.language(), event.path());
    return of(context, Scene.calendar(event), "", List.of(event));
  }

  /**
   * A calendar of several events.
   *
   * @param path where it stands
   * @param name what it is called; may be empty
   */
  static OutputFile of(PageContext context, SitePath path, String name, List<Event> events) {
    CalendarFile file = new CalendarFile();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//Chasqui//EN");
    if (!name.isEmpty()) {
      file.line("NAME", escape(name));
      file.line("X-WR-CALNAME", escape(name));
    }
    events.forEach(event -> file.write(event, context));
    file.line("END", "VCALENDAR");
    return new OutputFile.Text(path.output(), file.text.toString());
  }

  private void write(Event event, PageContext context) {
    EventDetails details = event.details();
    line("BEGIN", "VEVENT");
    String host = context.scene().config().baseUrl().getHost();
    line("UID", event.id() + "@" + (host == null ? "localhost" : host));
    line("DTSTAMP", UTC.format(stamp(event, context)));
    times(details);
    line("SUMMARY", escape(PageContext.plain(event.header().title())));
    text("DESCRIPTION", context.scene().description(event));
    text("LOCATION", details.place().map(PageContext::plain).or(details::online).orElse(""));
    // RFC 7986: calendars that know it offer a button to join.
    details
        .online()
        .flatMap(CalendarFile::address)
        .ifPresent(room -> line("CONFERENCE;VALUE=URI;FEATURE=VIDEO", room));
    line("URL", context.absolute(event.path()));
    line("END", "VEVENT");
  }

  // When the entry was made: the build's clock would change the file at every run.
  private static OffsetDateTime stamp(Event event, PageContext context) {
    Optional<OffsetDateTime> said = context.scene().updated(event).or(() -> event.header().date());
    return said.orElse(event.details().start().toOffsetDateTime());
  }

  private void times(EventDetails details) {
    ZonedDateTime start = details.start();
    if (details.allDay()) {
      // The end of an all-day event is the first day that it does not take.
      ZonedDateTime end = details.end().orElse(start).plusDays(1);
      line("DTSTART;VALUE=DATE", DAY.format(start));
      line("DTEND;VALUE=DATE", DAY.format(end));
    } else {
      line("DTSTART", UTC.format(start));
      details.end().ifPresent(end -> line("DTEND", UTC.format(end)));
    }
  }

  // Some write a sentence where others write an address.
  private static Optional<String> address(String written) {
    try {
      return Optional.of(new URI(written.strip())).filter(URI::isAbsolute).map(URI::toASCIIString);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private void text(String name, String value) {
    if (!value.isEmpty()) {
      line(name, escape(value));
    }
  }

  private static String escape(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n")
        // RFC 5545 has no way to say control characters.
        .replaceAll("[\\x00-\\x1F\\x7F]", "");
  }

  // Lines of at most 75 octets; the rest follows on lines that begin with a space.
  private void line(String name, String value) {
    int octets = 0;
    for (int c : (name + ":" + value).codePoints().toArray()) {
      String next = Character.toString(c);
      int width = next.getBytes(StandardCharsets.UTF_8).length;
      if (octets + width > 75) {
        text.append("\r\n ");
        octets = 1;
      }
      text.append(next);
      octets += width;
    }
    text.append("\r\n");
  }
}
