package org.chasqui.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.chasqui.site.Coverage;
import org.chasqui.site.Download;
import org.chasqui.site.Episode;
import org.chasqui.site.EpisodeDetails;
import org.chasqui.site.Hub;
import org.chasqui.site.Language;
import org.chasqui.site.Lesson;
import org.chasqui.site.LessonHome;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.PathPage;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;
import org.chasqui.theme.CreditsView;
import org.chasqui.theme.DownloadView;
import org.chasqui.theme.EpisodeRowView;
import org.chasqui.theme.EpisodeView;
import org.chasqui.theme.Html;
import org.chasqui.theme.LanguageShareView;
import org.chasqui.theme.LaunchView;
import org.chasqui.theme.LessonMenuView;
import org.chasqui.theme.LessonView;
import org.chasqui.theme.LinkView;
import org.chasqui.theme.PathStepView;
import org.chasqui.theme.SaveView;
import org.jspecify.annotations.Nullable;

/** Lessons, their episodes, and the hubs in which they open. */
final class Lessons {
  private final PageContext context;
  private final Scene scene;
  private final Site site;
  private final boolean teaching;

  Lessons(PageContext context) {
    this(context, false);
  }

  private Lessons(PageContext context, boolean teaching) {
    this.context = context;
    this.scene = context.scene();
    this.site = scene.site();
    this.teaching = teaching;
  }

  /** The same for those who teach: links lead to their pages. */
  static Lessons forTeachers(PageContext context) {
    return new Lessons(context, true);
  }

  /** A lesson's home page, in the language of the page. */
  Optional<LessonHome> home(PageId lesson) {
    return site.page(new PageRef(lesson, context.language()))
        .filter(LessonHome.class::isInstance)
        .map(LessonHome.class::cast);
  }

  private LinkView link(LessonHome home, Episode episode) {
    SitePath path = teaching ? LessonPages.instructor(scene, home, episode) : episode.path();
    return new LinkView(
        context.href(path),
        context.text(episode.header().title()),
        path.equals(context.path()),
        context.note(episode));
  }

  /** The way around a lesson. */
  LessonMenuView menu(LessonHome home) {
    LessonBook book = scene.bodies().book(home);
    List<LinkView> pages = new ArrayList<>();
    book.pages().forEach(page -> pages.add(context.link(page)));
    for (LessonBook.Collection each : LessonBook.Collection.values()) {
      if (book.collections().contains(each)) {
        pages.add(made(each.of(home), "collection." + each.id()));
      }
    }
    SitePath teachers = LessonPages.instructor(scene, home);
    return new LessonMenuView(
        teaching
            ? new LinkView(
                context.href(teachers),
                context.text(home.header().title()),
                teachers.equals(context.path()),
                context.note(home))
            : context.link(home),
        book.episodes().stream().map(episode -> link(home, episode)).toList(),
        pages,
        teaching
            ? new LinkView(context.href(home), word("instructor.leave"), false, "")
            : new LinkView(
                book.episodes().isEmpty() ? "" : context.href(teachers),
                word("instructor.enter"),
                false,
                ""));
  }

  private LinkView made(SitePath path, String word) {
    return new LinkView(context.href(path), word(word), path.equals(context.path()), "");
  }

  private Html word(String id) {
    return Html.escape(context.word(id));
  }

  private List<DownloadView> downloads(LessonHome home) {
    List<DownloadView> views = new ArrayList<>();
    if (!scene.input().downloads() || home.lesson().episodes().isEmpty()) {
      return views;
    }
    boolean notebooks =
        site.episodes(home.lesson(), home.language()).stream()
            .anyMatch(e -> scene.notebook(e).isPresent());
    LessonHome other =
        Download.isFor(site, home)
            ? home
            : site.page(home.ref().in(site.config().sourceLanguage()))
                .map(LessonHome.class::cast)
                .orElse(home);
    for (Download each : Download.values()) {
      if (each != Download.NOTEBOOKS || notebooks) {
        SitePath file = each.of(other);
        views.add(
            new DownloadView(each.id(), context.href(file), new Html(Download.sizeMark(file))));
      }
    }
    return views;
  }

  private CreditsView credits(LessonHome home) {
    Map<String, LinkView> authors = new LinkedHashMap<>();
    Set<String> translators = new LinkedHashSet<>();
    Set<String> contributors = new LinkedHashSet<>();
    List<Page> all = new ArrayList<>(List.of(home));
    LessonBook book = scene.bodies().book(home);
    all.addAll(book.episodes());
    all.addAll(book.pages());
    for (Page page : all) {
      page.header()
          .authors()
          .forEach(author -> authors.putIfAbsent(author.key(), context.person(author)));
      translators.addAll(page.header().coverage().translators());
      scene.history(page).ifPresent(file -> contributors.addAll(file.contributors()));
    }
    return new CreditsView(
        List.copyOf(authors.values()), List.copyOf(translators), List.copyOf(contributors));
  }

  private List<LinkView> paths(LessonHome home) {
    return site.pages(PathPage.class, context.language()).stream()
        .filter(
            path ->
                path.steps().stream()
                    .anyMatch(step -> step.lesson().key().equals(home.lesson().name())))
        .map(context::link)
        .toList();
  }

  /** The lessons of a learning path. */
  List<PathStepView> steps(PathPage path) {
    List<PathStepView> views = new ArrayList<>();
    for (PathPage.Step step : path.steps()) {
      home(new PageId("lessons/" + step.lesson().key()))
          .ifPresent(
              home ->
                  views.add(
                      new PathStepView(
                          views.size() + 1,
                          Cards.of(home, context),
                          context.text(step.text()),
                          time(minutes(home)))));
    }
    return views;
  }

  /** How long a whole path takes; empty if nobody knows. */
  String time(PathPage path) {
    return time(
        path.steps().stream()
            .flatMap(step -> home(new PageId("lessons/" + step.lesson().key())).stream())
            .mapToInt(this::minutes)
            .sum());
  }

  private String time(int minutes) {
    return minutes == 0 ? "" : Details.duration(minutes, context);
  }

  private int minutes(LessonHome home) {
    return site.episodes(home.lesson(), context.language()).stream()
        .mapToInt(e -> e.details().teaching() + e.details().exercises())
        .sum();
  }

  LessonView lesson(LessonHome home) {
    Lesson lesson = home.lesson();
    List<Episode> episodes = site.episodes(lesson, context.language());
    String licence = lesson.license().orElse("");
    return new LessonView(
        lesson.name(),
        lesson.level().map(level -> Details.level(level, context)).orElse(""),
        context.texts(lesson.prerequisites()),
        licence,
        licence.isEmpty() ? "" : licenceText(licence),
        schedule(home, episodes),
        episodes.stream().mapToInt(e -> e.details().teaching()).sum(),
        episodes.stream().mapToInt(e -> e.details().exercises()).sum(),
        shares(home),
        new HubViews(context)
            .pages().stream()
                .filter(h -> h.hub().status() == Hub.Status.ACTIVE && h.hub().wants(lesson.name()))
                .map(context::link)
                .toList(),
        Schedules.of(
            context,
            lesson.timetable(),
            schedule(home, episodes),
            episodes.stream().map(Episode::id).toList()),
        lesson.timetable().start().isPresent(),
        menu(home),
        downloads(home),
        OfflinePages.any(scene)
            ? new SaveView(
                context.href(home.savedList()), new Html(Download.sizeMark(home.savedList())))
            : null,
        credits(home),
        paths(home));
  }

  private static String licenceText(String spdx) {
    String id = spdx.toUpperCase(Locale.ROOT);
    if (id.startsWith("CC-")) {
      String kind = spdx.substring(3).replaceFirst("-([0-9.]+).*$", "").toLowerCase(Locale.ROOT);
      String version = spdx.replaceFirst("^.*?-([0-9]+\\.[0-9]+).*$", "$1");
      return "https://creativecommons.org/licenses/" + kind + "/" + version + "/";
    }
    if (id.equals("CC0-1.0")) {
      return "https://creativecommons.org/publicdomain/zero/1.0/";
    }
    return spdx.contains(" ") ? "" : "https://spdx.org/licenses/" + spdx + ".html";
  }

  private List<EpisodeRowView> schedule(LessonHome home, List<Episode> episodes) {
    List<EpisodeRowView> rows = new ArrayList<>();
    int start = 0;
    for (Episode episode : episodes) {
      EpisodeDetails details = episode.details();
      LinkView link = link(home, episode);
      rows.add(
          new EpisodeRowView(
              details.number(),
              link.href(),
              link.label(),
              link.note(),
              details.teaching(),
              details.exercises(),
              start,
              context.texts(details.questions()),
              link.current()));
      start += details.teaching() + details.exercises();
    }
    return rows;
  }

  // Over the lesson's home and all its episodes.
  private List<LanguageShareView> shares(LessonHome home) {
    List<LanguageShareView> shares = new ArrayList<>();
    for (Language language : context.scene().languages()) {
      List<PageRef> refs = new ArrayList<>();
      refs.add(home.ref().in(language));
      home.lesson().episodes().forEach(id -> refs.add(new PageRef(id, language)));
      List<Coverage> all =
          refs.stream()
              .flatMap(r -> site.page(r).stream())
              .map(p -> p.header().coverage())
              .toList();
      int percent = percent(all);
      Optional<Page> page = site.page(home.ref().in(language));
      if (percent > 0 && page.isPresent()) {
        shares.add(
            new LanguageShareView(
                language.tag(), language.ownName(), percent, context.href(page.get())));
      }
    }
    return shares;
  }

  private static int percent(List<Coverage> all) {
    if (all.stream().allMatch(c -> c.real() && c.complete())) {
      return 100;
    }
    long segments = all.stream().mapToLong(c -> Math.max(1, c.segments())).sum();
    long done =
        all.stream()
            .filter(Coverage::real)
            .mapToLong(c -> c.complete() ? Math.max(1, c.segments()) : c.translated())
            .sum();
    return segments == 0 ? 0 : (int) Math.min(99, 100 * done / segments);
  }

  EpisodeView episode(Episode episode) {
    EpisodeDetails details = episode.details();
    Optional<LessonHome> home = home(details.lesson());
    List<Episode> episodes =
        home.map(h -> site.episodes(h.lesson(), context.language())).orElse(List.of(episode));
    OptionalInt found =
        IntStream.range(0, episodes.size())
            .filter(i -> episodes.get(i).id().equals(episode.id()))
            .findFirst();
    int at = found.orElse(0);
    List<LaunchView> launches = new HubViews(context).launches(episode);
    return new EpisodeView(
        details.number(),
        episodes.size(),
        home.map(context::link)
            .orElse(new LinkView("", Html.escape(details.lesson().name()), false, "")),
        details.teaching(),
        details.exercises(),
        context.texts(details.questions()),
        context.texts(details.objectives()),
        context.texts(details.keypoints()),
        neighbour(home, episodes, at - 1),
        neighbour(home, episodes, at + 1),
        home.map(h -> schedule(h, episodes)).orElse(List.of()),
        download(episode),
        launches.stream().filter(HubViews::opens).toList(),
        launches.stream().filter(l -> !HubViews.opens(l)).toList(),
        home.map(this::menu).orElse(null),
        scene.scriptPath(episode).map(context::href).orElse(""));
  }

  private @Nullable LinkView neighbour(Optional<LessonHome> home, List<Episode> episodes, int at) {
    return home.isPresent() && at >= 0 && at < episodes.size()
        ? link(home.get(), episodes.get(at))
        : null;
  }

  private String download(Episode episode) {
    return context.scene().notebook(episode).isPresent()
        ? context.href(Scene.download(episode))
        : "";
  }
}
