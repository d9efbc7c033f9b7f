package org.chasqui.load;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates as people write them: {@code 2024-11-18}, {@code 2024-11-18 9:30}, {@code
 * 2024-11-18T09:30:00Z}, {@code … -0800}, {@code Oct 14, 2024}, {@code 28 October 2024}.
 */
final class Dates {
  private static final List<String> NONE = List.of("none", "null", "n/a", "tbd", "tba", "-");
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  /**
   * What was written.
   *
   * @param day the day
   * @param time the hour, if one was written
   * @param offset the distance from UTC, if one was written
   */
  record Moment(LocalDate day, Optional<LocalTime> time, Optional<ZoneOffset> offset) {
    /** As the date of a page: midnight UTC if only a day was written. */
    OffsetDateTime published(ZoneId zone) {
      return time.isEmpty()
          ? day.atStartOfDay().atOffset(ZoneOffset.UTC)
          : at(zone).toOffsetDateTime();
    }

    /** As a moment, told in a zone if it was not written with another. */
    ZonedDateTime at(ZoneId zone) {
      LocalDateTime local = LocalDateTime.of(day, time.orElse(LocalTime.MIDNIGHT));
      return offset.isPresent() ? local.atZone(offset.get()) : local.atZone(zone);
    }
  }

  private final String text;
  private int at;

  private Dates(String text) {
    this.text = text;
  }

  /**
   * Reads a date.
   *
   * @return nothing if it is no date, or one that no calendar has
   */
  static Optional<Moment> parse(String written) {
    String text = written.strip();
    try {
      return Character.isDigit(text.isEmpty() ? ' ' : text.charAt(0)) && numeric(text)
          ? new Dates(text).iso()
          : words(text);
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether a word says that there is no date; authors write it instead of leaving one out. */
  static boolean isNone(String written) {
    return NONE.contains(written.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean numeric(String text) {
    return text.length() > 4 && (text.charAt(4) == '-' || text.charAt(4) == '/');
  }

  private Optional<Moment> iso() {
    char separator = text.charAt(4);
    int year = number(4, 4);
    expect(separator);
    int month = number(1, 2);
    expect(separator);
    LocalDate day = LocalDate.of(year, month, number(1, 2));
    Optional<LocalTime> time = Optional.empty();
    if (at < text.length()) {
      if (!take('T') && !take('t')) {
        expect(' ');
      }
      skipBlanks();
      time = Optional.of(time());
    }
    skipBlanks();
    Optional<ZoneOffset> offset = offset();
    return at == text.length() ? Optional.of(new Moment(day, time, offset)) : Optional.empty();
  }

  private LocalTime time() {
    int hour = number(1, 2);
    expect(':');
    int minute = number(2, 2);
    int second = take(':') ? number(2, 2) : 0;
    if (take('.') || take(',')) {
      number(1, 9); // nobody publishes by the fraction of a second
    }
    return LocalTime.of(hour, minute, second);
  }

  private Optional<ZoneOffset> offset() {
    if (at == text.length()) {
      return Optional.empty();
    }
    String rest = text.substring(at);
    if (rest.equalsIgnoreCase("Z") || rest.equals("UTC") || rest.equals("GMT")) {
      at = text.length();
      return Optional.of(ZoneOffset.UTC);
    }
    boolean west = take('-');
    if (!west) {
      expect('+');
    }
    int hours = number(1, 2);
    take(':');
    int minutes = at < text.length() ? number(2, 2) : 0;
    int seconds = hours * 3600 + minutes * 60;
    return Optional.of(ZoneOffset.ofTotalSeconds(west ? -seconds : seconds));
  }

  private static Optional<Moment> words(String text) {
    int year = -1;
    int month = 0;
    int day = 0;
    for (String word : text.replace(',', ' ').replace('.', ' ').split(" ")) {
      if (word.isEmpty()) {
        continue;
      }
      if (!Character.isDigit(word.charAt(0))) {
        month = month == 0 ? month(word) : -1;
      } else if (word.length() == 4) {
        year = year < 0 ? Integer.parseInt(word) : -2;
      } else {
        day = day == 0 ? Integer.parseInt(ordinal(word)) : -1;
      }
    }
    return year < 0 || month < 1 || day < 1
        ? Optional.empty()
        : Optional.of(
            new Moment(LocalDate.of(year, month, day), Optional.empty(), Optional.empty()));
  }

  private static int month(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size() && wanted.length() >= 3; i++) {
      if (MONTHS.get(i).startsWith(wanted) || wanted.equals("sept") && i == 8) {
        return i + 1;
      }
    }
    return -1;
  }

  private static String ordinal(String word) {
    for (String ending : List.of("st", "nd", "rd", "th")) {
      if (word.endsWith(ending)) {
        return word.substring(0, word.length() - 2);
      }
    }
    return word;
  }

  private int number(int least, int most) {
    int from = at;
    while (at < text.length() && at - from < most && isDigit(text.charAt(at))) {
      at++;
    }
    if (at - from < least) {
      throw new DateTimeException("a digit is missing");
    }
    return Integer.parseInt(text.substring(from, at));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean take(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(char c) {
    if (!take(c)) {
      throw new DateTimeException("expected " + c);
    }
  }

  private void skipBlanks() {
    while (take(' ')) {
      // next
    }
  }
}
