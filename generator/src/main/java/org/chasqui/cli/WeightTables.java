package org.chasqui.cli;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chasqui.pipeline.WeightRun;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Refetch;
import org.chasqui.site.Refetch.Cause;
import org.chasqui.site.Refetch.Reason;
import org.chasqui.site.SiteWeight;
import org.chasqui.site.SiteWeight.FileWeight;
import org.chasqui.site.SiteWeight.Kind;
import org.chasqui.site.SiteWeight.PageWeight;

/** What a site weighs, as tables in English: for a terminal the head of each, for a page all. */
final class WeightTables {
  private static final int KILO = 1024;

  private final WeightRun run;
  private final SiteWeight weight;
  private final int rows;
  private final NumberFormat number;

  /**
   * @param rows how many rows a table has at most
   * @param language whose decimal signs are used
   */
  WeightTables(WeightRun run, int rows, String language) {
    this.run = run;
    this.weight = run.weight();
    this.rows = rows;
    this.number = number(language);
  }

  /**
   * A table.
   *
   * @param title what it is about
   * @param rows its rows, the first of them a heading; empty if there is nothing to list
   * @param note what is to be said below it, or nothing
   */
  record Table(String title, List<String[]> rows, String note) {}

  /** All of them. */
  List<Table> all() {
    List<Table> tables = new ArrayList<>(List.of(kinds(), pages(), parts()));
    if (run.again().isEmpty()) {
      String how =
          "Name what was deployed last to learn it: --weight-since, with the folder of that site or"
              + " its weight.json.";
      tables.add(new Table(AGAIN, List.of(), how));
      return tables;
    }
    List<Refetch> again = run.again().get();
    if (again.isEmpty()) {
      String none = "Nothing: every page is as it was deployed last.";
      tables.add(new Table(AGAIN, List.of(), none));
      return tables;
    }
    tables.add(causes(again));
    tables.add(shared(again));
    tables.add(again(again));
    tables.removeIf(table -> table.rows().size() == 1);
    return tables;
  }

  private static final String AGAIN = "What a reader who comes back fetches again";

  // ---- a first visit -----------------------------------------------------------------------

  private Table kinds() {
    Map<Kind, Integer> files = new EnumMap<>(Kind.class);
    Map<Kind, Long> bytes = new EnumMap<>(Kind.class);
    for (FileWeight file : weight.files().values()) {
      files.merge(file.kind(), 1, Integer::sum);
      bytes.merge(file.kind(), file.bytes(), Long::sum);
    }
    List<String[]> table = new ArrayList<>();
    table.add(new String[] {"TYPE", "FILES", "SENT"});
    files.forEach(
        (kind, count) ->
            table.add(
                new String[] {
                  name(kind), String.valueOf(count), size(bytes.getOrDefault(kind, 0L))
                }));
    return new Table(
        "The site by type of file", table, "Sizes are those sent: texts compressed with gzip.");
  }

  private static String name(Kind kind) {
    return switch (kind) {
      case HTML -> "HTML";
      case CSS -> "CSS";
      case JAVASCRIPT -> "JavaScript";
      case PICTURES -> "pictures";
      case SEARCH -> "search index";
      case DOWNLOADS -> "downloads";
      case OTHER -> "other";
    };
  }

  private Table pages() {
    List<String[]> table = new ArrayList<>();
    table.add(new String[] {"PAGE", "SENT", "HTML", "CSS", "JAVASCRIPT", "PICTURES", "REQUESTS"});
    for (OutputPath page : head(weight.heaviest())) {
      Map<Kind, Long> visit = weight.visit(page);
      PageWeight told = weight.pages().get(page);
      table.add(
          new String[] {
            address(page),
            size(weight.total(page)),
            size(visit.getOrDefault(Kind.HTML, 0L)),
            size(visit.getOrDefault(Kind.CSS, 0L)),
            size(visit.getOrDefault(Kind.JAVASCRIPT, 0L)),
            size(visit.getOrDefault(Kind.PICTURES, 0L)),
            String.valueOf(told == null ? 0 : told.requests())
          });
    }
    return new Table(
        "The pages, heaviest first: what a first visit takes",
        table,
        more(
            weight.pages().size(),
            "Pictures that load when somebody scrolls are in the bytes,"
                + " not in the requests."));
  }

  private Table parts() {
    List<String[]> table = new ArrayList<>();
    table.add(new String[] {"PAGE", "LARGEST PARTS"});
    run.parts()
        .forEach(
            (page, parts) ->
                table.add(
                    new String[] {
                      address(page),
                      parts.stream()
                          .map(part -> part.name() + " " + size(part.bytes()))
                          .collect(Collectors.joining(", "))
                    }));
    return new Table("What the heaviest pages are made of", table, "");
  }

  // ---- who comes back ----------------------------------------------------------------------

  private Table causes(List<Refetch> again) {
    Map<Cause, TreeMap<OutputPath, Long>> files = new EnumMap<>(Cause.class);
    for (Refetch page : again) {
      for (Reason reason : page.reasons()) {
        files
            .computeIfAbsent(reason.cause(), c -> new TreeMap<>())
            .put(reason.file(), reason.bytes());
      }
    }
    List<String[]> table = new ArrayList<>();
    table.add(new String[] {"WHY", "FILES", "SENT"});
    files.forEach(
        (cause, of) ->
            table.add(
                new String[] {
                  why(cause),
                  String.valueOf(of.size()),
                  size(of.values().stream().mapToLong(Long::longValue).sum())
                }));
    String note =
        Report.count(again.size(), "page") + " of " + weight.pages().size() + " are not as before.";
    return new Table(AGAIN, table, note);
  }

  static String why(Cause cause) {
    return switch (cause) {
      case NEW_PAGE -> "the page is new";
      case TEXT -> "its text has changed";
      case MARKUP -> "only the markup of its text has changed";
      case NAVIGATION -> "only its navigation has changed";
      case HEAD -> "only what it tells browsers and search engines has changed";
      case NAMES -> "only the names of files that it loads have changed";
      case STYLES -> "the style sheet has changed";
      case SCRIPT -> "the script has changed";
      case SEARCH -> "the search index has changed";
      case PICTURE -> "the picture has changed";
      case NEW_FILE -> "the file is new";
    };
  }

  // What many pages share is fetched once.
  private Table shared(List<Refetch> again) {
    Map<OutputPath, Reason> reasons = new TreeMap<>();
    Map<OutputPath, TreeSet<OutputPath>> users = new TreeMap<>();
    for (Refetch page : again) {
      for (Reason reason : page.reasons()) {
        if (!reason.file().equals(page.page())) {
          reasons.put(reason.file(), reason);
          users.computeIfAbsent(reason.file(), f -> new TreeSet<>()).add(page.page());
        }
      }
    }
    List<String[]> table = new ArrayList<>();
    table.add(new String[] {"FILE", "SENT", "WHY", "PAGES"});
    for (Map.Entry<OutputPath, Reason> file : head(List.copyOf(reasons.entrySet()))) {
      table.add(
          new String[] {
            file.getKey().value(),
            size(file.getValue().bytes()),
            why(file.getValue().cause()),
            String.valueOf(users.getOrDefault(file.getKey(), new TreeSet<>()).size())
          });
    }
    return new Table("Once, with the first page that needs it", table, more(reasons.size(), ""));
  }

  private Table again(List<Refetch> again) {
    List<String[]> table = new ArrayList<>();
    table.add(new String[] {"PAGE", "SENT", "WITH ITS FILES", "WHY"});
    List<Refetch> sorted =
        again.stream()
            .sorted(
                java.util.Comparator.comparing((Refetch page) -> page.reasons().get(0).cause())
                    .thenComparing(Refetch::page))
            .toList();
    for (Refetch page : head(sorted)) {
      long own =
          page.reasons().stream()
              .filter(reason -> reason.file().equals(page.page()))
              .mapToLong(Reason::bytes)
              .sum();
      String why =
          page.reasons().stream()
              .map(reason -> why(reason.cause()))
              .distinct()
              .collect(Collectors.joining(", "));
      table.add(new String[] {address(page.page()), size(own), size(page.bytes()), why});
    }
    return new Table("Page by page", table, more(again.size(), ""));
  }

  // ---- all of them ---------------------------------------------------------------------------

  private <T> List<T> head(List<T> all) {
    return all.subList(0, Math.min(rows, all.size()));
  }

  private String more(int all, String note) {
    String more = all > rows ? "And " + (all - rows) + " more: see weight.html." : "";
    return more.isEmpty() || note.isEmpty() ? more + note : more + " " + note;
  }

  private String size(long bytes) {
    return size(bytes, number);
  }

  private static String size(long bytes, NumberFormat number) {
    double kilo = bytes / (double) KILO;
    return kilo < KILO ? number.format(kilo) + " KB" : number.format(kilo / KILO) + " MB";
  }

  /** A number of bytes as people read it, in a language: {@code 4.9 KB}. */
  static String size(long bytes, String language) {
    return size(bytes, number(language));
  }

  private static NumberFormat number(String language) {
    NumberFormat number = NumberFormat.getInstance(Locale.forLanguageTag(language));
    number.setMinimumFractionDigits(1);
    number.setMaximumFractionDigits(1);
    return number;
  }

  /** The address of a page below the site's root. */
  static String address(OutputPath page) {
    String path = "/" + page.value();
    return path.endsWith("/index.html") ? path.substring(0, path.length() - 10) : path;
  }

  // ---- for programs --------------------------------------------------------------------------

  /** The same for a program. */
  static Map<String, Object> json(WeightRun run) {
    Map<String, Object> json = new LinkedHashMap<>();
    Map<String, Object> kinds = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      List<FileWeight> files =
          run.weight().files().values().stream().filter(file -> file.kind() == kind).toList();
      long bytes = files.stream().mapToLong(FileWeight::bytes).sum();
      kinds.put(kind.id(), Map.of("files", files.size(), "bytes", bytes));
    }
    json.put("types", sorted(kinds));
    json.put("pages", run.weight().heaviest().stream().map(page -> page(run, page)).toList());
    run.again()
        .ifPresent(again -> json.put("again", again.stream().map(WeightTables::page).toList()));
    return json;
  }

  private static Map<String, Object> sorted(Map<String, Object> kinds) {
    Map<String, Object> sorted = new LinkedHashMap<>();
    kinds.forEach(
        (kind, of) -> sorted.put(kind, of instanceof Map<?, ?> m ? new TreeMap<>(m) : of));
    return sorted;
  }

  private static Map<String, Object> page(WeightRun run, OutputPath path) {
    Map<String, Object> page = new LinkedHashMap<>();
    PageWeight told = run.weight().pages().get(path);
    page.put("page", path.value());
    page.put("bytes", run.weight().total(path));
    run.weight().visit(path).forEach((kind, bytes) -> page.put(kind.id(), bytes));
    page.put("requests", told == null ? 0 : told.requests());
    List<Object> parts = new ArrayList<>();
    run.parts()
        .getOrDefault(path, List.of())
        .forEach(
            part -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("name", part.name());
              one.put("bytes", part.bytes());
              parts.add(one);
            });
    if (!parts.isEmpty()) {
      page.put("largest", parts);
    }
    return page;
  }

  private static Map<String, Object> page(Refetch again) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("page", again.page().value());
    page.put("bytes", again.bytes());
    List<Object> reasons = new ArrayList<>();
    for (Reason reason : again.reasons()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("file", reason.file().value());
      one.put("bytes", reason.bytes());
      one.put("why", reason.cause().id());
      reasons.add(one);
    }
    page.put("files", reasons);
    return page;
  }
}
