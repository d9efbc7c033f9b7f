package org.chasqui.load;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static final Pattern TITLED = Pattern.compile(":(?:slug|title)\\b");
  private static final Pattern DATED = Pattern.compile(":(?:year|month|day)\\b-?");

  private final Map<String, String> patterns;
  private final Diagnostics diagnostics;
  private final Map<String, PageId> taken = new HashMap<>();
  private final Set<PageId> byFile = new HashSet<>();

  Permalinks(Map<String, String> patterns, Diagnostics diagnostics) {
    this.patterns = patterns;
    this.diagnostics = diagnostics;
  }

  /**
   * Tells pages apart that one title would bring to one address, before any address is asked for:
   * the one that is named so has it, or the first; the others are known by their files.
   *
   * @param docs documents of one language, without those that share the address of their source
   */
  void settle(List<Doc> docs) {
    List<Doc> named =
        docs.stream()
            .filter(doc -> TITLED.matcher(patterns.getOrDefault(doc.id().section(), "")).find())
            .sorted(Comparator.comparing(doc -> !title(doc).equals(Slugs.of(file(doc)))))
            .toList();
    for (Doc doc : named) {
      slug(doc).ifPresent(slug -> taken.putIfAbsent(tail(doc, slug(doc)).orElse(slug), doc.id()));
    }
    for (Doc doc : named) {
      if (slug(doc).isPresent()) {
        continue;
      }
      String tail = tail(doc, Optional.empty()).orElse("");
      PageId owner = taken.putIfAbsent(tail, doc.id());
      if (owner != null && !owner.equals(doc.id()) && byFile.add(doc.id())) {
        diagnostics.add(
            Diagnostic.warning(
                    "permalink-twice",
                    doc.file().top(),
                    "The title of '" + owner + "' gives it the address of this page.")
                .help("Give one of the two a 'slug'; until then this page has its file's name."));
      }
    }
  }

  private static Optional<String> slug(Doc doc) {
    return doc.fields().alone().word(Key.SLUG).map(word -> word.text().strip());
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

  private String value(String token, Doc doc, Optional<String> slug, LocalDate date) {
    String tail = doc.place().tail();
    String file = file(doc);
    PageId id = doc.id();
    return switch (token) {
      case "year" -> String.format(Locale.ROOT, "%04d", date.getYear());
      case "month" -> String.format(Locale.ROOT, "%02d", date.getMonthValue());
      case "day" -> String.format(Locale.ROOT, "%02d", date.getDayOfMonth());
      case "section" -> id.section();
      case "slug" -> slug.orElseGet(() -> byFile.contains(id) ? file : title(doc));
      case "title" -> byFile.contains(id) ? file : title(doc);
      case "filename" -> file;
      case "slugorfilename" -> slug.orElse(file);
      default -> tail.substring(tail.indexOf('/') + 1); // :path, all that is below the section
    };
  }

  private static String file(Doc doc) {
    String tail = doc.place().tail();
    return tail.substring(tail.lastIndexOf('/') + 1);
  }

  private static String title(Doc doc) {
    return Slugs.of(HeaderReader.titled(doc, Key.TITLE).text().value());
  }
}
