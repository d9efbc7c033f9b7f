package org.chasqui.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chasqui.site.Episode;
import org.chasqui.site.Hub;
import org.chasqui.site.HubEdition;
import org.chasqui.site.HubPage;
import org.chasqui.site.Language;
import org.chasqui.site.LaunchLink;
import org.chasqui.site.LessonHome;
import org.chasqui.site.NotebookFile;
import org.chasqui.theme.DateView;
import org.chasqui.theme.Html;
import org.chasqui.theme.HubEpisodeView;
import org.chasqui.theme.HubLessonView;
import org.chasqui.theme.HubView;
import org.chasqui.theme.LaunchView;
import org.jspecify.annotations.Nullable;

/** The hubs in which lessons open: what each has, and the links that lead there. */
final class HubViews {
  private final PageContext context;
  private final Scene scene;

  HubViews(PageContext context) {
    this.context = context;
    this.scene = context.scene();
  }

  /** The pages of all hubs, in the order of their list. */
  List<HubPage> pages() {
    return scene.entries(Section.HUBS, context.language()).stream()
        .map(HubPage.class::cast)
        .toList();
  }

  /** The hubs that an episode belongs into. */
  List<LaunchView> launches(Episode episode) {
    if (scene.notebook(episode).isEmpty()) {
      return List.of();
    }
    String lesson = episode.details().lesson().name();
    return pages().stream()
        .filter(page -> page.hub().wants(lesson))
        .filter(page -> page.hub().languages().contains(episode.language()))
        .map(page -> launch(page, episode))
        .toList();
  }

  private LaunchView launch(HubPage page, Episode episode) {
    Hub hub = page.hub();
    return new LaunchView(
        hub.id(),
        hub.name(),
        LaunchLink.of(hub, NotebookFile.pathOf(episode)).orElse(""),
        context.href(page),
        status(hub),
        kind(hub));
  }

  /** Whether a running hub opens it. */
  static boolean opens(LaunchView launch) {
    return launch.status().equals("active") && !launch.href().isEmpty();
  }

  private static String status(Hub hub) {
    return hub.status().name().toLowerCase(Locale.ROOT);
  }

  private static String kind(Hub hub) {
    boolean retired = hub.status() == Hub.Status.RETIRED;
    return retired
        ? hub.delivery().binder().isPresent() ? "binder" : "download"
        : hub.delivery().kind().name().toLowerCase(Locale.ROOT);
  }

  /** What a hub's own page and the page of all hubs tell. */
  HubView hub(HubPage page) {
    Hub hub = page.hub();
    Optional<HubEdition> edition = edition(hub);
    return new HubView(
        context.link(page),
        status(hub),
        kind(hub),
        hub.address().orElse(""),
        hub.community().map(context::organisation).orElse(null),
        hub.languages().stream().map(context::nameOf).toList(),
        LaunchLink.repository(hub).orElse(""),
        hub.delivery().environment().map(context::text).orElse(Html.EMPTY),
        edition.map(HubEdition::publication).orElse(0),
        edition.map(known -> day(known.since())).orElse(null),
        lessons(hub, edition));
  }

  /** What a hub was last known to hold. */
  Optional<HubEdition> edition(Hub hub) {
    return Optional.ofNullable(scene.input().published().get(hub.id()));
  }

  private List<HubLessonView> lessons(Hub hub, Optional<HubEdition> edition) {
    return scene.site().pages(LessonHome.class, context.language()).stream()
        .filter(home -> hub.wants(home.lesson().name()))
        .map(home -> lesson(hub, home, edition))
        .toList();
  }

  private HubLessonView lesson(Hub hub, LessonHome home, Optional<HubEdition> edition) {
    Map<Language, HubEdition.Lesson> there = there(hub, home, edition);
    HubEdition.@Nullable Lesson newest =
        there.values().stream()
            .max(java.util.Comparator.comparing(HubEdition.Lesson::publication))
            .orElse(null);
    return new HubLessonView(
        context.link(home),
        hub.languages().stream()
            .filter(language -> there.isEmpty() || there.containsKey(language))
            .map(context::nameOf)
            .toList(),
        newest == null ? 0 : newest.publication(),
        newest == null ? null : day(newest.since()),
        episodes(hub, home));
  }

  /** In which languages a hub is known to have a lesson, and since when. */
  Map<Language, HubEdition.Lesson> there(Hub hub, LessonHome home, Optional<HubEdition> edition) {
    Map<Language, HubEdition.Lesson> found = new java.util.LinkedHashMap<>();
    for (Language language : hub.languages()) {
      scene.site().episodes(home.lesson(), language).stream()
          .findFirst()
          .map(episode -> NotebookFile.pathOf(episode).value())
          .map(path -> path.substring(0, path.lastIndexOf('/')))
          .flatMap(folder -> edition.map(known -> known.lessons().get(folder)))
          .ifPresent(lesson -> found.put(language, lesson));
    }
    return found;
  }

  private @Nullable DateView day(Instant time) {
    return context.day(time.atZone(scene.config().zone()).toLocalDate());
  }

  private List<HubEpisodeView> episodes(Hub hub, LessonHome home) {
    // In the reader's language if the hub has it, else in the first that it has.
    Language language =
        hub.languages().contains(context.language()) || hub.languages().isEmpty()
            ? context.language()
            : hub.languages().get(0);
    List<HubEpisodeView> links = new ArrayList<>();
    for (Episode episode : scene.site().episodes(home.lesson(), language)) {
      boolean none = scene.notebook(episode).isEmpty();
      String launch = none ? "" : LaunchLink.of(hub, NotebookFile.pathOf(episode)).orElse("");
      String notebook = none ? "" : context.href(Scene.download(episode));
      links.add(new HubEpisodeView(context.link(episode), launch, notebook));
    }
    return links;
  }
}
