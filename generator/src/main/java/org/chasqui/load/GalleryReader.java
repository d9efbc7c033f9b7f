package org.chasqui.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import org.chasqui.data.Csv;
import org.chasqui.data.Node;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Kind;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Node.Sequence;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.site.Gallery;
import org.chasqui.site.GalleryPicture;
import org.chasqui.site.Language;
import org.chasqui.site.Text;

/** Finds the data files that list pictures. */
final class GalleryReader {
  private static final Key SRC =
      Key.of("src", "image", "img", "picture", "photo", "file", "filename", "path", "url", "name");
  private static final Key ALT = Key.of("alt", "image_alt", "alt_text", "description");
  private static final Key CAPTION = Key.of("caption", "title", "text", "label");
  private static final Key CREDIT =
      Key.of("credit", "author", "photographer", "attribution", "copyright", "source");
  private static final Key LINK = Key.of("link", "href", "target", "url");
  private static final List<String> LISTS =
      List.of("pictures", "images", "photos", "gallery", "items", "resources");

  private final Language language;
  private final Diagnostics diagnostics;

  GalleryReader(Language language, Diagnostics diagnostics) {
    this.language = language;
    this.diagnostics = diagnostics;
  }

  /** Whether a path has the ending of a picture that browsers show. */
  static boolean isPicture(String path) {
    return path.toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|svg|webp|gif|avif)");
  }

  /** The folder whose pictures a file describes: {@code gallery.yaml} with pictures beside it. */
  static Optional<String> folder(String path, NavigableSet<String> files) {
    int slash = path.lastIndexOf('/');
    boolean name = path.substring(slash + 1).matches("gallery\\.(ya?ml|json|toml|csv)");
    if (!name || !path.matches("(site-content|lessons)/.+")) {
      return Optional.empty();
    }
    String folder = path.substring(0, slash + 1);
    boolean pictures =
        files.tailSet(folder, false).stream()
            .takeWhile(file -> file.startsWith(folder))
            .anyMatch(file -> file.indexOf('/', folder.length()) < 0 && isPicture(file));
    return pictures ? Optional.of(path.substring(0, slash)) : Optional.empty();
  }

  /** The pictures that a data file lists, if it is a list of pictures. */
  Optional<Gallery> of(SourceFile file, Node tree) {
    List<GalleryPicture> pictures = new ArrayList<>();
    for (Node item : items(tree)) {
      picture(item).ifPresent(pictures::add);
    }
    return pictures.isEmpty() ? Optional.empty() : Optional.of(new Gallery(file, pictures));
  }

  /** Likewise of a table: a row is a picture. */
  Optional<Gallery> of(SourceFile file, List<Csv.Row> rows) {
    List<Node> items = new ArrayList<>();
    for (Csv.Row row : rows) {
      Map<String, Entry> cells = new LinkedHashMap<>();
      row.cells()
          .forEach(
              (key, cell) ->
                  cells.put(
                      key, new Entry(key, row.span(), new Scalar(cell, Kind.STRING, row.span()))));
      items.add(new Mapping(cells, row.span()));
    }
    return of(file, new Sequence(items, file.top()));
  }

  private static List<Node> items(Node tree) {
    if (tree instanceof Sequence list) {
      return list.items();
    }
    if (tree instanceof Mapping mapping) {
      for (String key : LISTS) {
        Entry entry = mapping.entries().get(key);
        if (entry != null && entry.value() instanceof Sequence list) {
          return list.items();
        }
      }
    }
    return List.of();
  }

  private Optional<GalleryPicture> picture(Node item) {
    if (item instanceof Scalar path && isPicture(path.text().strip())) {
      Optional<Text> none = Optional.empty();
      return Optional.of(
          new GalleryPicture(path.text().strip(), none, none, none, Optional.empty(), path.span()));
    }
    if (!(item instanceof Mapping mapping)) {
      return Optional.empty();
    }
    Fields own = Fields.of(mapping, language, diagnostics);
    Optional<Scalar> src =
        SRC.spellings().stream()
            .flatMap(key -> own.entry(Key.of(key)).stream())
            .filter(entry -> entry.value() instanceof Scalar s && isPicture(s.text().strip()))
            .map(entry -> (Scalar) entry.value())
            .findFirst();
    return src.map(path -> picture(path, own));
  }

  // Hugo keeps what it does not know itself below params.
  private GalleryPicture picture(Scalar path, Fields own) {
    Fields params = own.group(Key.PARAMS).orElse(own);
    String source = path.text().strip();
    return new GalleryPicture(
        source,
        text(own, params, ALT),
        text(own, params, CAPTION),
        text(own, params, CREDIT),
        own.string(LINK).or(() -> params.string(LINK)).filter(link -> !link.equals(source)),
        path.span());
  }

  private static Optional<Text> text(Fields own, Fields params, Key key) {
    return own.text(key).or(() -> params.text(key));
  }
}
