package org.chasqui.render;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.chasqui.site.CommunityPage;
import org.chasqui.site.Event;
import org.chasqui.site.Language;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.PageRef;
import org.chasqui.site.Post;
import org.chasqui.site.SitePath;

/**
 * The feeds of one language: the latest posts for the whole site, and the latest pages of each
 * section with news, be it a folder of the author's own. Each in three formats, and all events as a
 * calendar. Only pages that are really in the language are news in it; an event is one in any.
 */
final class Feeds {
  private static final int ENTRIES = 20;

  /** The sections with feeds of their own. */
  static final List<Section> SECTIONS = List.of(Section.BLOG, Section.EVENTS, Section.JOBS);

  /** A format of feeds. */
  enum Format {
    ATOM("feed.xml", "application/atom+xml"),
    RSS("rss.xml", "application/rss+xml"),
    JSON("feed.json", "application/feed+json");

    private final String file;
    private final String type;

    Format(String file, String type) {
      this.file = file;
      this.type = type;
    }

    /** The name of its file. */
    String file() {
      return file;
    }

    /** Its media type. */
    String type() {
      return type;
    }
  }

  private final Scene scene;
  private final Language language;
  private final Map<PageRef, FeedEntry> made = new ConcurrentHashMap<>();

  private Feeds(Scene scene, Language language) {
    this.scene = scene;
    this.language = language;
  }

  /** All feeds and calendars of a language, each by itself. */
  static List<Task> tasks(Scene scene, Language language) {
    Feeds feeds = new Feeds(scene, language);
    List<Task> tasks = new ArrayList<>();
    tasks.add(feeds.task("", feeds.newest(feeds.all(Section.BLOG)), feeds::site));
    feeds
        .sections()
        .forEach(
            (section, path) ->
                tasks.add(
                    feeds.task(
                        section.id(),
                        feeds.newest(feeds.all(section)),
                        () -> feeds.section(section, path))));
    scene
        .newsFolders(language)
        .forEach(
            folder ->
                tasks.add(
                    feeds.task(
                        "of " + folder.id(),
                        feeds.newest(feeds.news(folder)),
                        () -> feeds.folder(folder))));
    return tasks;
  }

  private Task task(String name, List<Page> shown, Supplier<List<OutputFile>> work) {
    return new Task(
        "feed " + language.tag() + " " + name, shown, () -> new Done(work.get(), List.of()));
  }

  private List<OutputFile> site() {
    SitePath root = scene.config().root(language);
    var config = scene.site().config(language);
    return write(root, PageContext.plain(config.title()), latest(Section.BLOG));
  }

  /** The addresses of the lists that have feeds, by section. */
  private Map<Section, SitePath> sections() {
    return sections(new PageContext(scene, language, scene.config().root(language)));
  }

  /** Likewise, seen from a page. */
  static Map<Section, SitePath> sections(PageContext context) {
    Map<Section, SitePath> paths = new EnumMap<>(Section.class);
    Chrome chrome = new Chrome(context);
    SECTIONS.stream()
        .filter(context.scene()::has)
        .forEach(section -> paths.put(section, chrome.path(section)));
    return paths;
  }

  /** Whether a page of a folder is news: it says when it was published. */
  static boolean isNews(Page page) {
    return page.header().date().isPresent();
  }

  /** What the feeds of a folder are called. */
  static String title(Scene scene, CommunityPage folder) {
    return PageContext.plain(scene.site().config(folder.language()).title())
        + " · "
        + PageContext.plain(folder.header().title());
  }

  /** The address of the calendar of all events, below that of their list. */
  static SitePath calendar(SitePath events) {
    return events.resolve("calendar.ics");
  }

  /** The addresses of everything that is made here, so that links to it are understood. */
  static List<SitePath> paths(SitePath list) {
    List<SitePath> paths = new ArrayList<>();
    for (Format format : Format.values()) {
      paths.add(list.resolve(format.file()));
    }
    return paths;
  }

  private List<OutputFile> section(Section section, SitePath path) {
    PageContext context = new PageContext(scene, language, path);
    var config = scene.site().config(language);
    String title =
        PageContext.plain(config.title()) + " · " + new Chrome(context).plainTitle(section);
    List<OutputFile> files = write(path, title, latest(section));
    if (section == Section.EVENTS) {
      List<Event> events =
          scene.entries(Section.EVENTS, language).stream().map(Event.class::cast).toList();
      files.add(CalendarFile.of(context, calendar(path), title, events));
    }
    return files;
  }

  private List<OutputFile> folder(CommunityPage folder) {
    return write(folder.path(), title(scene, folder), latest(news(folder)));
  }

  private List<Page> news(CommunityPage folder) {
    return scene.below(folder).stream()
        .filter(Feeds::isNews)
        .sorted(Comparator.comparing(Feeds::moment).reversed().thenComparing(Page::id))
        .toList();
  }

  private static Instant moment(Page page) {
    return page.header().date().map(OffsetDateTime::toInstant).orElse(Instant.EPOCH);
  }

  private List<FeedEntry> latest(Section section) {
    return latest(all(section));
  }

  private List<? extends Page> all(Section section) {
    Class<? extends Page> kind =
        switch (section) {
          case EVENTS -> Event.class;
          case JOBS -> org.chasqui.site.Job.class;
          default -> Post.class;
        };
    return scene.site().newest(kind, language);
  }

  /** The pages that feeds of a language show. */
  static Set<PageRef> shown(Scene scene, Language language) {
    Feeds feeds = new Feeds(scene, language);
    Set<PageRef> shown = new HashSet<>();
    SECTIONS.forEach(s -> feeds.newest(feeds.all(s)).forEach(page -> shown.add(page.ref())));
    scene
        .newsFolders(language)
        .forEach(f -> feeds.newest(feeds.news(f)).forEach(page -> shown.add(page.ref())));
    return shown;
  }

  // Without a date it is no news.
  private List<Page> newest(List<? extends Page> sorted) {
    return sorted.stream()
        .filter(page -> page.header().coverage().real() && isDated(page))
        .limit(ENTRIES)
        .map(Page.class::cast)
        .toList();
  }

  private boolean isDated(Page page) {
    return page instanceof Event || isNews(page) || scene.updated(page).isPresent();
  }

  private List<FeedEntry> latest(List<? extends Page> sorted) {
    return newest(sorted).stream()
        .map(page -> made.computeIfAbsent(page.ref(), ref -> FeedEntry.of(scene, page)))
        .toList();
  }

  private List<OutputFile> write(SitePath list, String title, List<FeedEntry> entries) {
    List<OutputFile> files = new ArrayList<>();
    for (Format format : Format.values()) {
      SitePath self = list.resolve(format.file());
      PageContext context = new PageContext(scene, language, self);
      FeedWriter writer = new FeedWriter(context, title, list, entries);
      String text =
          switch (format) {
            case ATOM -> writer.atom();
            case RSS -> writer.rss();
            case JSON -> writer.json();
          };
      files.add(new OutputFile.Text(self.output(), text));
    }
    return files;
  }
}
