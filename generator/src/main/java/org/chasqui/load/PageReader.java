package org.chasqui.load;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.chasqui.data.Node.Scalar;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.site.CommunityPage;
import org.chasqui.site.Event;
import org.chasqui.site.EventDetails;
import org.chasqui.site.Job;
import org.chasqui.site.JobDetails;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.site.PageHeader;
import org.chasqui.site.Post;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.SitePath;

/** Makes pages of documents, one method for each kind. */
final class PageReader {
  private final SiteConfig config;
  private final LoadOptions options;
  private final HeaderReader headers;
  private final RecordReader records;
  private final Diagnostics diagnostics;

  PageReader(SiteConfig config, Languages languages, LoadOptions options, Diagnostics diagnostics) {
    this.config = config;
    this.options = options;
    this.headers = new HeaderReader(config, languages, new Addresses(config, diagnostics));
    this.records = new RecordReader(headers, languages, diagnostics);
    this.diagnostics = diagnostics;
  }

  HeaderReader headers() {
    return headers;
  }

  /** A page of any kind but the two of lessons. */
  Page page(Doc doc, Optional<SitePath> source) {
    return switch (doc.kind()) {
      case POST -> post(doc, source);
      case JOB -> job(doc, source);
      case EVENT -> event(doc, source);
      case PERSON -> records.person(doc, source);
      case ORGANISATION -> records.organisation(doc, source);
      case HUB -> records.hub(doc, source);
      default -> communityPage(doc, source);
    };
  }

  private PageHeader header(
      Doc doc, HeaderReader.Titled title, Key.Schema schema, Optional<SitePath> source) {
    return headers.header(doc, title.text(), Key.IMAGE, schema, source);
  }

  private Page communityPage(Doc doc, Optional<SitePath> source) {
    HeaderReader.Titled title = HeaderReader.titled(doc, Key.TITLE);
    return new CommunityPage(
        header(doc, title, Key.COMMUNITY_PAGE, source),
        title.body(),
        PageSizes.size(doc.fields(), Key.OWN_PAGE_SIZE),
        listing(doc));
  }

  // As in Hugo; but a page that is made of blocks says for itself what is below it.
  private static boolean listing(Doc doc) {
    String path = doc.file().path();
    boolean introduction = path.substring(path.lastIndexOf('/') + 1).startsWith("_index.");
    boolean wanted = doc.fields().flag(Key.LIST, true);
    return introduction && wanted && doc.fields().entry(SectionReader.SECTIONS).isEmpty();
  }

  private Page post(Doc doc, Optional<SitePath> source) {
    HeaderReader.Titled title = HeaderReader.titled(doc, Key.TITLE);
    return new Post(header(doc, title, Key.POST, source), title.body());
  }

  private Page job(Doc doc, Optional<SitePath> source) {
    HeaderReader.Titled title = HeaderReader.titled(doc, Key.TITLE);
    Fields fields = doc.fields();
    Optional<LocalDate> deadline = deadline(fields);
    boolean over =
        deadline.isPresent() && options.now().hasReached(deadline.get().plusDays(1), config.zone());
    JobDetails details =
        new JobDetails(
            fields.flag(Key.OPEN, true) && !over,
            deadline,
            fields.credit(Key.ORGANISATION),
            fields.text(Key.LOCATION),
            fields.flag(Key.REMOTE, false),
            fields.text(Key.SALARY),
            fields.texts(Key.TASKS),
            fields.string(Key.APPLY));
    return new Job(header(doc, title, Key.JOB, source), title.body(), details);
  }

  // Some write a sentence where others write a day; it is passed on to shortcodes.
  private static Optional<LocalDate> deadline(Fields fields) {
    boolean sentence =
        fields.string(Key.DEADLINE).filter(text -> text.split(" ").length > 5).isPresent();
    return sentence ? Optional.empty() : fields.date(Key.DEADLINE).map(Dates.Moment::day);
  }

  private Page event(Doc doc, Optional<SitePath> source) {
    HeaderReader.Titled title = HeaderReader.titled(doc, Key.TITLE);
    Fields fields = doc.fields();
    ZoneId zone = zone(fields.word(Key.TIME_ZONE), config.zone(), diagnostics);
    Dates.Moment start = start(doc);
    // An hour without a day is one of the day on which it begins.
    Optional<Dates.Moment> end =
        fields
            .date(Key.END)
            .or(
                () ->
                    fields
                        .string(Key.END_TIME)
                        .filter(hour -> start.time().isPresent())
                        .flatMap(hour -> Dates.parse(start.day().toString())))
            .map(day -> timed(day, fields, Key.END_TIME));
    end.filter(moment -> moment.at(zone).isBefore(start.at(zone)))
        .ifPresent(moment -> endsEarly(fields));
    EventDetails details =
        new EventDetails(
            at(start, zone, fields),
            end.map(moment -> at(moment, zone, fields)),
            start.time().isEmpty(),
            fields.text(Key.PLACE),
            fields.string(Key.ONLINE),
            fields.credit(Key.ORGANISER),
            spoken(fields));
    return new Event(header(doc, title, Key.EVENT, source), title.body(), details);
  }

  // An hour with an offset is told in the zone of the event only if the event names one.
  private static ZonedDateTime at(Dates.Moment moment, ZoneId zone, Fields fields) {
    ZonedDateTime at = moment.at(zone);
    boolean named = fields.entry(Key.TIME_ZONE).isPresent();
    return named ? at.withZoneSameInstant(zone) : at;
  }

  private Dates.Moment start(Doc doc) {
    Fields fields = doc.fields();
    Optional<Dates.Moment> start =
        fields.date(Key.START).or(() -> doc.place().day().map(HeaderReader::wholeDay));
    if (start.isEmpty() && fields.entry(Key.START).isEmpty() && !doc.broken()) {
      diagnostics.add(
          Diagnostic.error("front-matter-missing", doc.file().top(), "This event has no date.")
              .help("Write 'start: 2024-11-18T14:00' into its front matter."));
    }
    return start
        .map(day -> timed(day, fields, Key.START_TIME))
        .orElse(HeaderReader.wholeDay(LocalDate.EPOCH));
  }

  // The hour may stand in a key of its own.
  private static Dates.Moment timed(Dates.Moment day, Fields fields, Key key) {
    Optional<String> hour = fields.string(key).filter(text -> day.time().isEmpty());
    return hour.flatMap(text -> Dates.parse(day.day() + " " + text)).orElse(day);
  }

  private void endsEarly(Fields fields) {
    fields
        .word(Key.END)
        .or(() -> fields.word(Key.END_TIME))
        .ifPresent(
            end ->
                diagnostics.add(
                    Diagnostic.error(
                        "date-invalid", end.span(), "This event ends before it begins.")));
  }

  private Optional<Language> spoken(Fields fields) {
    Optional<Scalar> word = fields.word(Key.EVENT_LANGUAGE);
    Optional<Language> language = word.flatMap(scalar -> Languages.parse(scalar.text()));
    if (word.isPresent() && language.isEmpty()) {
      diagnostics.add(
          Diagnostic.warning(
                  "language-unknown",
                  word.get().span(),
                  "'" + word.get().text() + "' is no language tag.")
              .help("Write a language tag like 'es' or 'pt-BR'."));
    }
    return language;
  }

  /** The time zone of a word. */
  static ZoneId zone(Optional<Scalar> word, ZoneId otherwise, Diagnostics diagnostics) {
    if (word.isEmpty()) {
      return otherwise;
    }
    try {
      return ZoneId.of(word.get().text().strip());
    } catch (java.time.DateTimeException e) {
      String written = word.get().text();
      diagnostics.add(
          Diagnostic.error(
                  "time-zone-unknown",
                  word.get().span(),
                  "There is no time zone '" + written + "'.")
              .help(
                  Suggestion.didYouMean(written, ZoneId.getAvailableZoneIds())
                      .orElse("Write one like 'America/Bogota' or 'UTC'.")));
      return otherwise;
    }
  }
}
