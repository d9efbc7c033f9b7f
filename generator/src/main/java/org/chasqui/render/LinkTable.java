package org.chasqui.render;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.chasqui.markdown.Block;
import org.chasqui.markdown.GlossaryTerms;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Asset;
import org.chasqui.site.Episode;
import org.chasqui.site.Language;
import org.chasqui.site.LessonHome;
import org.chasqui.site.LessonPage;
import org.chasqui.site.OrganisationPage;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.PersonPage;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a link that an author wrote means: a file of the sources, an address of the site, a
 * file that is made. A page is answered in the language of the page that has the link.
 */
final class LinkTable {
  private static final List<String> WITHIN =
      List.of("episodes", "learners", "instructors", "profiles");

  private final Site site;
  private final Language source;
  private final Map<String, PageId> bySource = new HashMap<>();
  private final Map<String, PageId> byAddress = new HashMap<>();
  private final Map<String, Asset> assets = new HashMap<>();
  private final Set<SitePath> made;
  private final Map<String, Map<String, PageId>> lowered = new HashMap<>();
  private final Map<PageRef, GlossaryTerms> terms = new ConcurrentHashMap<>();
  private final Map<PageRef, Map<String, String>> marks = new ConcurrentHashMap<>();
  private @Nullable Map<String, PageId> labels;

  /**
   * @param site the site
   * @param made the addresses of what has no source: lists, feeds, notebooks
   */
  LinkTable(Site site, Set<SitePath> made) {
    this.site = site;
    this.source = site.config().sourceLanguage();
    this.made = new HashSet<>(made);
    for (Page page : site.pages()) {
      addSource(page);
      String address = trim(page.path().value());
      if (page.language().equals(source)) {
        byAddress.putIfAbsent(address, page.id());
      }
    }
    for (Page page : site.pages()) {
      if (!page.language().equals(source)) {
        byAddress.putIfAbsent(trim(withoutLanguage(page.path().value())), page.id());
      }
      for (SitePath alias : page.header().aliases()) {
        byAddress.putIfAbsent(trim(alias.value()), page.id());
      }
      bySource.putIfAbsent(page.id().value(), page.id());
    }
    for (Asset asset : site.assets().values()) {
      assets.putIfAbsent(asset.source(), asset);
    }
  }

  /** The text of a file of the site that a page includes; its bytes must be UTF-8. */
  Optional<String> text(Page from, String path) {
    Stream<String> candidates =
        path.startsWith("/")
            ? Stream.of(path.substring(1), "site-content" + path)
            : bases(from).flatMap(base -> Urls.normalize(base + "/" + path).stream());
    return candidates.flatMap(file -> content(file).stream()).findFirst();
  }

  /**
   * A folder of the sources.
   *
   * @param path where it is
   * @param pictures the names of the pictures that lie in it, sorted
   */
  record Folder(String path, List<String> pictures) {}

  /** The pictures of a folder beside a page, or at a path of the site; none if it has none. */
  Folder pictures(Page from, String path) {
    Stream<String> candidates =
        path.startsWith("/")
            ? Stream.of("site-content" + path, "site-content/static" + path, path.substring(1))
            : Stream.concat(bases(from), Stream.of("site-content"))
                .flatMap(base -> Urls.normalize(base + "/" + path).stream());
    List<Folder> folders = candidates.map(this::folderOf).toList();
    return folders.stream()
        .filter(folder -> !folder.pictures.isEmpty())
        .findFirst()
        .orElse(folders.isEmpty() ? new Folder("", List.of()) : folders.get(0));
  }

  private Folder folderOf(String folder) {
    String prefix = folder + "/";
    List<String> names =
        assets.keySet().stream()
            .filter(file -> file.startsWith(prefix) && file.indexOf('/', prefix.length()) < 0)
            .map(file -> file.substring(prefix.length()))
            .filter(GalleryNames::isPicture)
            .sorted()
            .toList();
    return new Folder(folder, names);
  }

  private Optional<String> content(String file) {
    Asset asset = assets.get(file);
    if (asset == null) {
      PageId id = file.endsWith(".md") ? bySource.get(file) : null;
      return id == null
          ? Optional.empty()
          : site.page(new PageRef(id, source)).map(page -> page.body().markdown());
    }
    try {
      return Optional.of(Files.readString(asset.file()));
    } catch (IOException e) {
      // Gone since the site was read, or no text: for the author it cannot be included.
      return Optional.empty();
    }
  }

  /**
   * The title of the page at an address, as plain text; of a place on it that its author marked,
   * the heading or caption there.
   *
   * @param from the page that has the link
   * @param path the address
   * @param label the place, or nothing
   */
  Optional<String> title(Page from, SitePath path, String label) {
    return Optional.ofNullable(byAddress.get(trim(withoutLanguage(path.value()))))
        .flatMap(id -> site.page(new PageRef(id, from.language())).or(firstOf(id)))
        .map(page -> titled(page, label));
  }

  /** Likewise of what a link {@code #label} means: a marked place of its own page or of another. */
  Optional<String> title(Page from, String label) {
    return elsewhere(from, label)
        .flatMap(path -> title(from, path, label))
        .or(
            () ->
                marks(from).containsKey(label)
                    ? Optional.of(titled(from, label))
                    : Optional.empty());
  }

  private String titled(Page page, String label) {
    String place = label.isEmpty() ? "" : marks(page).getOrDefault(label, "");
    return place.isEmpty() ? PageContext.plain(page.header().title()) : place;
  }

  private Map<String, String> marks(Page page) {
    return marks.computeIfAbsent(page.ref(), ref -> Markdown.labels(page.body().markdown()));
  }

  private String withoutLanguage(String path) {
    for (Language language : site.config().languages()) {
      String prefix = "/" + language.tag() + "/";
      if (!language.equals(source) && path.startsWith(prefix)) {
        return path.substring(prefix.length() - 1);
      }
    }
    return path;
  }

  /** The page that marks a place with a label, in a language. */
  Optional<SitePath> marked(Language language, String label) {
    return Optional.ofNullable(labels().get(label))
        .flatMap(id -> site.page(new PageRef(id, language)).or(firstOf(id)))
        .map(Page::path);
  }

  /**
   * The other page that a link {@code #label} means, as MyST reads it: one that marks a place with
   * that label, if the page of the link has no such part.
   */
  Optional<SitePath> elsewhere(Page from, String label) {
    String text = from.body().markdown();
    boolean here = text.contains("=\"" + label) || text.contains("#" + label + "}");
    return here || !labels().containsKey(label) || parts(from).contains(label)
        ? Optional.empty()
        : marked(from.language(), label).filter(path -> !path.equals(from.path()));
  }

  /** The address of another page that marks a place with a label. */
  Optional<String> labelled(Page from, String label) {
    return Optional.ofNullable(labels().get(label))
        .filter(id -> !id.equals(from.id()))
        .flatMap(id -> site.page(new PageRef(id, source)))
        .map(page -> page.path().value());
  }

  /** The address and anchor of a term in the glossary of the lesson that a page is part of. */
  Optional<String> term(Page from, String name) {
    return lesson(from)
        .map(PageId::new)
        .findFirst()
        .flatMap(lesson -> site.lessonPage(lesson, LessonPage.Role.GLOSSARY, source))
        .flatMap(
            glossary ->
                terms(glossary, from.language())
                    .id(name)
                    .map(id -> glossary.path().value() + "#" + id));
  }

  private GlossaryTerms terms(LessonPage glossary, Language language) {
    return terms.computeIfAbsent(
        glossary.ref().in(language),
        ref ->
            GlossaryTerms.of(
                glossary.body().markdown(), site.page(ref).orElse(glossary).body().markdown()));
  }

  // Reading all pages costs, and few sites need it: it waits for the first who asks.
  private synchronized Map<String, PageId> labels() {
    if (labels == null) {
      Map<String, PageId> found = new HashMap<>();
      for (Page page : site.pages()) {
        if (page.language().equals(source)) {
          marks(page).keySet().forEach(label -> found.putIfAbsent(label, page.id()));
        }
      }
      labels = found;
    }
    return labels;
  }

  private void addSource(Page page) {
    String path = page.header().source().path();
    // A link to x.ipynb means the notebook of x.md, but the page itself where that is a notebook.
    for (String name : List.of(path, stem(path.replaceFirst("\\.ipynb$", "")))) {
      bySource.putIfAbsent(name, page.id());
      if (name.startsWith("site-content/")) {
        bySource.putIfAbsent(name.substring("site-content/".length()), page.id());
      }
    }
  }

  /**
   * What a path without query and fragment leads to.
   *
   * @param from the page that has the link
   * @param path the path, decoded
   */
  Optional<SitePath> resolve(Page from, String path) {
    if (path.startsWith("/")) {
      return absolute(from.language(), path).or(() -> ofLesson(from, path));
    }
    return bases(from)
        .flatMap(base -> Urls.normalize(base + "/" + path).stream())
        .flatMap(file -> file(from.language(), file).stream())
        .findFirst()
        .or(() -> besideAddress(from, path))
        .or(() -> fromRoot(from, path));
  }

  // As Hugo looks for pages: from the root of the content, too, and for a name that is there once.
  private Optional<SitePath> fromRoot(Page from, String path) {
    String name = path.replaceFirst("^(?:\\./)+", "");
    if (name.startsWith("..")) {
      return Optional.empty();
    }
    Optional<SitePath> found = file(from.language(), "site-content/" + trim(name));
    if (found.isPresent() || !name.matches(".*\\.(?:md|markdown)")) {
      return found;
    }
    String tail = "/" + stem(name);
    List<PageId> ids =
        site.pages(source).stream().map(Page::id).filter(id -> ("/" + id).endsWith(tail)).toList();
    return ids.size() == 1 && tail.length() > 1
        ? site.page(new PageRef(ids.get(0), from.language()))
            .or(firstOf(ids.get(0)))
            .map(Page::path)
        : Optional.empty();
  }

  // The folder of the file and of what it translates, then the lesson's and those in it: the
  // Workbench publishes their pages and pictures beside each other.
  private Stream<String> bases(Page from) {
    Page written = site.page(from.ref().in(source)).orElse(from);
    Stream<String> own =
        Stream.of(from, written).map(page -> folder(page.header().source().path())).distinct();
    return Stream.concat(own, lesson(from).flatMap(LinkTable::folders));
  }

  private static Stream<String> lesson(Page page) {
    if (page instanceof Episode episode) {
      return Stream.of(episode.details().lesson().value());
    }
    if (page instanceof LessonPage beside) {
      return Stream.of(beside.lesson().value());
    }
    if (page instanceof LessonHome home) {
      return Stream.of(home.id().value());
    }
    String[] steps = page.id().value().split("/", 4);
    boolean within = steps.length > 2 && steps[0].equals("lessons");
    return within ? Stream.of(steps[0] + "/" + steps[1]) : Stream.empty();
  }

  /**
   * The page of somebody whom a link seeks in a list: {@code people/#ada} is Ada's page.
   *
   * @param list where the link leads
   * @param name the part of it
   */
  Optional<SitePath> entry(Language language, SitePath list, String name) {
    String section = trim(withoutLanguage(list.value()));
    return name.isEmpty() || section.isEmpty()
        ? Optional.empty()
        : site.page(new PageRef(new PageId(section + "/" + name), language))
            .filter(page -> page instanceof PersonPage || page instanceof OrganisationPage)
            .map(Page::path);
  }

  /**
   * Where a part of a lesson's front page really stands: the Workbench shows the setup there too,
   * so that links name its parts as parts of the front page, or of the root of the site.
   *
   * @param from the page that has the link
   * @param path the page that the link names
   * @param fragment the part
   */
  SitePath partOf(Page from, SitePath path, String fragment) {
    if (fragment.isEmpty()) {
      return path;
    }
    return lesson(from)
        .map(PageId::new)
        .filter(id -> path.equals(site.config().root(from.language())) || isAt(id, path, from))
        .flatMap(id -> site.lessonPage(id, LessonPage.Role.SETUP, from.language()).stream())
        .filter(setup -> parts(setup).contains(fragment))
        .map(Page::path)
        .findFirst()
        .orElse(path);
  }

  private boolean isAt(PageId id, SitePath path, Page from) {
    return site.page(new PageRef(id, from.language()))
        .filter(home -> home.path().equals(path))
        .isPresent();
  }

  private static Set<String> parts(Page page) {
    Set<String> ids = new HashSet<>();
    for (Block block : Markdown.blocks(page.body().markdown())) {
      if (block instanceof Block.Heading heading) {
        ids.add(heading.id());
      } else if (block instanceof Block.Container container) {
        container.children().stream()
            .filter(Block.Heading.class::isInstance)
            .forEach(child -> ids.add(((Block.Heading) child).id()));
      }
    }
    return ids;
  }

  // A lesson that was a site of its own named pages and files from its root: /reference.html.
  private Optional<SitePath> ofLesson(Page from, String path) {
    return path.length() < 2
        ? Optional.empty()
        : lesson(from)
            .flatMap(LinkTable::folders)
            .flatMap(base -> Urls.normalize(base + path).stream())
            .flatMap(file -> file(from.language(), file).stream())
            .findFirst();
  }

  private static Stream<String> folders(String lesson) {
    return Stream.concat(Stream.of(lesson), WITHIN.stream().map(name -> lesson + "/" + name));
  }

  private Optional<SitePath> besideAddress(Page from, String path) {
    Page written = site.page(from.ref().in(source)).orElse(from);
    String slash = path.endsWith("/") ? "/" : "";
    return Stream.of(written, from)
        .flatMap(page -> Urls.normalize(folder(page.path().value() + "x") + "/" + path).stream())
        .flatMap(address -> absolute(from.language(), "/" + address + slash).stream())
        .findFirst();
  }

  private Optional<SitePath> file(Language language, String file) {
    String shorter =
        file.startsWith("site-content/") ? file.substring("site-content/".length()) : file;
    String own = "locales/" + language.tag() + "/assets/";
    for (String name : List.of(own + file, own + shorter)) {
      Asset asset = assets.get(name);
      if (asset != null) {
        return Optional.of(asset.path());
      }
    }
    Asset shared = assets.get(file);
    if (shared != null) {
      return Optional.of(inLanguage(shared, language).path());
    }
    // Books name notebooks like their other chapters, without an ending.
    return page(bySource, language, file)
        .or(() -> Optional.ofNullable(assets.get(file + ".ipynb")).map(Asset::path));
  }

  // The copy that somebody made of a picture for this language, else the picture itself: one below
  // the language's root, or one beside it named x.es.png, x_es.png or x-es.png.
  private Asset inLanguage(Asset asset, Language language) {
    if (language.equals(source)) {
      return asset;
    }
    String address = asset.path().value();
    Asset below = site.assets().get(site.config().root(language).resolve(address.substring(1)));
    int dot = address.lastIndexOf('.');
    Stream<String> names =
        dot < address.lastIndexOf('/')
            ? Stream.empty()
            : Stream.of(".", "_", "-")
                .map(
                    mark ->
                        address.substring(0, dot) + mark + language.tag() + address.substring(dot));
    return Stream.concat(Stream.ofNullable(below), names.flatMap(this::asset))
        .findFirst()
        .orElse(asset);
  }

  private Stream<Asset> asset(String address) {
    return Stream.ofNullable(site.assets().get(new SitePath(address)));
  }

  private Optional<SitePath> absolute(Language language, String path) {
    for (Language other : site.config().languages()) {
      String prefix = "/" + other.tag() + "/";
      if ((path + "/").startsWith(prefix)) {
        // A prefix of another language than the page's is meant: "read this in Spanish".
        Language wanted = other.equals(source) ? language : other;
        String rest = path.length() < prefix.length() ? "/" : path.substring(prefix.length() - 1);
        Optional<SitePath> found = below(wanted, rest);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return below(language, path).or(() -> belowBase(language, path));
  }

  // Authors also write the folder below which the site is served.
  private Optional<SitePath> belowBase(Language language, String path) {
    String base = site.config().baseUrl().getPath();
    return base.length() > 1 && (path + "/").startsWith(base)
        ? below(language, path.substring(Math.min(path.length(), base.length() - 1)) + "")
        : Optional.empty();
  }

  private Optional<SitePath> below(Language language, String path) {
    String clean = path.startsWith("/") ? path : "/" + path;
    String relative = clean.substring(1);
    SitePath root = site.config().root(language);
    for (SitePath file : List.of(root.resolve(relative), new SitePath(clean))) {
      if (site.assets().containsKey(file)) {
        return Optional.of(file);
      }
    }
    return page(byAddress, language, trim(clean))
        .or(() -> page(bySource, language, trim(clean)))
        .or(() -> generated(root, relative, clean));
  }

  private Optional<SitePath> generated(SitePath root, String relative, String clean) {
    return Stream.of(root.resolve(relative), root.resolve(relative + "/"), new SitePath(clean))
        .filter(made::contains)
        .findFirst();
  }

  private Optional<SitePath> page(Map<String, PageId> index, Language language, String name) {
    PageId id = index.get(name);
    if (id == null) {
      id = index.get(stem(name));
    }
    if (id == null) {
      id = lower(index).get(stem(name).toLowerCase(Locale.ROOT));
    }
    return id == null
        ? Optional.empty()
        : site.page(new PageRef(id, language)).or(firstOf(id)).map(Page::path);
  }

  private java.util.function.Supplier<Optional<? extends Page>> firstOf(PageId id) {
    return () -> site.translationsOf(id).stream().findFirst();
  }

  // Some tools write addresses in lower case whatever the names of the files.
  private synchronized Map<String, PageId> lower(Map<String, PageId> index) {
    return lowered.computeIfAbsent(
        index == byAddress ? "address" : "source",
        any -> {
          Map<String, PageId> found = new HashMap<>();
          new TreeMap<>(index)
              .forEach((name, id) -> found.putIfAbsent(name.toLowerCase(Locale.ROOT), id));
          return found;
        });
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static String trim(String path) {
    return path.replaceAll("^/+|/+$", "");
  }

  // blog/welcome/index.md, blog/welcome/_index and blog/welcome.html are all blog/welcome.
  private static String stem(String path) {
    String name = path.replaceFirst("\\.([Rr]?md|markdown|html?|ya?ml|toml|json)$", "");
    return name.equals("index") || name.equals("_index") ? "" : name.replaceFirst("/_?index$", "");
  }
}
