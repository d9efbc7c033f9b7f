package org.chasqui.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.CommunityPage;
import org.chasqui.site.Language;
import org.chasqui.site.MenuItem;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.SitePath;
import org.chasqui.theme.FeedView;
import org.chasqui.theme.Html;
import org.chasqui.theme.LanguageLinkView;
import org.chasqui.theme.LinkView;
import org.chasqui.theme.SiteView;

/** What stands around every page: site title, menu, language switch, breadcrumb. */
final class Chrome {
  private final PageContext context;
  private final Scene scene;

  Chrome(PageContext context) {
    this.context = context;
    this.scene = context.scene();
  }

  SiteView site(Frame frame) {
    SiteConfig config = scene.site().config(context.language());
    SitePath root = root();
    SitePath feed = root.resolve("feed.xml");
    SortedMap<String, String> assets = new TreeMap<>();
    scene.themeFiles().paths().forEach((name, path) -> assets.put(name, context.href(path)));
    return new SiteView(
        PageContext.plain(config.title()),
        context.text(config.title()),
        PageContext.plain(config.description()),
        context.href(root),
        menu(config, frame.section()),
        assets,
        context.absolute(feed),
        context.href(feed),
        SearchPages.any(scene) ? context.href(SearchPages.path(scene, context.language())) : "",
        feeds(config, frame.section()),
        OfflinePages.any(scene) ? context.href(scene.input().worker().orElseThrow()) : "",
        TranslationPages.any(scene)
            ? context.href(TranslationPages.path(scene, context.language()))
            : "",
        scene.logo().map(context::href).orElse(""),
        scene.colours());
  }

  // The whole site's, and those of the section where the reader is.
  private List<FeedView> feeds(SiteConfig config, String section) {
    List<FeedView> feeds = new ArrayList<>();
    String title = PageContext.plain(config.title());
    feeds(feeds, root(), title);
    Feeds.sections(context)
        .forEach(
            (s, path) -> {
              if (s.id().equals(section)) {
                feeds(feeds, path, title + " · " + plainTitle(s));
              }
            });
    scene.newsFolders(context.language()).stream()
        .filter(folder -> context.path().value().startsWith(folder.path().value()))
        .forEach(folder -> feeds(feeds, folder.path(), Feeds.title(scene, folder)));
    return feeds;
  }

  private void feeds(List<FeedView> feeds, SitePath list, String title) {
    for (Feeds.Format format : Feeds.Format.values()) {
      feeds.add(new FeedView(context.href(list.resolve(format.file())), format.type(), title));
    }
  }

  private SitePath root() {
    return scene.config().root(context.language());
  }

  private List<LinkView> menu(SiteConfig config, String section) {
    List<MenuItem> items =
        config.arrangement().menus().getOrDefault(context.language(), config.menu());
    if (items.isEmpty()) {
      return Arrays.stream(Section.values())
          .filter(scene::has)
          .map(s -> new LinkView(context.href(path(s)), title(s), s.id().equals(section), ""))
          .toList();
    }
    return scene.menus().on(context, items, section);
  }

  /** The address of a section's list. */
  SitePath path(Section section) {
    return introduction(section).map(Page::path).orElse(root().resolve(section.id() + "/"));
  }

  /** The page that introduces a section, if somebody wrote one. */
  Optional<CommunityPage> introduction(Section section) {
    return scene
        .site()
        .page(new PageRef(section.introduction(), context.language()))
        .filter(CommunityPage.class::isInstance)
        .map(CommunityPage.class::cast);
  }

  Html title(Section section) {
    return introduction(section)
        .map(page -> context.text(page.header().title()))
        .orElse(Html.escape(context.word("section." + section.id())));
  }

  /** The title of a section without markup. */
  String plainTitle(Section section) {
    return introduction(section)
        .map(page -> PageContext.plain(page.header().title()))
        .orElse(context.word("section." + section.id()));
  }

  LinkView link(Section section) {
    SitePath path = path(section);
    return new LinkView(context.href(path), title(section), path.equals(context.path()), "");
  }

  LinkView home(boolean current) {
    return new LinkView(context.href(root()), Html.escape(context.word("nav.home")), current, "");
  }

  /** The way from the home page to the page above this one. */
  List<LinkView> trail(Page page) {
    List<LinkView> trail = new ArrayList<>();
    if (page.id().equals(PageId.HOME)) {
      return trail;
    }
    trail.add(home(false));
    sectionOf(page)
        .filter(s -> !page.id().equals(s.introduction()))
        .ifPresent(s -> trail.add(link(s)));
    scene.site().lessonOf(page).ifPresent(home -> trail.add(context.link(home)));
    if (page instanceof CommunityPage) {
      ancestors(page, trail);
    }
    return trail;
  }

  private void ancestors(Page page, List<LinkView> trail) {
    String id = page.id().value();
    for (int slash = id.indexOf('/'); slash > 0; slash = id.indexOf('/', slash + 1)) {
      PageId above = new PageId(id.substring(0, slash));
      if (Section.introducedBy(above).isEmpty()) {
        scene
            .site()
            .page(new PageRef(above, context.language()))
            .ifPresent(parent -> trail.add(context.link(parent)));
      }
    }
  }

  /** The section that a page belongs to, if that has a list. */
  Optional<Section> sectionOf(Page page) {
    String wanted =
        switch (Details.kind(page)) {
          case "post" -> "blog";
          case "lesson", "episode", "lesson-page" -> "lessons";
          case "path" -> "paths";
          case "job" -> "jobs";
          case "event" -> "events";
          case "hub" -> "hubs";
          case "person" -> "people";
          case "organisation" -> "organisations";
          default -> page.id().section();
        };
    return Arrays.stream(Section.values())
        .filter(s -> s.id().equals(wanted) && scene.has(s))
        .findFirst();
  }

  /** The page in every language of the site. */
  List<LanguageLinkView> languages(Frame frame) {
    List<LanguageLinkView> links = new ArrayList<>();
    for (Language language : scene.languages()) {
      Frame.Variant variant = frame.variants().get(language);
      SitePath path = variant == null ? scene.config().root(language) : variant.path();
      links.add(
          new LanguageLinkView(
              language.tag(),
              language.direction(),
              scene.ownName(language),
              context.href(path),
              context.absolute(path),
              language.equals(context.language()),
              variant != null && variant.real()));
    }
    return links;
  }
}
