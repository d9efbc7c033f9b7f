package org.chasqui.offline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.site.Credit;
import org.chasqui.site.FileHistory;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.SitePath;

/**
 * A lesson as a book: EPUB 3.2, with its table of contents, who wrote and translated it, and what
 * readers who do not see should know of it beforehand (EPUB Accessibility 1.0).
 */
final class Book {
  // The date of a book of which nobody knows when it was changed: it must not be the clock's.
  private static final Instant UNDATED = Instant.parse("2000-01-01T00:00:00Z");

  private final LessonFiles lesson;
  private final FinishedFiles files;
  private final Words words;
  private final Map<String, FileHistory> history;

  Book(LessonFiles lesson, FinishedFiles files, Words words, Map<String, FileHistory> history) {
    this.lesson = lesson;
    this.files = files;
    this.words = words;
    this.history = history;
  }

  /** Of everything that could be in it. */
  String fingerprint() {
    Fingerprint print = new Fingerprint("epub").add(files.config().baseUrl().toString());
    lesson.chapters().forEach(page -> files.page(page.path()).ifPresent(print::add));
    files.below(lesson.home().path()).stream()
        .filter(file -> file instanceof OutputFile.Copy)
        .forEach(print::add);
    files.below(lesson.source()).stream()
        .filter(file -> file instanceof OutputFile.Copy)
        .forEach(print::add);
    return print.add(changed().toString(), words.word("book.contents"), title(), site()).hex();
  }

  void write(Archive archive) {
    archive.mimetype("application/epub+zip");
    archive.add(
        "META-INF/container.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"book/content.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>\n");
    Map<SitePath, String> names = new LinkedHashMap<>();
    for (Page page : lesson.chapters()) {
      if (files.page(page.path()).isPresent()) {
        names.put(
            page.path(),
            String.format(java.util.Locale.ROOT, "%02d", names.size() + 1)
                + "-"
                + slug(page)
                + ".xhtml");
      }
    }
    Map<SitePath, String> pictures = new LinkedHashMap<>();
    List<Chapter> chapters = new ArrayList<>();
    for (Page page : lesson.chapters()) {
      files
          .page(page.path())
          .map(file -> Chapter.of(page, file.content(), names, pictures, files))
          .ifPresent(chapters::add);
    }
    for (Chapter chapter : chapters) {
      archive.add("book/" + chapter.name(), chapter.xhtml());
    }
    pictures.forEach(
        (path, name) -> files.at(path).ifPresent(file -> archive.add("book/" + name, file)));
    archive.add("book/style.css", STYLE);
    archive.add("book/nav.xhtml", contents(chapters));
    archive.add("book/content.opf", description(chapters, pictures));
  }

  private static String slug(Page page) {
    return page.id().name().replaceAll("[^A-Za-z0-9._-]+", "-");
  }

  private String title() {
    return Xhtml.plain(lesson.home().header().title().value());
  }

  private String site() {
    return Xhtml.plain(files.site().config(words.language()).title().value());
  }

  // ---- contents.opf ------------------------------------------------------------------------

  private String description(List<Chapter> chapters, Map<SitePath, String> pictures) {
    StringBuilder out = new StringBuilder(Xhtml.DECLARATION);
    String tag = words.language().tag();
    out.append(
        "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" xml:lang=\"");
    out.append(tag).append("\" dir=\"").append(words.language().direction()).append("\">\n");
    out.append("<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n");
    String url = files.config().absolute(lesson.home().path());
    leaf(out, "dc:identifier id=\"id\"", "urn:uuid:" + uuid(url));
    leaf(out, "dc:title", title());
    leaf(out, "dc:language", tag);
    people(out);
    leaf(out, "dc:publisher", site());
    leaf(out, "dc:source", url);
    lesson
        .home()
        .header()
        .summary()
        .ifPresent(text -> leaf(out, "dc:description", Xhtml.plain(text.value())));
    lesson.home().lesson().license().ifPresent(licence -> leaf(out, "dc:rights", licence));
    meta(out, "dcterms:modified", changed().truncatedTo(ChronoUnit.SECONDS).toString());
    accessibility(out, chapters, !pictures.isEmpty());
    out.append("</metadata>\n<manifest>\n");
    item(out, "nav", "nav.xhtml", "application/xhtml+xml", "nav");
    item(out, "style", "style.css", "text/css", "");
    for (int i = 0; i < chapters.size(); i++) {
      Chapter chapter = chapters.get(i);
      item(out, "c" + i, chapter.name(), "application/xhtml+xml", chapter.properties());
    }
    int n = 0;
    for (String name : pictures.values()) {
      item(out, "p" + n++, name, Xhtml.pictureType(name).orElseThrow(), "");
    }
    out.append("</manifest>\n<spine");
    out.append(
        words.language().direction().equals("rtl") ? " page-progression-direction=\"rtl\"" : "");
    out.append(">\n");
    for (int i = 0; i < chapters.size(); i++) {
      out.append("<itemref idref=\"c").append(i).append("\"/>\n");
    }
    return out.append("</spine>\n</package>\n").toString();
  }

  private static UUID uuid(String url) {
    return UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8));
  }

  private void people(StringBuilder out) {
    Set<String> authors = new LinkedHashSet<>();
    Set<String> translators = new LinkedHashSet<>();
    for (Page page : lesson.chapters()) {
      page.header().authors().forEach(credit -> authors.add(name(credit)));
      translators.addAll(page.header().coverage().translators());
    }
    int n = 0;
    for (String author : authors) {
      person(out, "dc:creator", "aut", author, "a" + n++);
    }
    for (String translator : translators) {
      person(out, "dc:contributor", "trl", translator, "t" + n++);
    }
  }

  private static void person(
      StringBuilder out, String element, String role, String name, String id) {
    leaf(out, element + " id=\"" + id + "\"", name);
    out.append("<meta refines=\"#").append(id);
    out.append("\" property=\"role\" scheme=\"marc:relators\">").append(role).append("</meta>\n");
  }

  private String name(Credit credit) {
    return files
        .site()
        .person(credit.key(), words.language())
        .map(page -> page.person().name())
        .orElse(credit.key());
  }

  private void accessibility(StringBuilder out, List<Chapter> chapters, boolean pictures) {
    meta(out, "schema:accessMode", "textual");
    if (pictures) {
      meta(out, "schema:accessMode", "visual");
    }
    boolean described = chapters.stream().allMatch(Chapter::picturesDescribed);
    if (described) {
      meta(out, "schema:accessModeSufficient", "textual");
    }
    meta(out, "schema:accessibilityFeature", "structuralNavigation");
    meta(out, "schema:accessibilityFeature", "tableOfContents");
    meta(out, "schema:accessibilityFeature", "readingOrder");
    if (pictures && described) {
      meta(out, "schema:accessibilityFeature", "alternativeText");
    }
    if (chapters.stream().anyMatch(chapter -> chapter.properties().contains("mathml"))) {
      meta(out, "schema:accessibilityFeature", "MathML");
    }
    meta(out, "schema:accessibilityHazard", "none");
    meta(out, "schema:accessibilitySummary", words.word("book.accessibility"));
  }

  private Instant changed() {
    Instant latest = UNDATED;
    for (Page page : lesson.chapters()) {
      Optional<Instant> known =
          Optional.ofNullable(history.get(page.header().source().path()))
              .map(FileHistory::changed)
              .or(
                  () ->
                      page.header()
                          .updated()
                          .or(() -> page.header().date())
                          .map(d -> d.toInstant()));
      latest = known.filter(latest::isBefore).orElse(latest);
    }
    return latest;
  }

  private static void leaf(StringBuilder out, String element, String text) {
    String end = element.contains(" ") ? element.substring(0, element.indexOf(' ')) : element;
    out.append('<').append(element).append('>').append(Xhtml.escape(text));
    out.append("</").append(end).append(">\n");
  }

  private static void meta(StringBuilder out, String property, String value) {
    leaf(out, "meta property=\"" + property + "\"", value);
  }

  private static void item(
      StringBuilder out, String id, String href, String type, String properties) {
    out.append("<item id=\"").append(id).append("\" href=\"").append(href);
    out.append("\" media-type=\"").append(type).append('"');
    out.append(properties.isEmpty() ? "" : " properties=\"" + properties + "\"").append("/>\n");
  }

  // ---- nav.xhtml ---------------------------------------------------------------------------

  private String contents(List<Chapter> chapters) {
    StringBuilder out = new StringBuilder();
    String heading = Xhtml.escape(words.word("book.contents"));
    out.append("<nav epub:type=\"toc\" role=\"doc-toc\" id=\"toc\" aria-labelledby=\"contents\">");
    out.append("<h1 id=\"contents\">").append(heading).append("</h1>\n<ol>\n");
    for (Chapter chapter : chapters) {
      out.append("<li><a href=\"").append(chapter.name()).append("\">");
      out.append(Xhtml.escape(chapter.title())).append("</a>");
      if (!chapter.sections().isEmpty()) {
        out.append("\n<ol>\n");
        for (Chapter.Section section : chapter.sections()) {
          out.append("<li><a href=\"").append(chapter.name()).append('#').append(section.id());
          out.append("\">").append(Xhtml.escape(section.title())).append("</a></li>\n");
        }
        out.append("</ol>\n");
      }
      out.append("</li>\n");
    }
    out.append("</ol>\n</nav>");
    return Xhtml.page(words.language(), words.word("book.contents"), out.toString());
  }

  private static final String STYLE =
      """
      body { line-height: 1.5; }
      h1, h2, h3, h4 { line-height: 1.2; break-after: avoid; }
      img { max-width: 100%; height: auto; }
      pre { white-space: pre-wrap; font-size: .85em; padding: .6em; border: 1px solid #999; text-align: left; }
      code { font-family: monospace; }
      table { border-collapse: collapse; }
      th, td { border: 1px solid #999; padding: .3em .5em; text-align: start; vertical-align: top; }
      .callout, .box, .notice, .tab-item { border-inline-start: 4px solid #888; padding: 0 1em; margin: 1em 0; }
      .callout-title, .card-title, .tab-label, dt { font-weight: bold; }
      summary { font-weight: bold; }
      .code-label, .small, figcaption { font-size: .85em; }
      .untranslated, .outdated { border-inline-start: 2px dotted #888; padding-inline-start: .6em; }
      .byline span { margin-inline-end: 1em; }
      .names span { margin-inline-end: 1em; font-size: .85em; font-weight: normal; }
      """;
}
