package org.chasqui.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.site.CommunityPage;
import org.chasqui.site.Episode;
import org.chasqui.site.Event;
import org.chasqui.site.Language;
import org.chasqui.site.LessonHome;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.SitePath;
import org.chasqui.theme.CardView;
import org.chasqui.theme.GroupView;
import org.chasqui.theme.HomeView;
import org.chasqui.theme.Html;
import org.chasqui.theme.LanguageLinkView;
import org.chasqui.theme.LinkView;
import org.chasqui.theme.ListView;
import org.chasqui.theme.PageView;

/** Makes the lists of one language: of each section, in sheets, and the home page if need be. */
final class ListPages {
  private final Scene scene;
  private final Language language;
  private final ArchivePages archives;

  ListPages(Scene scene, Language language) {
    this.scene = scene;
    this.language = language;
    this.archives = new ArchivePages(scene, language);
  }

  /** The ids of pages that are rendered here, as the introduction of a list. */
  static boolean introduces(Scene scene, Page page) {
    return page instanceof CommunityPage
        && Section.introducedBy(page.id()).filter(scene::has).isPresent();
  }

  List<Task> tasks() {
    List<Task> tasks = new ArrayList<>();
    for (Section section : Section.values()) {
      if (scene.has(section)) {
        int entries = scene.entries(section, language).size();
        int perSheet = scene.perSheet(section);
        int sheets = Math.max(1, (entries + perSheet - 1) / perSheet);
        for (int sheet = 1; sheet <= sheets; sheet++) {
          int number = sheet;
          String name = String.join(" ", "list", language.tag(), section.id(), "" + number);
          tasks.add(new Task(name, shown(section, number), () -> sheet(section, number, sheets)));
        }
      }
    }
    archives.tasks().forEach(work -> tasks.add(Task.always(work)));
    if (scene.site().page(new PageRef(PageId.HOME, language)).isEmpty()) {
      tasks.add(Task.always(this::bareHome));
    }
    return tasks;
  }

  private List<Page> shown(Section section, int sheet) {
    return sheet == 1
        ? new Chrome(new PageContext(scene, language, sheetPath(start(section), sheet)))
            .introduction(section).stream().map(Page.class::cast).toList()
        : List.of();
  }

  private Done sheet(Section section, int sheet, int sheets) {
    SitePath first = start(section);
    PageContext context = new PageContext(scene, language, sheetPath(first, sheet));
    Optional<CommunityPage> introduction = new Chrome(context).introduction(section);
    Map<String, Object> model = new HashMap<>();
    List<org.chasqui.site.RenderedSite.LinkUse> links = List.of();
    if (introduction.isPresent() && sheet == 1) {
      PagePages page = new PagePages(scene, introduction.get());
      page.fill(model, context.text(introduction.get().header().title()));
      links = page.links();
    } else {
      fill(model, section, sheet, context, introduction);
    }
    model.put("list", list(section, sheet, sheets, context, first));
    if (section == Section.HUBS && HubStatus.isWanted(scene)) {
      model.put("all", context.href(HubStatus.path(scene, language)));
    }
    if (section == Section.EVENTS) {
      model.put("calendar", context.href(Feeds.calendar(first)));
    }
    if (section == Section.BLOG) {
      model.put("years", archives.links(context));
    }
    String html = scene.fill("list", model, context);
    List<OutputFile> files = new ArrayList<>();
    files.add(new OutputFile.Text(context.path().output(), html));
    if (sheet == 2) {
      String title = new Chrome(context).plainTitle(section);
      files.add(Redirects.firstSheet(scene, language, first, title));
    }
    return new Done(files, links);
  }

  private SitePath start(Section section) {
    return new Chrome(new PageContext(scene, language, SitePath.ROOT)).path(section);
  }

  /** Where a sheet of a list is whose first stands at an address; sheets count from 1. */
  static SitePath sheetPath(SitePath first, int sheet) {
    return sheet == 1 ? first : first.resolve("page/" + sheet + "/");
  }

  private void fill(
      Map<String, Object> model,
      Section section,
      int sheet,
      PageContext context,
      Optional<CommunityPage> introduction) {
    Chrome chrome = new Chrome(context);
    String name =
        introduction
            .map(page -> PageContext.plain(page.header().title()))
            .orElse(context.word("section." + section.id()));
    String title =
        sheet == 1 ? name : context.word("list.sheet", Map.of("title", name, "n", sheet));
    List<LinkView> trail = new ArrayList<>(List.of(chrome.home(false)));
    if (sheet > 1) {
      trail.add(chrome.link(section));
    }
    Frame frame =
        new Frame(
            context,
            "list",
            section.id(),
            variants(section, sheet),
            Html.escape(title),
            title,
            context.word("description." + section.id()),
            trail);
    made(model, frame);
  }

  private Map<Language, Frame.Variant> variants(Section section, int sheet) {
    Map<Language, Frame.Variant> variants = new LinkedHashMap<>();
    for (Language other : scene.languages()) {
      SitePath first = new Chrome(new PageContext(scene, other, SitePath.ROOT)).path(section);
      variants.put(other, new Frame.Variant(sheetPath(first, sheet), scene.real(section, other)));
    }
    return variants;
  }

  /** Puts what every page has into the model of a page that nobody wrote. */
  static void made(Map<String, Object> model, Frame frame) {
    made(model, frame, BodyRenderer.NOTHING);
  }

  /** Likewise of a page with a text that stands elsewhere too. */
  static void made(Map<String, Object> model, Frame frame, BodyRenderer.Rendered body) {
    Chrome chrome = new Chrome(frame.context());
    List<LanguageLinkView> languages = chrome.languages(frame);
    model.put("site", chrome.site(frame));
    model.put("head", Heads.of(frame, languages, "", Html.EMPTY));
    model.put(
        "page",
        new PageView(
            frame.kind(),
            "",
            frame.context().language().tag(),
            frame.context().language().direction(),
            frame.title(),
            frame.plainTitle(),
            Html.EMPTY,
            frame.trail(),
            languages,
            null,
            body.html(),
            body.contents(),
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            "",
            Map.of()));
  }

  private ListView list(
      Section section, int sheet, int sheets, PageContext context, SitePath first) {
    List<? extends Page> all = scene.entries(section, language);
    int perSheet = scene.perSheet(section);
    int from = (sheet - 1) * perSheet;
    List<? extends Page> shown = all.subList(from, Math.min(all.size(), from + perSheet));
    return new ListView(
        section.id(),
        groups(Cards.of(shown, context), section),
        sheet,
        sheets,
        sheet > 1 ? context.href(sheetPath(first, sheet - 1)) : "",
        sheet < sheets ? context.href(sheetPath(first, sheet + 1)) : "");
  }

  // Jobs and events by their state; what is over must not look as if it were news.
  private static List<GroupView> groups(List<CardView> cards, Section section) {
    if (section != Section.JOBS && section != Section.EVENTS) {
      return List.of(new GroupView("", cards));
    }
    Map<String, List<CardView>> groups = new LinkedHashMap<>();
    cards.forEach(c -> groups.computeIfAbsent(c.state(), s -> new ArrayList<>()).add(c));
    return groups.entrySet().stream()
        .map(entry -> new GroupView(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** What the home page shows of the rest of the site. */
  HomeView home(PageContext context) {
    List<LessonHome> lessons = scene.site().pages(LessonHome.class, language);
    List<? extends Page> events =
        scene.entries(Section.EVENTS, language).stream()
            .filter(e -> !scene.isPast((Event) e))
            .limit(3)
            .toList();
    List<? extends Page> posts = scene.entries(Section.BLOG, language).stream().limit(3).toList();
    Map<String, String> sections = new LinkedHashMap<>();
    Chrome chrome = new Chrome(context);
    Arrays.stream(Section.values())
        .filter(scene::has)
        .forEach(s -> sections.put(s.id(), context.href(chrome.path(s))));
    return new HomeView(
        Cards.of(lessons, context),
        first(lessons).map(context::href).orElse(""),
        Cards.of(events, context),
        Cards.of(posts, context),
        Cards.of(scene.entries(Section.ORGANISATIONS, language), context),
        sections);
  }

  private Optional<Episode> first(List<LessonHome> lessons) {
    return lessons.stream()
        .flatMap(home -> scene.site().episodes(home.lesson(), language).stream())
        .findFirst();
  }

  private Done bareHome() {
    SitePath root = scene.config().root(language);
    PageContext context = new PageContext(scene, language, root);
    var config = scene.site().config(language);
    Frame frame =
        new Frame(
            context,
            "home",
            "",
            Frame.variants(scene, ""),
            context.text(config.title()),
            PageContext.plain(config.title()),
            PageContext.plain(config.description()),
            List.of());
    Map<String, Object> model = new HashMap<>();
    made(model, frame);
    model.put("home", home(context));
    String html = scene.fill("home", model, context);
    return new Done(List.of(new OutputFile.Text(root.output(), html)), List.of());
  }
}
