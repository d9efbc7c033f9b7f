package org.chasqui.render;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.math.Formulas;
import org.chasqui.site.CommunityPage;
import org.chasqui.site.Download;
import org.chasqui.site.Episode;
import org.chasqui.site.Event;
import org.chasqui.site.FileHistory;
import org.chasqui.site.HubPage;
import org.chasqui.site.Job;
import org.chasqui.site.Language;
import org.chasqui.site.LessonHome;
import org.chasqui.site.Look;
import org.chasqui.site.Memory;
import org.chasqui.site.NotebookFile;
import org.chasqui.site.OrganisationPage;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.PathPage;
import org.chasqui.site.PersonPage;
import org.chasqui.site.Picture;
import org.chasqui.site.Post;
import org.chasqui.site.Site;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.SitePath;
import org.chasqui.site.Stopwatch;
import org.chasqui.site.Wording;
import org.chasqui.theme.ColourView;
import org.chasqui.theme.Theme;
import org.chasqui.theme.ThemeProblem;

/** Everything that all pages of one run share: the site, what was made from it once, the words. */
final class Scene {
  private static final Memory.Kept<String> FILLED = new Memory.Kept<>("filled");
  private static final Memory.Kept<String> DESCRIPTION =
      new Memory.Kept<>("description", new Memory.Written<>(List::of, row -> row.get(0)));

  // All that the text of a filled template depends on.
  private record Filling(Theme theme, Wording wording, Map<String, Object> model) {}

  private final Site site;
  private final RenderInput input;
  private final Diagnostics diagnostics;
  private final ThemeFiles themeFiles;
  private final Map<String, ColourView> colours;
  private final Optional<SitePath> logo;
  private final Terms terms;
  private final LinkTable links;
  private final SharedBodies bodies;
  private final Formulas formulas;
  private final Map<Language, String> ownNames = new HashMap<>();
  private final Map<PageRef, String> descriptions = new ConcurrentHashMap<>();
  private final Map<PageRef, NotebookFile> notebooks = new HashMap<>();
  private final Map<String, String> people = new TreeMap<>();
  private final Map<String, String> organisations = new TreeMap<>();
  private final Map<Language, Map<Section, List<? extends Page>>> entries = new HashMap<>();
  private final Map<Language, Map<PageId, List<Page>>> folders = new HashMap<>();
  private final Map<Language, List<CommunityPage>> newsFolders = new HashMap<>();
  private final Set<PageRef> inFeeds = new HashSet<>();
  private final Map<PageRef, Page> before = new HashMap<>();
  private final Map<PageRef, Page> after = new HashMap<>();
  private final Menus menus = new Menus();
  private final ThreadLocal<Boolean> heard = ThreadLocal.withInitial(() -> false);
  private final ThreadLocal<Set<String>> filled = ThreadLocal.withInitial(TreeSet::new);
  private final Set<Section> sections = EnumSet.noneOf(Section.class);

  /**
   * @param whole the site with the notes for instructors; all that is shown to learners is made of
   *     the same without them
   */
  Scene(Site whole, RenderInput input, Diagnostics diagnostics) {
    this.site = Notes.withoutNotes(whole);
    this.bodies = new SharedBodies(this, whole);
    this.input = input;
    this.diagnostics = diagnostics;
    Look look = site.config().arrangement().look();
    this.colours = OwnColours.of(look, ThemeFiles.style(input.theme()), diagnostics);
    this.themeFiles = ThemeFiles.of(input.theme(), colourRules());
    this.formulas = new Formulas(site.config().arrangement().macros());
    this.terms = new Terms(site);
    for (NotebookFile notebook : input.notebooks()) {
      notebooks.put(notebook.episode(), notebook);
    }
    for (Page page : site.pages()) {
      if (page instanceof PersonPage person) {
        people.putIfAbsent(fold(person.person().name()), person.person().id());
      } else if (page instanceof OrganisationPage organisation) {
        organisations.putIfAbsent(
            fold(organisation.organisation().name()), organisation.organisation().id());
      }
    }
    languages().forEach(language -> ownNames.put(language, language.ownName()));
    list();
    this.links = new LinkTable(site, made());
    languages().forEach(language -> inFeeds.addAll(Feeds.shown(this, language)));
    this.logo = look.logo().flatMap(this::logo);
  }

  Site site() {
    return site;
  }

  SiteConfig config() {
    return site.config();
  }

  List<Language> languages() {
    return site.config().languages();
  }

  /** A language of the site in itself: every page says all of them. */
  String ownName(Language language) {
    return ownNames.getOrDefault(language, "");
  }

  RenderInput input() {
    return input;
  }

  Formulas formulas() {
    return formulas;
  }

  /** Where to say what is wrong: whoever asks is about to. */
  Diagnostics diagnostics() {
    heard.set(true);
    return diagnostics;
  }

  /**
   * From now on it is heard whether this thread says that something is wrong, and seen which
   * templates it fills.
   */
  void listen() {
    heard.set(false);
    filled.set(new TreeSet<>());
  }

  /** The templates that this thread filled since, but for those that texts are made with. */
  Set<String> filled() {
    return filled.get();
  }

  /** Whether this thread said something since, or took something that it must look at again. */
  boolean heard() {
    return heard.get();
  }

  /** Notes that a text has taken something that may change though nothing is said of it. */
  void borrow() {
    heard.set(true);
  }

  // A theme without that template has only its own colours.
  private String colourRules() {
    return colours.isEmpty() || !input.theme().has("colours")
        ? ""
        : fill(
            "colours",
            Map.of("colours", colours),
            new PageContext(this, site.config().sourceLanguage(), SitePath.ROOT));
  }

  private Optional<SitePath> logo(Picture picture) {
    String path = "/" + picture.source().replaceFirst("^/+", "");
    Optional<SitePath> found =
        links.resolve(site.pages(site.config().sourceLanguage()).get(0), path);
    if (found.isEmpty()) {
      diagnostics.add(
          Diagnostic.error(
                  "logo-missing",
                  picture.span(),
                  "There is no picture '" + picture.source() + "' for the logo.")
              .help("Write its path below site-content/, like images/logo.svg."));
    }
    return found;
  }

  /** The colours that the site has made its own, by what they are for. */
  Map<String, ColourView> colours() {
    return colours;
  }

  /** The picture beside the site's name, if it has one of its own. */
  Optional<SitePath> logo() {
    return logo;
  }

  ThemeFiles themeFiles() {
    return themeFiles;
  }

  /** The menus, as far as they are the same on all pages. */
  Menus menus() {
    return menus;
  }

  Terms terms() {
    return terms;
  }

  LinkTable links() {
    return links;
  }

  /** What machines are told of a page: asked for by the page, its facts and its feeds. */
  String description(Page page) {
    // One that is just being written is there with one text after another.
    boolean written = site.page(page.ref()).filter(known -> known == page).isEmpty();
    return written
        ? Heads.description(page)
        : descriptions.computeIfAbsent(page.ref(), ref -> described(page));
  }

  // Of a text without a summary the Markdown must be read.
  private String described(Page page) {
    return page.header().summary().isPresent()
        ? Heads.description(page)
        : input
            .memory()
            .recall(
                DESCRIPTION,
                page.ref().toString(),
                List.of(page.body().digest()),
                () -> Heads.description(page));
  }

  /** Texts that several files show, rendered. */
  SharedBodies bodies() {
    return bodies;
  }

  /** The notebook of an episode, in its language. */
  Optional<NotebookFile> notebook(Page page) {
    return Optional.ofNullable(notebooks.get(page.ref()));
  }

  /** Where an episode's notebook is downloaded: beside its page. */
  static SitePath download(Page episode) {
    return episode.path().resolve(episode.id().name() + ".ipynb");
  }

  /** The code of an episode as a file beside its page. */
  Optional<OutputFile> script(Page episode) {
    return Optional.ofNullable(input.scripts().get(episode.ref()))
        .flatMap(code -> scriptPath(episode).map(path -> new OutputFile.Text(path.output(), code)));
  }

  /** Where that file is. */
  Optional<SitePath> scriptPath(Page episode) {
    if (!input.scripts().containsKey(episode.ref()) || !(episode instanceof Episode e)) {
      return Optional.empty();
    }
    String kernel =
        site.page(new PageRef(e.details().lesson(), e.language()))
            .filter(LessonHome.class::isInstance)
            .map(home -> e.kernel(((LessonHome) home).lesson()))
            .orElse("");
    String ending =
        switch (kernel) {
          case "python3", "python" -> ".py";
          case "ir" -> ".R";
          case "bash" -> ".sh";
          default -> kernel.startsWith("julia") ? ".jl" : ".txt";
        };
    return Optional.of(episode.path().resolve(episode.id().name() + ending));
  }

  /** Where an event's calendar file is: beside its page. */
  static SitePath calendar(Page event) {
    return event.path().resolve(event.id().name() + ".ics");
  }

  /**
   * The pages of the folder that a page introduces, in the order of their list: by weight, the
   * newest first, by title. Folders in it count with the page that introduces them.
   */
  List<Page> below(CommunityPage page) {
    boolean own = page.listing() && Section.introducedBy(page.id()).isEmpty();
    return own
        ? folders.getOrDefault(page.language(), Map.of()).getOrDefault(page.id(), List.of())
        : List.of();
  }

  /** The pages that introduce a folder of the author's own with news in it. */
  List<CommunityPage> newsFolders(Language language) {
    return newsFolders.getOrDefault(language, List.of());
  }

  /** Whether a feed shows the text of a page. */
  boolean isInFeeds(Page page) {
    return inFeeds.contains(page.ref());
  }

  // Each page of a list between those before and after it.
  private void chain(List<? extends Page> list) {
    for (int i = 1; i < list.size(); i++) {
      before.put(list.get(i).ref(), list.get(i - 1));
      after.put(list.get(i - 1).ref(), list.get(i));
    }
  }

  /** The page before one in the list of its section, if it has a list. */
  Optional<Page> before(Page page) {
    return Optional.ofNullable(before.get(page.ref()));
  }

  /** The page after one in the list of its section, if it has a list. */
  Optional<Page> after(Page page) {
    return Optional.ofNullable(after.get(page.ref()));
  }

  private void list() {
    Language source = config().sourceLanguage();
    for (Language language : languages()) {
      Map<Section, List<? extends Page>> lists = new EnumMap<>(Section.class);
      for (Section section : Section.values()) {
        lists.put(section, inOrder(section, language));
      }
      entries.put(language, lists);
      folders.put(language, Folders.of(site.pages(CommunityPage.class, language)));
      chain(entries(Section.BLOG, language));
      site.pages(CommunityPage.class, language).forEach(page -> chain(below(page)));
      newsFolders.put(
          language,
          site.pages(CommunityPage.class, language).stream()
              .filter(page -> below(page).stream().anyMatch(Feeds::isNews))
              .toList());
    }
    for (Section section : Section.values()) {
      boolean introduced =
          site.page(new PageRef(section.introduction(), source))
              .filter(CommunityPage.class::isInstance)
              .isPresent();
      if (introduced || !entries(section, source).isEmpty()) {
        sections.add(section);
      }
    }
  }

  /** The pages of a section in a language, in the order of its list. */
  List<? extends Page> entries(Section section, Language language) {
    return entries.getOrDefault(language, Map.of()).getOrDefault(section, List.of());
  }

  private List<? extends Page> inOrder(Section section, Language language) {
    return switch (section) {
      case LESSONS -> site.pages(LessonHome.class, language);
      case PATHS -> site.pages(PathPage.class, language);
      case BLOG -> site.newest(Post.class, language);
      case JOBS ->
          site.newest(Job.class, language).stream()
              .sorted(Comparator.comparing((Job job) -> !isOpen(job)))
              .toList();
      case EVENTS -> eventsInOrder(language);
      case HUBS -> byTitle(site.pages(HubPage.class, language));
      case ORGANISATIONS -> byTitle(site.pages(OrganisationPage.class, language));
      case PEOPLE -> byTitle(site.pages(PersonPage.class, language));
    };
  }

  /** The posts in a language, newest first. */
  List<Post> posts(Language language) {
    return entries(Section.BLOG, language).stream().map(Post.class::cast).toList();
  }

  /** How many entries a sheet of a section's list has: the same in all languages. */
  int perSheet(Section section) {
    Optional<Integer> own =
        site.page(new PageRef(section.introduction(), config().sourceLanguage()))
            .filter(CommunityPage.class::isInstance)
            .flatMap(page -> ((CommunityPage) page).pageSize());
    return section.perSheet(own, config().arrangement().pageSizes());
  }

  /** Whether a section has a list: it has entries, or an introduction. */
  boolean has(Section section) {
    return sections.contains(section);
  }

  // What comes next first, then what is over, latest first.
  private List<Event> eventsInOrder(Language language) {
    Comparator<Event> byStart = Comparator.comparing(e -> e.details().start().toInstant());
    Comparator<Event> order = Comparator.comparing(this::isPast);
    return site.pages(Event.class, language).stream()
        .sorted(
            order.thenComparing(
                (a, b) -> isPast(a) ? byStart.compare(b, a) : byStart.compare(a, b)))
        .toList();
  }

  private static <P extends Page> List<P> byTitle(List<P> pages) {
    return pages.stream()
        .sorted(
            Comparator.comparing((P p) -> fold(p.header().title().value()))
                .thenComparing(Page::ref))
        .toList();
  }

  /** When a page was last changed, as its author or the history of its file says. */
  Optional<OffsetDateTime> updated(Page page) {
    return page.header()
        .updated()
        .or(
            () ->
                history(page)
                    .map(file -> file.changed().atZone(config().zone()).toOffsetDateTime()));
  }

  /** What version control knows of the file of a page. */
  Optional<FileHistory> history(Page page) {
    return Optional.ofNullable(input.history().get(page.header().source().path()));
  }

  /** Whether the list of a section is more in a language than the same pages untranslated. */
  boolean real(Section section, Language language) {
    return language.equals(config().sourceLanguage())
        || site.page(new PageRef(section.introduction(), language))
            .filter(page -> page.header().coverage().real())
            .isPresent()
        || entries(section, language).stream().anyMatch(p -> p.header().coverage().real());
  }

  /** Whether an event is over. */
  boolean isPast(Event event) {
    ZonedDateTime end = event.details().end().orElse(event.details().start());
    ZonedDateTime over =
        event.details().allDay() || event.details().end().isEmpty()
            ? end.toLocalDate().plusDays(1).atStartOfDay(end.getZone())
            : end;
    return input.now().hasReached(over.toInstant());
  }

  /** Whether one can still apply. */
  boolean isOpen(Job job) {
    return job.details().open()
        && job.details()
            .deadline()
            .map(day -> !input.now().hasReached(day.plusDays(1), config().zone()))
            .orElse(true);
  }

  /** The person that an author named, by id or by name. */
  Optional<PersonPage> person(String key, Language language) {
    return site.person(key, language)
        .or(
            () ->
                Optional.ofNullable(people.get(fold(key)))
                    .flatMap(id -> site.person(id, language)));
  }

  /** The organisation that an author named, by id or by name. */
  Optional<OrganisationPage> organisation(String key, Language language) {
    return site.organisation(key, language)
        .or(
            () ->
                Optional.ofNullable(organisations.get(fold(key)))
                    .flatMap(id -> site.organisation(id, language)));
  }

  private static String fold(String name) {
    return Urls.slug(name).toLowerCase(Locale.ROOT);
  }

  /** Fills a template; a template's fault becomes a diagnostic. */
  String fill(String template, Map<String, ?> model, PageContext context) {
    filled.get().add(template);
    Map<String, Object> all = new HashMap<>(model);
    all.put("data", site.holdings().data());
    try {
      return input
          .watch()
          .time(
              Stopwatch.Kind.TEMPLATE,
              template,
              () ->
                  input
                      .memory()
                      .recall(
                          FILLED,
                          template + " " + context.language() + " " + context.path(),
                          new Filling(input.theme(), context.wording(), all),
                          () -> input.theme().render(template, all, context.phrases())));
    } catch (ThemeProblem problem) {
      report(problem);
      return "";
    }
  }

  void report(ThemeProblem problem) {
    diagnostics()
        .add(
            Diagnostic.error("template", problem.span(), problem.message())
                .help(
                    "The theme's template is wrong, not the page: see docs/theme-makers.md for what it may use."));
  }

  private void lessonPaths(LessonHome home, Set<SitePath> paths) {
    for (LessonBook.Collection collection : LessonBook.Collection.values()) {
      paths.add(collection.of(home));
    }
    paths.add(LessonPages.instructor(this, home));
    if (input.downloads() && Download.isFor(site, home)) {
      for (Download download : Download.values()) {
        paths.add(download.of(home));
      }
    }
  }

  // What answers a link though nobody wrote it.
  private Set<SitePath> made() {
    Set<SitePath> paths = new HashSet<>();
    for (Language language : languages()) {
      SitePath root = config().root(language);
      paths.add(root);
      paths.addAll(Feeds.paths(root));
      for (Section section : Section.values()) {
        if (has(section)) {
          SitePath list = root.resolve(section.id() + "/");
          paths.add(list);
          if (Feeds.SECTIONS.contains(section)) {
            paths.addAll(Feeds.paths(list));
          }
          if (section == Section.EVENTS) {
            paths.add(Feeds.calendar(list));
          }
        }
      }
      newsFolders(language).forEach(f -> paths.addAll(Feeds.paths(f.path())));
      paths.addAll(ArchivePages.paths(this, language));
      paths.addAll(terms.paths(root));
      if (SearchPages.any(this)) {
        paths.add(SearchPages.path(this, language));
      }
      if (new Glossaries(this).any()) {
        paths.add(Glossaries.path(this, language));
      }
      if (HubStatus.isWanted(this)) {
        paths.add(HubStatus.path(this, language));
      }
      if (TranslationPages.any(this)) {
        paths.add(TranslationPages.path(this, language));
        paths.add(TranslationFiles.badge(language));
        paths.add(TranslationFiles.STATUS);
      }
    }
    for (Page page : site.pages()) {
      if (page instanceof Event) {
        paths.add(calendar(page));
      } else if (page instanceof LessonHome home) {
        lessonPaths(home, paths);
      } else if (page instanceof Episode && notebooks.containsKey(page.ref())) {
        paths.add(download(page));
      }
    }
    paths.add(new SitePath("/sitemap.xml"));
    if (HubStatus.isWanted(this)) {
      paths.add(HubsFile.PATH);
    }
    return paths;
  }
}
