package org.chasqui.load;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.load.Place.Kind;

/** Which documents are shown today: no drafts, nothing from the future, nothing expired. */
final class Publication {
  private final LoadOptions options;
  private final ZoneId zone;

  Publication(LoadOptions options, ZoneId zone) {
    this.options = options;
    this.zone = zone;
  }

  /** Whether a document becomes a page in this run. */
  boolean shows(Doc doc) {
    Fields quiet = doc.fields().reportingTo(new Diagnostics());
    if (quiet.flag(Key.HEADLESS, false) || !options.drafts() && HeaderReader.draft(quiet)) {
      return false;
    }
    if (!options.future() && release(doc, quiet).map(this::yetToCome).orElse(false)) {
      return false;
    }
    boolean expires = doc.kind() != Kind.JOB; // a job closes instead
    return !(expires && quiet.date(Key.EXPIRY).map(this::over).orElse(false));
  }

  // The date of an event is when it takes place; of a record or lesson, anything.
  private static Optional<Dates.Moment> release(Doc doc, Fields quiet) {
    Optional<Dates.Moment> said = quiet.date(Key.PUBLISH);
    boolean dated = doc.kind() == Kind.POST || doc.kind() == Kind.PAGE || doc.kind() == Kind.JOB;
    if (said.isPresent() || !dated) {
      return said;
    }
    return quiet.date(Key.DATE).or(() -> doc.place().day().map(HeaderReader::wholeDay));
  }

  private boolean yetToCome(Dates.Moment moment) {
    return moment.time().isEmpty()
        ? !options.now().hasReached(moment.day(), zone)
        : !options.now().hasReached(instant(moment));
  }

  private boolean over(Dates.Moment moment) {
    return moment.time().isEmpty()
        ? options.now().hasReached(moment.day(), zone)
        : options.now().hasReached(instant(moment));
  }

  private Instant instant(Dates.Moment moment) {
    return moment.at(zone).toInstant();
  }
}
