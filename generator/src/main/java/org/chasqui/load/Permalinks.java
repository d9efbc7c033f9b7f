package org.chasqui.load;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.site.PageId;
import org.chasqui.site.Slugs;

/** Makes addresses of the patterns that {@code site.yaml} gives to sections. */
final class Permalinks {
  /** A token of a pattern. */
  static final Pattern TOKEN = Pattern.compile(":([a-z_]+)");

  private static final Pattern DATED = Pattern.compile(":(?:year|month|day)\\b-?");

  private final Map<String, String> patterns;
  private final Diagnostics diagnostics;

  Permalinks(Map<String, String> patterns, Diagnostics diagnostics) {
    this.patterns = patterns;
    this.diagnostics = diagnostics;
  }

  /**
   * The address of a page below the root of its language, if its section has a pattern. The list of
   * a section stays where it is.
   *
   * @param slug the slug that its author chose
   */
  Optional<String> tail(Doc doc, Optional<String> slug) {
    String pattern = patterns.get(doc.id().section());
    if (pattern == null || doc.id().value().indexOf('/') < 0) {
      return Optional.empty();
    }
    Optional<LocalDate> day =
        HeaderReader.moment(doc).or(() -> doc.fields().date(Key.START)).map(Dates.Moment::day);
    if (day.isEmpty() && DATED.matcher(pattern).find()) {
      diagnostics.add(
          Diagnostic.warning(
                  "permalink-no-date",
                  doc.file().top(),
                  "The address of this page needs a date, and the page has none.")
              .help(
                  "Write 'date: 2024-11-18' into its front matter; until then the address goes"
                      + " without."));
      pattern = DATED.matcher(pattern).replaceAll("");
    }
    LocalDate date = day.orElse(LocalDate.EPOCH);
    Matcher token = TOKEN.matcher(pattern);
    String path =
        token.replaceAll(m -> Matcher.quoteReplacement(value(m.group(1), doc, slug, date)));
    return Optional.of(path.replaceAll("/{2,}", "/").replaceFirst("^/", ""));
  }

  private static String value(String token, Doc doc, Optional<String> slug, LocalDate date) {
    String tail = doc.place().tail();
    String file = tail.substring(tail.lastIndexOf('/') + 1);
    PageId id = doc.id();
    return switch (token) {
      case "year" -> String.format(Locale.ROOT, "%04d", date.getYear());
      case "month" -> String.format(Locale.ROOT, "%02d", date.getMonthValue());
      case "day" -> String.format(Locale.ROOT, "%02d", date.getDayOfMonth());
      case "section" -> id.section();
      case "slug" -> slug.orElseGet(() -> title(doc));
      case "title" -> title(doc);
      case "filename" -> file;
      case "slugorfilename" -> slug.orElse(file);
      default -> tail.substring(tail.indexOf('/') + 1); // :path, all that is below the section
    };
  }

  private static String title(Doc doc) {
    return Slugs.of(HeaderReader.titled(doc, Key.TITLE).text().value());
  }
}
