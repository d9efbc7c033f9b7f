package org.chasqui.load;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.data.Node.Scalar;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.site.PageId;
import org.chasqui.site.Timetable;

/** Reads when a lesson begins and where it pauses. */
final class TimetableReader {
  private static final Pattern TIME = Pattern.compile("([0-9]{1,2})[:.h]([0-9]{2})");

  /** The minutes of a day. */
  static final int LONGEST = 24 * 60;

  private final Diagnostics diagnostics;

  TimetableReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * The timetable in a lesson's record.
   *
   * @param episodes the episodes that are shown, in order
   */
  Timetable read(Doc lesson, List<Doc> episodes) {
    Map<String, PageId> byName = new LinkedHashMap<>();
    for (Doc doc : episodes) {
      byName.put(LessonReader.fileName(doc), doc.id());
      byName.putIfAbsent(doc.id().name(), doc.id());
    }
    List<Timetable.Break> breaks = new ArrayList<>();
    for (Fields each : lesson.fields().groups(Key.BREAKS)) {
      each.reportUnknown(Key.BREAK, "A break has 'after', 'minutes', 'label' and 'next_day'.");
      pause(each, byName).ifPresent(breaks::add);
    }
    return new Timetable(time(lesson.fields(), Key.START_TIME), breaks);
  }

  private Optional<Timetable.Break> pause(Fields fields, Map<String, PageId> episodes) {
    Optional<Scalar> after = fields.word(Key.AFTER);
    String name =
        after.map(s -> s.text().strip()).map(s -> Place.isMarkdown(s) ? stem(s) : s).orElse("");
    PageId episode = episodes.get(name);
    if (episode == null) {
      diagnostics.add(
          Diagnostic.error(
                  "break-episode-unknown",
                  after.map(Scalar::span).orElse(fields.span()),
                  name.isEmpty()
                      ? "This break does not say after which episode it comes."
                      : "This lesson has no episode '" + name + "' for a break to follow.")
              .help(
                  Suggestion.didYouMean(name, episodes.keySet())
                      .orElse("Write 'after:' and the name of an episode's file.")));
      return Optional.empty();
    }
    Optional<LocalTime> nextDay = time(fields, Key.NEXT_DAY);
    int minutes = fields.number(Key.MINUTES, 0);
    if (nextDay.isEmpty() && (minutes < 1 || minutes > LONGEST)) {
      diagnostics.add(
          Diagnostic.error(
                  "break-without-minutes",
                  fields.word(Key.MINUTES).map(Scalar::span).orElse(fields.span()),
                  "This break does not say how many minutes it takes.")
              .help("Write 'minutes: 15', or 'next_day: \"09:00\"' where a day ends."));
      return Optional.empty();
    }
    return Optional.of(new Timetable.Break(episode, minutes, fields.text(Key.LABEL), nextDay));
  }

  private static String stem(String file) {
    return Place.withoutExtension(file);
  }

  private Optional<LocalTime> time(Fields fields, Key key) {
    Optional<Scalar> written = fields.word(key);
    Optional<LocalTime> time = written.flatMap(word -> time(word.text().strip()));
    if (written.isPresent() && time.isEmpty()) {
      diagnostics.add(
          Diagnostic.error(
                  "time-invalid",
                  written.get().span(),
                  "'" + written.get().text() + "' is no time of day.")
              .help("Write hours and minutes in quotation marks, like \"09:30\"."));
    }
    return time;
  }

  private static Optional<LocalTime> time(String written) {
    Matcher matcher = TIME.matcher(written);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalTime.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
