package org.chasqui.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Nodes;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.ipynb.NotebookSource;
import org.chasqui.load.Place.Kind;
import org.chasqui.site.Language;
import org.chasqui.site.Memory;

/** Reads one source file: its text, its front matter, its kind and its language. */
final class DocReader {
  private static final Memory.Kept<SourceFile> FILE = new Memory.Kept<>("file");
  private static final Memory.Kept<Read> MATTER = new Memory.Kept<>("front matter");

  // What stands on top of a page, and what there was to say about it.
  private record Read(FrontMatter matter, List<Diagnostic> said) {}

  private final Path root;
  private final Languages languages;
  private final LoadOptions options;
  private final Diagnostics diagnostics;
  private final Map<String, Path> pictures = new ConcurrentHashMap<>();

  DocReader(Path root, Languages languages, LoadOptions options, Diagnostics diagnostics) {
    this.root = root;
    this.options = options;
    this.languages = languages;
    this.diagnostics = diagnostics;
  }

  /**
   * Reads a file.
   *
   * @param path its path below the site's folder
   * @param local its path below {@code site-content}, or from {@code lessons/} on
   * @param folderTag the language of the folder it lies in, under {@code locales}
   * @return nothing if it is in a language that the site does not have
   */
  Optional<Doc> read(String path, String local, Optional<String> folderTag) {
    Place place = Place.of(local);
    Optional<String> stamp =
        KnownFile.isFor(path) ? options.earlier().stamp(path) : Optional.empty();
    Optional<KnownFile> known = stamp.flatMap(s -> KnownFile.before(path, s, options.memory()));
    if (known.isPresent()) {
      SourceFile unread = known.get().file(root, path);
      FrontMatter front = FrontMatter.of(unread, diagnostics);
      return doc(unread, place, front, known.get().heading(unread, front), folderTag);
    }
    Diagnostics said = new Diagnostics();
    SourceFile file =
        options
            .memory()
            .same(FILE, path, withUnixLines(SourceTree.read(root, root.resolve(path), said)));
    diagnostics.addAll(said.sorted());
    if (Place.isYaml(path)) {
      int length = file.text().length();
      Nodes.Result record = Nodes.yaml(file, 0, length, diagnostics);
      FrontMatter front = new FrontMatter(record.mapping(), length, record.broken());
      return doc(file, place, front, Optional.empty(), folderTag);
    }
    SourceFile page = Place.isNotebook(path) ? notebook(file) : file;
    Read read = matter(page);
    diagnostics.addAll(read.said);
    int start = read.matter.bodyStart();
    Optional<Titles.Heading> heading =
        start < page.length() ? Titles.firstH1(page, start) : Optional.empty();
    if (stamp.isPresent() && said.sorted().isEmpty() && read.said.isEmpty()) {
      KnownFile.of(page, stamp.get(), start, heading)
          .ifPresent(found -> found.keep(path, options.memory()));
    }
    return doc(page, place, read.matter, heading, folderTag);
  }

  private Read matter(SourceFile page) {
    return options
        .memory()
        .recall(
            MATTER,
            page.path(),
            page,
            () -> {
              Diagnostics own = new Diagnostics();
              return new Read(FrontMatter.of(page, own), own.sorted());
            });
  }

  /** The pictures that notebooks hold: for each path that pages use, the file that has it. */
  SortedMap<String, Path> pictures() {
    return new TreeMap<>(pictures);
  }

  private SourceFile notebook(SourceFile json) {
    NotebookSource.Converted converted = NotebookSource.read(json, true, diagnostics);
    String folder = json.path().substring(0, json.path().lastIndexOf('/') + 1);
    converted.files().forEach((path, bytes) -> pictures.put(folder + path, cached(path, bytes)));
    return converted.page();
  }

  // Named by what is in it: who finds it there need not write it.
  private Path cached(String path, byte[] bytes) {
    Path cache = root.resolve(".chasqui").resolve("cache").resolve("notebooks");
    Path file = cache.resolve(path.substring(path.lastIndexOf('/') + 1));
    try {
      if (!Files.isRegularFile(file) || Files.size(file) != bytes.length) {
        Files.createDirectories(cache);
        Path work = Files.createTempFile(cache, "new", ".tmp");
        Files.write(work, bytes);
        Files.move(work, file, StandardCopyOption.REPLACE_EXISTING);
      }
      return file;
    } catch (IOException e) {
      throw new RunStopped.Environment("Could not write " + file + ": " + e, e);
    }
  }

  private Optional<Doc> doc(
      SourceFile file,
      Place place,
      FrontMatter front,
      Optional<Titles.Heading> heading,
      Optional<String> folderTag) {
    Fields unsure = Fields.of(front.mapping(), languages.source(), diagnostics);
    Kind kind = kind(place, unsure);
    Optional<Language> language = language(file, place, kind, unsure, folderTag);
    return language.map(
        found ->
            new Doc(
                file,
                place,
                place.id(),
                kind,
                found,
                Fields.of(front.mapping(), found, diagnostics),
                front.bodyStart(),
                front.broken(),
                heading));
  }

  private static Kind kind(Place place, Fields fields) {
    if (place.fixed()) {
      return place.kind();
    }
    for (Key key : new Key[] {Key.TYPE, Key.LAYOUT}) {
      if (fields.entry(key).isPresent() && fields.entry(key).get().value() instanceof Scalar word) {
        Kind named = Place.TYPES.get(word.text().toLowerCase(Locale.ROOT));
        if (named != null) {
          return named;
        }
      }
    }
    boolean jobKeys = fields.entry(Key.SALARY).isPresent() || fields.entry(Key.TASKS).isPresent();
    return place.kind() == Kind.PAGE && jobKeys ? Kind.JOB : place.kind();
  }

  // The nearest word counts: the file's name, then its front matter, then its folder.
  private Optional<Language> language(
      SourceFile file, Place place, Kind kind, Fields fields, Optional<String> folderTag) {
    if (place.tag().isPresent()) {
      return known(place.tag().get(), file.top());
    }
    Optional<Scalar> said = said(kind, fields);
    if (said.isPresent() && folderTag.isEmpty()) {
      Scalar word = said.get();
      if (Languages.parse(word.text()).isEmpty()) {
        diagnostics.add(
            unknown(word.text(), word.span()).help("Write a language tag like 'es' or 'pt-BR'."));
        return Optional.of(languages.source());
      }
      return known(word.text(), word.span());
    }
    return folderTag.isEmpty()
        ? Optional.of(languages.source())
        : known(folderTag.get(), file.top());
  }

  // The 'language' of an event is the one that is spoken there; of a hub there are several.
  private static Optional<Scalar> said(Kind kind, Fields fields) {
    Key key = kind == Kind.EVENT ? Key.LANG_ONLY : Key.LANGUAGE;
    return fields
        .entry(key)
        .filter(entry -> entry.value() instanceof Scalar)
        .map(entry -> (Scalar) entry.value());
  }

  private Optional<Language> known(String tag, SourceSpan span) {
    Optional<Language> language = languages.match(tag);
    if (language.isEmpty()) {
      diagnostics.add(
          unknown(tag, span)
              .help("Add it to 'languages' in site.yaml; until then this page is left out."));
    }
    return language;
  }

  private static Diagnostic unknown(String tag, SourceSpan span) {
    return Diagnostic.warning(
        "language-unknown", span, "'" + tag + "' is not a language of this site.");
  }

  /**
   * The file with the line ends of Unix: lines and columns stay, and a page is the same page
   * whichever system its author uses.
   */
  static SourceFile withUnixLines(SourceFile file) {
    String text = file.text();
    return text.indexOf('\r') < 0
        ? file
        : new SourceFile(file.path(), text.replace("\r\n", "\n").replace('\r', '\n'));
  }
}
