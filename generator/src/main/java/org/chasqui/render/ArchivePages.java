package org.chasqui.render;

import java.time.Month;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.chasqui.site.Language;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Post;
import org.chasqui.site.SitePath;
import org.chasqui.theme.ArchiveView;
import org.chasqui.theme.Html;
import org.chasqui.theme.LinkView;
import org.chasqui.theme.MonthView;
import org.chasqui.theme.TagView;

/**
 * The archives of the blog in one language: for each year a page below the blog, {@code
 * blog/2026/}, that names its posts by month. Titles and dates only, so that a whole year weighs
 * less than a sheet of the blog. A blog of one sheet and one year has none: its list says it all.
 */
final class ArchivePages {
  private static final int PER_SHEET = 100;

  private final Scene scene;
  private final Language language;
  private final SitePath blog;
  private final TreeMap<Integer, List<Post>> years = new TreeMap<>(Comparator.reverseOrder());

  ArchivePages(Scene scene, Language language) {
    this.scene = scene;
    this.language = language;
    this.blog = blog(scene, language);
    List<Post> posts = scene.posts(language);
    posts.forEach(
        post ->
            post.header()
                .date()
                .ifPresent(
                    date ->
                        years.computeIfAbsent(date.getYear(), y -> new ArrayList<>()).add(post)));
    boolean whole = years.size() < 2 && posts.size() <= scene.perSheet(Section.BLOG);
    if (whole || !scene.input().theme().has("archive")) {
      years.clear();
    }
    // Where a page stands already, somebody made an archive of their own.
    years.keySet().removeIf(year -> scene.site().at(path(year)).isPresent());
  }

  /** The addresses of all archives, so that links to them are understood. */
  static List<SitePath> paths(Scene scene, Language language) {
    ArchivePages archive = new ArchivePages(scene, language);
    return archive.years.keySet().stream().map(archive::path).toList();
  }

  /** The links to all archives, latest first, as seen from a page. */
  List<TagView> links(PageContext context) {
    List<TagView> links = new ArrayList<>();
    years.forEach(
        (year, posts) -> {
          SitePath path = path(year);
          boolean current = context.path().equals(path);
          Html name = Html.escape(name(year, context));
          links.add(new TagView(new LinkView(context.href(path), name, current, ""), posts.size()));
        });
    return links;
  }

  /** All sheets of all years. */
  List<Supplier<Done>> tasks() {
    List<Supplier<Done>> tasks = new ArrayList<>();
    years.forEach(
        (year, posts) -> {
          for (int sheet = 1; sheet <= sheets(posts); sheet++) {
            int number = sheet;
            tasks.add(() -> sheet(year, posts, number));
          }
        });
    return tasks;
  }

  private static SitePath blog(Scene scene, Language language) {
    return new Chrome(new PageContext(scene, language, SitePath.ROOT)).path(Section.BLOG);
  }

  private SitePath path(int year) {
    return path(blog, year);
  }

  private static SitePath path(SitePath blog, int year) {
    return blog.resolve(year + "/");
  }

  private static int sheets(List<Post> posts) {
    return (posts.size() + PER_SHEET - 1) / PER_SHEET;
  }

  private static String name(int year, PageContext context) {
    return context.style(DateTimeFormatter.ofPattern("uuuu")).format(Year.of(year));
  }

  private Done sheet(int year, List<Post> posts, int sheet) {
    SitePath first = path(year);
    PageContext context = new PageContext(scene, language, ListPages.sheetPath(first, sheet));
    String title = title(year, sheet, context);
    Map<String, Object> model = new HashMap<>();
    ListPages.made(model, frame(year, sheet, title, context));
    int from = (sheet - 1) * PER_SHEET;
    List<Post> shown = posts.subList(from, Math.min(posts.size(), from + PER_SHEET));
    int sheets = sheets(posts);
    model.put(
        "archive",
        new ArchiveView(
            months(shown, context),
            links(context),
            sheet,
            sheets,
            sheet > 1 ? context.href(ListPages.sheetPath(first, sheet - 1)) : "",
            sheet < sheets ? context.href(ListPages.sheetPath(first, sheet + 1)) : ""));
    String html = scene.fill("archive", model, context);
    List<OutputFile> files = new ArrayList<>();
    files.add(new OutputFile.Text(context.path().output(), html));
    if (sheet == 2) {
      files.add(Redirects.firstSheet(scene, language, first, title(year, 1, context)));
    }
    return new Done(files, List.of());
  }

  private static String title(int year, int sheet, PageContext context) {
    String section = new Chrome(context).plainTitle(Section.BLOG);
    String title =
        context.word("archive.title", Map.of("title", section, "year", name(year, context)));
    return sheet == 1 ? title : context.word("list.sheet", Map.of("title", title, "n", sheet));
  }

  private Frame frame(int year, int sheet, String title, PageContext context) {
    Chrome chrome = new Chrome(context);
    List<LinkView> trail = new ArrayList<>(List.of(chrome.home(false), chrome.link(Section.BLOG)));
    Map<Language, Frame.Variant> variants = new LinkedHashMap<>();
    for (Language other : scene.languages()) {
      SitePath path = ListPages.sheetPath(path(blog(scene, other), year), sheet);
      variants.put(other, new Frame.Variant(path, scene.real(Section.BLOG, other)));
    }
    return new Frame(
        context,
        "list",
        Section.BLOG.id(),
        variants,
        Html.escape(title),
        title,
        context.word("description.blog"),
        trail);
  }

  private static List<MonthView> months(List<Post> posts, PageContext context) {
    Map<Month, List<Post>> months = new LinkedHashMap<>();
    for (Post post : posts) {
      Month month = post.header().date().orElseThrow().toLocalDate().getMonth();
      months.computeIfAbsent(month, m -> new ArrayList<>()).add(post);
    }
    return months.entrySet().stream()
        .map(
            entry ->
                new MonthView(
                    "month-" + entry.getKey().getValue(),
                    heading(entry.getKey(), context.locale()),
                    Cards.of(entry.getValue(), context)))
        .toList();
  }

  // Many languages write months small, but not at the beginning of a heading.
  private static String heading(Month month, Locale locale) {
    String name = month.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first).toUpperCase(locale) + name.substring(first);
  }
}
