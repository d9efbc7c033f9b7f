package org.chasqui.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.data.Node;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Nodes;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.site.Asset;
import org.chasqui.site.Language;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Parallel;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.SitePath;

/** Sorts the files of a site: which are pages, which are records, which are copied as they are. */
final class Sources {
  private static final Set<String> FOR_MAINTAINERS =
      Set.of(
          "readme", "license", "licence", "contributing", "changelog", "code_of_conduct", "links");
  private static final Set<String> PEOPLE_DATA =
      Set.of(
          "people.yaml",
          "people.yml",
          "_data/people.yaml",
          "_data/people.yml",
          "data/people.yaml",
          "data/people.yml");
  private static final Set<String> RECORD_FOLDERS =
      Set.of("people/", "organisations/", "hubs/", "paths/");

  private final Path root;
  private final SiteConfig config;
  private final Languages languages;
  private final LoadOptions options;
  private final Diagnostics diagnostics;
  private final Layouts layouts;
  private final NavigableSet<String> files = new TreeSet<>();
  private final List<Document> documents = new ArrayList<>();
  private final List<String> peopleData = new ArrayList<>();
  private final List<Asset> assets = new ArrayList<>();

  private record Document(String path, String local, Optional<String> folderTag) {}

  Sources(
      Path root,
      SiteConfig config,
      Languages languages,
      LoadOptions options,
      Diagnostics diagnostics) {
    this.options = options;
    this.root = root;
    this.config = config;
    this.languages = languages;
    this.diagnostics = diagnostics;
    List<String> content = list("site-content");
    List<String> lessonFiles = list("lessons");
    this.layouts = new Layouts(config, languages, files, diagnostics);
    content.forEach(this::content);
    lessonFiles.forEach(this::lesson);
    list("locales").forEach(this::translated);
    layouts.reportUnused();
  }

  /** Every file of the site, relative to its folder. */
  NavigableSet<String> files() {
    return files;
  }

  List<Asset> assets() {
    return assets;
  }

  private List<String> list(String folder) {
    List<String> found = SourceTree.files(root, root.resolve(folder), diagnostics);
    files.addAll(found);
    return found;
  }

  private void content(String path) {
    String local = path.substring("site-content/".length());
    Optional<Layouts.Placed> placed = layouts.folder(local);
    if (placed.isPresent()) {
      foreign(path, placed.get());
    } else if (local.startsWith("static/")) {
      asset(path, "/" + local.substring("static/".length()));
    } else if (PEOPLE_DATA.contains(local)) {
      peopleData.add(path);
    } else if (HoldingsReader.dataName(path).isPresent()
        || GalleryReader.folder(path, files).isPresent()) {
      return; // read by whoever asks for data
    } else if (isKnitted(path)) {
      asset(path, "/" + Place.canonical(local));
    } else if (isPage(local) || isRecord(local) || isNotebookPage(local)) {
      documents.add(new Document(path, layouts.named(local), Optional.empty()));
    } else if (!local.equals("site.yaml")
        && !local.startsWith("_data/")
        && !isReadme(local)
        && !isPart(local)) {
      asset(path, "/" + Place.canonical(local));
    }
  }

  // A file in a folder named like a language: a page of it, or what its pages show.
  private void foreign(String path, Layouts.Placed placed) {
    String local = placed.local();
    boolean page = isPage(local) && isLessonPage(local.split("/")) && !isKnitted(path);
    if (page || isRecord(local)) {
      documents.add(new Document(path, local, Optional.of(placed.language().tag())));
    } else if (!Place.isYaml(local) && !Place.isMarkdown(local)) {
      String shown = local.startsWith("static/") ? local.substring("static/".length()) : local;
      asset(path, config.root(placed.language()).value() + Place.canonical(shown));
    }
  }

  private static boolean isPage(String local) {
    return Place.isMarkdown(local) && !isReadme(local) && !isPart(local);
  }

  /** Whether a text is only there to be included by others: {@code _thanks.md}. */
  private static boolean isPart(String local) {
    String name = local.substring(local.lastIndexOf('/') + 1);
    return name.startsWith("_") && Place.isMarkdown(name) && !name.startsWith("_index");
  }

  private static boolean isReadme(String local) {
    return stem(local).equals("readme") && Place.isMarkdown(local);
  }

  private static String stem(String local) {
    String name = local.substring(local.lastIndexOf('/') + 1);
    return Place.withoutExtension(name).toLowerCase(Locale.ROOT);
  }

  private static boolean isRecord(String local) {
    String canonical = Place.canonical(local);
    return Place.isYaml(local) && RECORD_FOLDERS.stream().anyMatch(canonical::startsWith);
  }

  private void lesson(String path) {
    Optional<Layouts.Placed> placed = layouts.folder(path);
    if (placed.isPresent()) {
      foreign(path, placed.get());
      return;
    }
    String[] steps = path.split("/");
    String name = steps[steps.length - 1];
    boolean record = steps.length == 3 && name.equals("lesson.yaml");
    boolean page = isPage(path) && isLessonPage(steps) && !isKnitted(path);
    if (record || page || isEpisode(path, steps)) {
      documents.add(new Document(path, layouts.named(path), Optional.empty()));
    } else if (!Place.isMarkdown(path)
        && !isRecording(path, steps)
        && GalleryReader.folder(path, files).isEmpty()) {
      asset(path, "/" + path);
    }
  }

  // What code gave is shown on pages; the file itself is nobody's.
  private static boolean isRecording(String path, String... steps) {
    return steps.length == 4 && steps[2].equals("outputs") && path.endsWith(".json");
  }

  // A page in R Markdown beside a page of its name is what that was made from.
  private boolean isKnitted(String path) {
    return Place.isChunked(path) && files.contains(Place.withoutExtension(path) + ".md");
  }

  // A chapter of a book; beside the text of a page, or among posts and records, it is a file that
  // belongs to them.
  private boolean isNotebookPage(String local) {
    String[] steps = local.split("/");
    String folder = "site-content/" + local.substring(0, local.lastIndexOf('/') + 1);
    boolean bundled = steps.length > 1 && files.contains(folder + "index.md");
    boolean data = List.of(steps).contains("data") || steps[0].startsWith("_");
    return Place.isNotebook(local)
        && !data
        && !bundled
        && Place.of(local).kind() == Place.Kind.PAGE
        && !files.contains("site-content/" + Place.withoutExtension(local) + ".md");
  }

  // A notebook beside a page of its name was made from it, and one in data/ is data.
  private boolean isEpisode(String path, String... steps) {
    boolean place = steps.length == 3 || (steps.length == 4 && steps[2].equals("episodes"));
    return place && Place.isNotebook(path) && !files.contains(Place.withoutExtension(path) + ".md");
  }

  // What lies beside the episodes for those who keep the lesson is no page of it.
  private static boolean isLessonPage(String[] steps) {
    return !FOR_MAINTAINERS.contains(stem(steps[steps.length - 1]));
  }

  private void translated(String path) {
    String[] steps = path.split("/", 4);
    if (steps.length < 4) {
      return;
    }
    if (steps[2].equals("pages") && (isPage(steps[3]) || isRecord(steps[3]))) {
      documents.add(new Document(path, steps[3], Optional.of(steps[1])));
    } else if (steps[2].equals("assets")) {
      Optional<Language> language = languages.match(steps[1]);
      language.ifPresent(found -> asset(path, config.root(found).value() + steps[3]));
    }
  }

  private void asset(String path, String address) {
    asset(root.resolve(path), path, address);
  }

  private void asset(Path file, String path, String address) {
    if (OutputPath.isSafe(address.substring(1))) {
      assets.add(new Asset(file, path, new SitePath(address)));
      return;
    }
    diagnostics.add(
        Diagnostic.warning(
                "asset-name-invalid",
                new SourceFile(path, "").top(),
                "The name of this file cannot be part of an address, so it is left out.")
            .help("Give it a name of letters, digits, dots and dashes."));
  }

  /** Reads all documents, many at a time, in the order of their paths. */
  List<Doc> read() {
    DocReader reader = new DocReader(root, languages, options, diagnostics);
    List<Doc> docs = new ArrayList<>();
    Parallel.map(documents, each -> reader.read(each.path(), each.local(), each.folderTag()))
        .forEach(doc -> doc.ifPresent(docs::add));
    peopleData.forEach(path -> docs.addAll(people(path)));
    reader
        .pictures()
        .forEach((path, file) -> asset(file, path, "/" + path.replaceFirst("^site-content/", "")));
    return docs;
  }

  // Jekyll's data file: ids with what is known of each person.
  private List<Doc> people(String path) {
    SourceFile file =
        DocReader.withUnixLines(SourceTree.read(root, root.resolve(path), diagnostics));
    Mapping all = Nodes.record(file, diagnostics);
    List<Doc> docs = new ArrayList<>();
    Fields fields = Fields.of(all, languages.source(), diagnostics);
    for (Node.Entry entry : all.entries().values()) {
      if (entry.value() instanceof Mapping person) {
        String place = "people/" + entry.key() + ".yaml";
        docs.add(Doc.record(file, place, person, languages.source(), diagnostics));
      } else {
        fields.wrongType(entry, "a group of keys about a person");
      }
    }
    return docs;
  }
}
