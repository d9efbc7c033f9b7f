package org.chasqui.migrate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chasqui.data.Node;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Sequence;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.site.LessonPage;

/**
 * A Jupyter Book ({@code _toc.yml}, {@code _config.yml}) or a MyST project ({@code myst.yml}). A
 * book whose chapters all lie beside each other becomes a lesson, chapters being its episodes; any
 * other becomes a tree of pages with its parts in the menu.
 */
final class Book {
  private static final Set<String> NEEDLESS =
      Set.of(
          "version",
          "execute",
          "parse",
          "sphinx",
          "latex",
          "exclude_patterns",
          "format",
          "root",
          "only_build_toc_files",
          "exports",
          "extends",
          "thumbnail",
          "settings",
          "id");
  private static final Map<String, String> ADVICE =
      Map.of(
          "launch_buttons", "Make a hub in site-content/hubs/: launch buttons follow from it.",
          "jupyter", "Make a hub in site-content/hubs/: launch buttons follow from it.",
          "author", "Write one file for each person into site-content/people/.",
          "authors", "Write one file for each person into site-content/people/.",
          "repository", "Write 'edit_url' into site.yaml.",
          "github", "Write 'edit_url' into site.yaml.",
          "bibliography", "Bibliographies are not read.",
          "bibtex_bibfiles", "Bibliographies are not read.",
          "logo", "Logos belong to the theme.",
          "html", "Looks belong to the theme.");
  private static final Set<String> INNER = Set.of("source", "src", "book", "docs", "content");
  private static final Pattern TEACHING =
      Pattern.compile(
          "(?m)^kernelspec:|^[ \\t]*[`~:]{3,}[ \\t]*\\{?(?:code-cell|exercise|challenge|solution"
              + "|python|py|r|bash|shell|julia)\\b");
  private static final Set<String> BOOK = Set.of("_toc.yml", "_toc.yaml", "myst.yml", "myst.yaml");
  private static final Set<String> CHILDREN = Set.of("parts", "chapters", "sections", "children");
  private static final Set<String> TOOLING =
      Set.of("yml", "yaml", "toml", "cfg", "ini", "lock", "txt", "py", "sh", "bib", "cff");

  private final Draft draft;
  private final Source source;
  private final SiteRecord record;
  private final List<String> pages = new ArrayList<>();
  private final List<Entry> top = new ArrayList<>();

  private record Entry(String label, String path) {}

  Book(Draft draft) {
    this.draft = draft;
    this.source = draft.source();
    this.record = new SiteRecord(draft, Tool.JUPYTER_BOOK);
  }

  /** The folder of the book if the repository around it was named, and it has one alone. */
  static Source within(Source repository) {
    List<String> books = books(repository);
    return books.size() == 1 && !books.contains("")
        ? Source.of(repository.root().resolve(books.get(0)))
        : repository;
  }

  private static List<String> books(Source source) {
    return source.files().stream()
        .filter(path -> BOOK.contains(Source.name(path)))
        .map(path -> path.substring(0, Math.max(0, path.lastIndexOf('/'))))
        .distinct()
        .toList();
  }

  void read() {
    String myst = source.has("myst.yml") ? "myst.yml" : "myst.yaml";
    String toc = source.has("_toc.yml") ? "_toc.yml" : "_toc.yaml";
    if (!source.has(myst) && !source.has(toc)) {
      List<String> books = books(source);
      throw new RunStopped.Usage(
          "There is no book in "
              + source.root()
              + " (no _toc.yml or myst.yml)."
              + (books.isEmpty() ? "" : " There are some in " + String.join(", ", books) + "."));
    }
    Config config = source.has(myst) ? myst(draft.config(myst)) : book();
    if (source.has(toc)) {
      draft.data(toc).ifPresent(this::contents);
    }
    if (pages.isEmpty()) {
      source.files().stream().filter(Source::isMarkdown).forEach(path -> page(path, "", 0));
    }
    record.title = config.text("title").orElse(record.title);
    record.description = config.text("description").orElse("");
    record.language(config.text("language").orElse("en"));
    String license = config.text("license").orElse("");
    boolean flat = pages.size() > 1 && pages.stream().allMatch(path -> path.indexOf('/') < 0);
    boolean told = pages.stream().allMatch(Book::isPage) && Source.isMarkdown(pages.get(0));
    if (flat && told && teaches()) {
      asLesson(license);
    } else {
      asPages();
    }
    config.reportRest(NEEDLESS, ADVICE);
    record.write();
  }

  private Config book() {
    Config config = draft.config("_config.yml");
    config.group("sphinx").group("config").text("language").ifPresent(record::language);
    record.baseUrl = config.group("html").text("baseurl").filter(Draft::isWeb).orElse("");
    return config;
  }

  private Config myst(Config config) {
    Config project = config.group("project");
    config.group("site").text("title").ifPresent(title -> record.title = title);
    config.group("site").reportRest(Set.of("template", "title"), Map.of());
    project.entry("toc").ifPresent(entry -> contents(entry.value()));
    config.reportRest(NEEDLESS, ADVICE);
    return project;
  }

  private void contents(Node node) {
    if (node instanceof Mapping mapping && mapping.entries().containsKey("root")) {
      page(new Config(mapping, draft).text("root").orElse(""), "", 1);
    }
    walk(node, 0);
  }

  private void walk(Node node, int depth) {
    if (node instanceof Sequence list) {
      list.items().forEach(item -> item(item, depth));
    } else if (node instanceof Mapping mapping) {
      children(mapping, depth);
    }
  }

  private void children(Mapping mapping, int depth) {
    mapping.entries().values().stream()
        .filter(entry -> CHILDREN.contains(entry.key()))
        .forEach(entry -> walk(entry.value(), depth));
  }

  // A part has a caption and no page of its own: its first page stands for it in the menu.
  private void item(Node node, int depth) {
    if (!(node instanceof Mapping mapping)) {
      return;
    }
    Config item = new Config(mapping, draft);
    String label = item.text("title", "caption", "part").orElse("");
    Optional<String> file = item.text("file");
    Optional<String> url = item.text("url");
    int before = pages.size();
    if (file.isPresent()) {
      Node.Entry entry = item.entry("file").orElseThrow();
      if (!page(file.get(), label, depth)) {
        absent(entry.value().span(), file.get());
      }
    } else if (url.isPresent() && depth == 0) {
      top.add(new Entry(label.isEmpty() ? url.get() : label, url.get()));
    } else if (item.entry("pattern", "glob").isPresent()) {
      Node.Entry entry = item.entry("pattern", "glob").orElseThrow();
      draft.missing(entry.keySpan(), "Patterns of files are not read.", "All files are copied.");
    }
    boolean caption = file.isEmpty() && url.isEmpty();
    children(mapping, caption && depth == 0 && label.isEmpty() ? 0 : depth + 1);
    if (caption && depth == 0 && !label.isEmpty() && pages.size() > before) {
      top.add(new Entry(label, pages.get(before)));
    }
  }

  private void absent(SourceSpan span, String written) {
    draft.missing(span, "There is no page '" + written + "'.", "Add it, or remove this line.");
  }

  private boolean page(String written, String label, int depth) {
    for (String ending : new String[] {"", ".md", ".ipynb", ".rst", ".markdown"}) {
      String path = (written + ending).replaceAll("^\\./", "");
      if (source.has(path)) {
        if (!pages.contains(path)) {
          pages.add(path);
          if (depth == 0 && pages.size() > 1) {
            top.add(new Entry(label.isEmpty() ? Titles.of(source, path) : label, path));
          }
        }
        return true;
      }
    }
    return false;
  }

  // A folder 'source' or 'docs' says nothing: the repository around it does.
  private String name() {
    Path parent = source.root().getParent();
    Path around = parent == null ? null : parent.getFileName();
    boolean inner = INNER.contains(source.name()) && around != null;
    String folder = inner ? String.valueOf(around) : source.name();
    String name = folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String plain = name.replaceAll("^-+|-+$", "");
    return plain.isEmpty() ? "book" : plain;
  }

  private void asLesson(String license) {
    String lesson = "lessons/" + name();
    String root = pages.get(0);
    index(root, lesson + "/");
    for (String path : source.files()) {
      if (!path.equals(root)) {
        take(path, lesson + "/");
      }
    }
    String title = record.title.isEmpty() ? Titles.of(source, root) : record.title;
    record.title = title;
    record.menu(title, lesson);
    draft.make(
        lesson + "/lesson.yaml",
        new Yaml()
            .remark("Made from the settings of Jupyter Book; see import-report.md.")
            .put("title", title)
            .put("license", license)
            .put("episodes", episodes())
            .text());
  }

  // A page named 'setup' or 'glossary' stands beside the episodes of a lesson.
  private List<String> episodes() {
    return pages.stream()
        .skip(1)
        .map(Source::stem)
        .filter(name -> LessonPage.Role.of(name).isEmpty())
        .toList();
  }

  private void asPages() {
    String root = pages.isEmpty() ? "" : pages.get(0);
    if (isPage(root)) {
      index(root, "site-content/");
    }
    for (String path : source.files()) {
      if (!path.equals(root) || !isPage(root)) {
        take(path, "site-content/");
      }
    }
    for (Entry entry : top) {
      if (Draft.isWeb(entry.path())) {
        record.menu(entry.label(), entry.path());
      } else if (isPage(entry.path())) {
        String id = Source.stem(entry.path());
        record.menu(entry.label(), id.replaceAll("/index$", ""));
      }
    }
  }

  // A course has code or exercises; of a community's pages hardly any has.
  private boolean teaches() {
    long teaching =
        pages.stream()
            .filter(path -> isNotebook(path) || TEACHING.matcher(source.text(path).text()).find())
            .count();
    return teaching * 4 >= pages.size();
  }

  private static boolean isNotebook(String path) {
    return Source.extension(path).equals("ipynb");
  }

  private static boolean isPage(String path) {
    return Source.isMarkdown(path) || isNotebook(path);
  }

  private void index(String root, String folder) {
    String to = root.indexOf('/') < 0 ? "index." + Source.extension(root) : root;
    if (!root.equals(to)) {
      draft.renamed(root, folder + to, "Links to " + root + " have to name " + to + ".");
    }
    draft.copy(root, folder + to);
  }

  private void take(String path, String folder) {
    String name = Source.name(path).toLowerCase(Locale.ROOT);
    boolean tooling =
        path.indexOf('/') < 0
            && (TOOLING.contains(Source.extension(path)) || Source.extension(path).isEmpty());
    if (tooling || name.startsWith("readme") || name.startsWith("contributing")) {
      return;
    }
    if (Source.extension(path).equals("rst")) {
      draft.notCopied(path, "Pages are written in Markdown.", "Rewrite it as a .md file.");
      return;
    }
    draft.copy(path, folder + path);
  }
}
