package org.chasqui.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.data.Csv;
import org.chasqui.data.Node;
import org.chasqui.data.Nodes;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.site.Citation;
import org.chasqui.site.Gallery;
import org.chasqui.site.Holdings;
import org.chasqui.site.Language;
import org.chasqui.site.PageId;

/** Reads what a site has beside its pages: data files, and how it wants to be cited. */
final class HoldingsReader {
  private static final String CITATION = "CITATION.cff";
  private static final Key DOI = Key.of("doi");
  private static final Key VERSION = Key.of("version");
  private static final Key RELEASED = Key.of("date-released");
  private static final Key URL = Key.of("url", "repository-code", "repository");
  private static final Key AUTHORS = Key.of("authors");
  private static final Key FAMILY = Key.of("family-names", "name", "alias");
  private static final Key GIVEN = Key.of("given-names");

  private final Path root;
  private final NavigableSet<String> files;
  private final Diagnostics diagnostics;
  private final Languages languages;
  private final Map<String, Gallery> galleries = new TreeMap<>();

  /**
   * @param files every file of the site
   * @param languages of the site
   */
  HoldingsReader(
      Path root, NavigableSet<String> files, Languages languages, Diagnostics diagnostics) {
    this.root = root;
    this.files = files;
    this.diagnostics = diagnostics;
    this.languages = languages;
  }

  Holdings read() {
    Map<PageId, Citation> citations = new TreeMap<>();
    Map<String, Object> data = new TreeMap<>();
    for (String path : files) {
      citedPage(path).ifPresent(page -> citations.put(page, citation(path)));
      dataName(path).ifPresent(name -> value(path, name).ifPresent(v -> data.put(name, v)));
      GalleryReader.folder(path, files).ifPresent(folder -> value(path, folder));
    }
    return new Holdings(citations, data, galleries);
  }

  private static Optional<PageId> citedPage(String path) {
    String[] steps = path.split("/");
    if (path.equals("site-content/" + CITATION)) {
      return Optional.of(PageId.HOME);
    }
    boolean lesson = steps.length == 3 && steps[0].equals("lessons") && steps[2].equals(CITATION);
    return lesson ? Optional.of(new PageId("lessons/" + steps[1])) : Optional.empty();
  }

  private SourceFile file(String path) {
    return DocReader.withUnixLines(SourceTree.read(root, root.resolve(path), diagnostics));
  }

  private Citation citation(String path) {
    SourceFile file = file(path);
    Fields fields = Fields.of(Nodes.record(file, diagnostics), Language.ENGLISH, diagnostics);
    List<Citation.Author> authors = new ArrayList<>();
    for (Fields author : fields.groups(AUTHORS)) {
      author
          .string(FAMILY)
          .ifPresent(f -> authors.add(new Citation.Author(f, author.string(GIVEN).orElse(""))));
    }
    Optional<String> title = fields.string(Key.TITLE);
    if (title.isEmpty() || authors.isEmpty()) {
      diagnostics.add(
          Diagnostic.warning(
                  "citation-incomplete",
                  file.top(),
                  "This file does not say " + (title.isEmpty() ? "what" : "whom") + " to cite.")
              .help("A CITATION.cff has a title, and authors with family-names and given-names."));
    }
    return new Citation(
        title.orElse(""),
        authors,
        fields.date(RELEASED).map(moment -> moment.day().getYear()),
        fields.string(VERSION),
        fields.string(DOI).map(doi -> doi.replaceFirst("^https?://(dx\\.)?doi\\.org/", "")),
        fields.string(URL));
  }

  /** The name of a data file: its path below the folder of data, without extension. */
  static Optional<String> dataName(String path) {
    for (String folder : List.of("site-content/data/", "site-content/_data/")) {
      String lower = path.toLowerCase(Locale.ROOT);
      if (path.startsWith(folder) && lower.matches(".*\\.(ya?ml|json|toml|csv)")) {
        return Optional.of(Place.withoutExtension(path.substring(folder.length())));
      }
    }
    return Optional.empty();
  }

  // Data in a folder for a language is in that language.
  private Language language(String name) {
    String folder = name.replaceFirst("/.*", "");
    return languages.match(folder).orElse(languages.source());
  }

  // What a file says; if it lists pictures, it is a gallery too.
  private Optional<Object> value(String path, String name) {
    SourceFile file = file(path);
    GalleryReader pictures = new GalleryReader(language(name), diagnostics);
    if (path.toLowerCase(Locale.ROOT).endsWith(".csv")) {
      List<Csv.Row> rows = Csv.rows(file);
      pictures.of(file, rows).ifPresent(gallery -> galleries.put(name, gallery));
      return Optional.of(rows.stream().map(Csv.Row::cells).toList());
    }
    Optional<Node> tree = Nodes.tree(file, diagnostics);
    tree.flatMap(node -> pictures.of(file, node))
        .ifPresent(gallery -> galleries.put(name, gallery));
    return tree.flatMap(Node::plain);
  }
}
