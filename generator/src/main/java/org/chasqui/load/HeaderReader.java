package org.chasqui.load;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chasqui.data.Node;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Node.Sequence;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.site.Body;
import org.chasqui.site.Coverage;
import org.chasqui.site.Credit;
import org.chasqui.site.Language;
import org.chasqui.site.PageHeader;
import org.chasqui.site.Picture;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.SitePath;
import org.chasqui.site.Taxonomy;
import org.chasqui.site.Text;

/** Reads what pages of every kind have. */
final class HeaderReader {
  private static final String HELP =
      "Keys for shortcodes and themes can stand below 'params:', where nothing is checked.";
  private static final Key SRC = Key.of("src", "url", "path", "file", "filename");
  private static final Key ALT = Key.of("alt", "alt_text", "alternative");
  private static final Key CREDIT = Key.of("credit", "caption", "attribution");
  private static final Key CREDIT_URL = Key.of("credit_url", "credit_link", "link");
  private static final Key PHOTO_URL = Key.of("url", "link");
  private static final Key AUTHOR_NAME = Key.of("id", "name", "github");
  private static final List<Key> PASSED_ON =
      List.of(
          Key.CATEGORIES, Key.TRANSLATION_KEY, Key.LAYOUT, Key.TYPE, Key.DEADLINE, Key.FINGERPRINT);

  /** Pages to which nobody gave a place stand behind those with one. */
  private static final int UNWEIGHTED = Integer.MAX_VALUE;

  private final SiteConfig config;
  private final Languages languages;
  private final Addresses addresses;

  HeaderReader(SiteConfig config, Languages languages, Addresses addresses) {
    this.config = config;
    this.languages = languages;
    this.addresses = addresses;
  }

  /**
   * A title with the body that goes with it.
   *
   * @param text the title
   * @param body the Markdown, without the heading that became the title
   */
  record Titled(Text text, Body body) {}

  /** The title that somebody wrote, or the first H1, or a name. */
  static Titled titled(Doc doc, Key key) {
    Optional<Text> own = doc.fields().alone().text(key);
    if (own.isPresent()) {
      return new Titled(own.get(), withoutRepeated(doc, own.get()));
    }
    Optional<Text> inherited = doc.fields().text(key);
    Optional<Titles.Heading> heading = doc.heading();
    if (heading.isPresent()) {
      Text text = new Text(heading.get().text(), doc.language(), heading.get().span());
      boolean lesson = doc.kind() == Place.Kind.LESSON && inherited.isPresent();
      boolean repeated = inherited.map(Text::value).equals(Optional.of(text.value()));
      if (!lesson || repeated) {
        Body body = Titles.without(doc.file(), doc.bodyStart(), heading.get());
        return new Titled(lesson ? inherited.get() : text, body);
      }
    }
    String tail = doc.place().tail();
    String name = Titles.fromName(tail.substring(tail.lastIndexOf('/') + 1));
    Text named = new Text(name.isEmpty() ? "Home" : name, doc.language(), doc.file().top());
    return new Titled(inherited.orElse(named), doc.body());
  }

  /** Tells apart pages whose titles would give them one address; before any header is made. */
  void settle(List<Doc> docs) {
    addresses.settle(docs);
  }

  // Jupyter's tools want a title in both places; readers want it once.
  private static Body withoutRepeated(Doc doc, Text title) {
    return doc.heading()
        .filter(heading -> heading.text().equals(title.value().strip()))
        .filter(heading -> doc.file().text(doc.bodyStart(), heading.start()).isBlank())
        .map(heading -> Titles.without(doc.file(), doc.bodyStart(), heading))
        .orElseGet(doc::body);
  }

  /**
   * The header of a page.
   *
   * @param title its title
   * @param image the key of its picture
   * @param schema the keys of its kind
   * @param source the address of the page it translates
   */
  PageHeader header(Doc doc, Text title, Key image, Key.Schema schema, Optional<SitePath> source) {
    reportUnknown(doc, schema);
    Fields fields = doc.fields();
    SitePath path = addresses.of(doc, source);
    boolean translation = !doc.language().equals(languages.source());
    return new PageHeader(
        doc.ref(),
        doc.file(),
        path,
        title,
        fields.text(Key.SUMMARY),
        date(doc),
        fields.date(Key.UPDATED).map(moment -> moment.published(config.zone())),
        fields.number(Key.WEIGHT, UNWEIGHTED),
        draft(fields),
        authors(fields),
        Terms.tags(fields, config.arrangement().taxonomies()),
        addresses.aliases(doc, path),
        picture(fields, image),
        translation
            ? Coverage.wholePage(fingerprint(fields), translators(fields))
            : Coverage.SOURCE,
        fields.params(schema, PASSED_ON),
        Terms.of(fields, config.arrangement().taxonomies()),
        away(fields, Key.CANONICAL, HeaderReader::wrongCanonical),
        away(fields, Key.ELSEWHERE, HeaderReader::wrongElsewhere),
        SectionReader.read(doc, languages.source()));
  }

  // The page's own word: the source may be a translation from elsewhere.
  private static List<String> translators(Fields fields) {
    return fields.alone().words(Key.TRANSLATORS).stream()
        .flatMap(word -> Stream.of(word.text().split(",")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  // Of what the page is a translation; other tools mean other things by "source".
  private static Optional<Coverage.Fingerprint> fingerprint(Fields fields) {
    List<String> parts =
        fields
            .string(Key.FINGERPRINTS)
            .map(text -> List.of(text.strip().split("\\s+")))
            .orElse(List.of());
    return fields
        .string(Key.FINGERPRINT)
        .filter(hash -> hash.startsWith("sha256:"))
        .map(hash -> new Coverage.Fingerprint(hash, parts));
  }

  /** Tells of keys that neither we nor the taxonomies of the site know; once for each document. */
  void reportUnknown(Doc doc, Key.Schema schema) {
    List<String> terms = config.arrangement().taxonomies().stream().map(Taxonomy::key).toList();
    doc.fields().reportUnknown(schema.knowing(terms), HELP);
  }

  static boolean draft(Fields fields) {
    boolean dated =
        fields.string(Key.PUBLISHED).flatMap(Dates::parse).isPresent(); // elsewhere it is a date
    return fields.flag(Key.DRAFT, false) || !(dated || fields.flag(Key.PUBLISHED, true));
  }

  private Optional<OffsetDateTime> date(Doc doc) {
    return moment(doc).map(moment -> moment.published(config.zone()));
  }

  /** When a page was or will be published. */
  static Optional<Dates.Moment> moment(Doc doc) {
    return doc.fields()
        .date(Key.DATE)
        .or(() -> doc.fields().date(Key.PUBLISH))
        .or(() -> doc.place().day().map(HeaderReader::wholeDay));
  }

  static Dates.Moment wholeDay(java.time.LocalDate day) {
    return new Dates.Moment(day, Optional.<LocalTime>empty(), Optional.empty());
  }

  private static List<Credit> authors(Fields fields) {
    List<Credit> credits = new ArrayList<>();
    Optional<Entry> entry = fields.entry(Key.AUTHORS);
    if (entry.isEmpty()) {
      return credits;
    }
    Node value = entry.get().value();
    if (value instanceof Scalar joined) {
      pieces(joined).forEach(piece -> credits.add(credit(piece)));
    } else if (value instanceof Sequence list) {
      list.items().forEach(item -> author(fields, entry.get(), item, credits));
    } else {
      author(fields, entry.get(), value, credits);
    }
    return credits;
  }

  private static void author(Fields fields, Entry entry, Node item, List<Credit> credits) {
    if (item instanceof Scalar scalar) {
      if (!scalar.blank()) {
        credits.add(credit(scalar));
      }
    } else if (item instanceof Mapping mapping) {
      Fields author = Fields.of(mapping, Language.ENGLISH, fields.diagnostics());
      author.credit(AUTHOR_NAME).ifPresent(credits::add);
    } else {
      fields.wrongType(new Entry(entry.key(), entry.keySpan(), item), "a list of names");
    }
  }

  private static Credit credit(Scalar scalar) {
    return new Credit(scalar.text().strip(), scalar.span());
  }

  /**
   * The parts of a text joined by commas, each with its place if the text stands there as it is.
   */
  static List<Scalar> pieces(Scalar joined) {
    List<Scalar> pieces = new ArrayList<>();
    String source = joined.span().text();
    int from = 0;
    for (String part : joined.text().split(",")) {
      String piece = part.strip();
      if (piece.isEmpty()) {
        continue;
      }
      int at = source.indexOf(piece, from);
      int start = joined.span().start() + Math.max(at, 0);
      int end = at < 0 ? joined.span().end() : start + piece.length();
      pieces.add(new Scalar(piece, joined.kind(), joined.span().file().span(start, end)));
      from = at < 0 ? from : at + piece.length();
    }
    return pieces;
  }

  // An address of another site: that of the original of a cross-post, for one.
  private static Optional<String> away(
      Fields fields, Key key, Function<Scalar, Diagnostic> otherwise) {
    Optional<Scalar> word = fields.word(key);
    Optional<String> url = word.map(w -> w.text().strip());
    if (url.filter(u -> !u.matches("https?://[^\\s/]+.*")).isPresent()) {
      fields.diagnostics().add(otherwise.apply(word.get()));
      return Optional.empty();
    }
    return url;
  }

  private static Diagnostic wrongCanonical(Scalar word) {
    return Diagnostic.error(
            "canonical-invalid",
            word.span(),
            "'" + word.text().strip() + "' is not the address of a page elsewhere.")
        .help("Write the whole URL of the original, like https://example.org/post/.");
  }

  private static Diagnostic wrongElsewhere(Scalar word) {
    return Diagnostic.warning(
            "external-link-invalid",
            word.span(),
            "'" + word.text().strip() + "' is not the address of a page elsewhere.")
        .help("Write a whole URL, like https://example.org/talk/; lists lead to this page now.");
  }

  /** The picture of a page: a path, or a path with what is to be said about it. */
  static Optional<Picture> picture(Fields fields, Key key) {
    Optional<Entry> entry = fields.entry(key);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    Node value = entry.get().value();
    if (value instanceof Sequence several && several.items().get(0) instanceof Scalar) {
      value = several.items().get(0);
    }
    if (value instanceof Scalar path) {
      Optional<Fields> photos = fields.group(Key.PHOTOS);
      return Optional.of(
          new Picture(
              path.text().strip(),
              fields.text(Key.IMAGE_ALT),
              photos.flatMap(p -> p.text(Key.of("name", "credit"))),
              photos.flatMap(p -> p.string(PHOTO_URL)),
              path.span()));
    }
    return fields.group(key).flatMap(HeaderReader::detailed);
  }

  private static Optional<Picture> detailed(Fields image) {
    return image
        .word(SRC)
        .map(
            path ->
                new Picture(
                    path.text().strip(),
                    image.text(ALT),
                    image.text(CREDIT),
                    image.string(CREDIT_URL),
                    path.span()));
  }
}
