package org.chasqui.notebook;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Asset;
import org.chasqui.site.Body;
import org.chasqui.site.CommunityPage;
import org.chasqui.site.Coverage;
import org.chasqui.site.Episode;
import org.chasqui.site.EpisodeDetails;
import org.chasqui.site.Language;
import org.chasqui.site.Lesson;
import org.chasqui.site.LessonHome;
import org.chasqui.site.NotebookFile;
import org.chasqui.site.NotebookStyle;
import org.chasqui.site.Page;
import org.chasqui.site.PageHeader;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.Site;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.SitePath;
import org.chasqui.site.Text;

/** A lesson in memory: English, and Spanish by turning every text around. */
final class TestLessons {
  static final Language EN = Language.ENGLISH;
  static final Language ES = Language.of("es");

  private final Map<String, String> episodes = new LinkedHashMap<>();
  private final List<Asset> assets = new ArrayList<>();
  private final List<String> data = new ArrayList<>();
  private String kernel = "python3";
  private UnaryOperator<String> translation = TestLessons::shout;
  private Coverage coverage =
      new Coverage(Coverage.Mode.CATALOGUE, 1, 1, 0, List.of(), Optional.empty());

  /** An episode; its file is {@code lessons/rain/NN-NAME.md}. */
  TestLessons episode(String name, String markdown) {
    episodes.put(name, markdown);
    return this;
  }

  /** A lesson with one episode. */
  static TestLessons of(String markdown) {
    return new TestLessons().episode("intro", markdown);
  }

  TestLessons asset(Path file, String source, String path) {
    assets.add(new Asset(file, source, new SitePath(path)));
    return this;
  }

  TestLessons data(String... paths) {
    data.addAll(List.of(paths));
    return this;
  }

  TestLessons kernel(String name) {
    kernel = name;
    return this;
  }

  /** How a message is said in Spanish. */
  TestLessons translation(UnaryOperator<String> how) {
    translation = how;
    return this;
  }

  TestLessons coverage(Coverage other) {
    coverage = other;
    return this;
  }

  /** The notebooks by path, as a hub wants them. */
  Map<String, String> notebooks(NotebookStyle style) {
    Map<String, String> all = new TreeMap<>();
    for (NotebookFile file : NotebookWriter.notebooks(site(), Map.of(), style)) {
      all.put(file.path().value(), file.content());
    }
    return all;
  }

  /** The notebooks by path. */
  Map<String, String> notebooks() {
    Map<String, String> all = new TreeMap<>();
    for (NotebookFile file : NotebookWriter.notebooks(site(), Map.of(), new Diagnostics())) {
      all.put(file.path().value(), file.content());
    }
    return all;
  }

  Diagnostics diagnostics() {
    Diagnostics diagnostics = new Diagnostics();
    NotebookWriter.notebooks(site(), Map.of(), diagnostics);
    return diagnostics;
  }

  /** The cells of the first English notebook, each as {@code id: source}. */
  List<String> cells() {
    return cells(EN);
  }

  /** The cells of the first notebook in a language, each as {@code id: source}. */
  List<String> cells(Language language) {
    String path =
        notebooks().keySet().stream()
            .filter(p -> p.startsWith(language + "/"))
            .findFirst()
            .orElseThrow();
    return cellsOf(notebooks().get(path));
  }

  static List<String> cellsOf(String notebook) {
    Json.Items cells = (Json.Items) JsonReader.object(notebook).members().get("cells");
    return cells.items().stream()
        .map(Json.Members.class::cast)
        .map(cell -> text(cell, "id") + ": " + source(cell))
        .toList();
  }

  /** The ids of cells. */
  static List<String> ids(List<String> cells) {
    return cells.stream().map(cell -> cell.substring(0, cell.indexOf(": "))).toList();
  }

  private static String text(Json.Members object, String name) {
    return ((Json.Text) object.members().get(name)).value();
  }

  private static String source(Json.Members cell) {
    StringBuilder source = new StringBuilder();
    ((Json.Items) cell.members().get("source"))
        .items()
        .forEach(line -> source.append(((Json.Text) line).value()));
    return source.toString();
  }

  Site site() {
    List<Page> pages = new ArrayList<>();
    List<PageId> ids =
        episodes.keySet().stream().map(n -> new PageId("lessons/rain/" + n)).toList();
    Lesson lesson =
        new Lesson("rain", ids, kernel, Optional.empty(), List.of(), Optional.empty(), data);
    SourceFile yaml =
        new SourceFile("lessons/rain/lesson.yaml", "title: Rain\nkernel: " + kernel + "\n");
    SourceFile about = new SourceFile("site-content/about.md", "About");
    for (Language language : List.of(EN, ES)) {
      pages.add(
          new LessonHome(
              header("lessons/rain", language, yaml, "Rain"),
              Body.of(yaml, yaml.text().length()),
              lesson));
      pages.add(new CommunityPage(header("about", language, about, "About"), Body.of(about, 0)));
      int number = 1;
      for (Map.Entry<String, String> entry : episodes.entrySet()) {
        pages.add(episode(entry.getKey(), entry.getValue(), number++, language));
      }
    }
    return new Site(Map.of(EN, config()), pages, assets);
  }

  private Episode episode(String name, String markdown, int number, Language language) {
    SourceFile source = new SourceFile("lessons/rain/0" + number + "-" + name + ".md", markdown);
    List<Text> texts =
        List.of(new Text(say("Why does it `rain`?", language), language, source.top()));
    EpisodeDetails details =
        new EpisodeDetails(new PageId("lessons/rain"), number, 5, 5, texts, texts, texts);
    String text =
        language.equals(EN)
            ? markdown
            : Markdown.splice(
                    markdown, segment -> Optional.of(translation.apply(segment.message())))
                .text();
    PageHeader header =
        header("lessons/rain/" + name, language, source, say("Episode " + name, language));
    return new Episode(header, Body.of(new SourceFile(source.path(), text), 0), details);
  }

  private String say(String text, Language language) {
    return language.equals(EN) ? text : translation.apply(text);
  }

  // Letters only: what is code, a link target or a sign stays.
  private static String shout(String message) {
    StringBuilder out = new StringBuilder();
    for (String part : message.split("(?=[`(\\[<{$])|(?<=[`)\\]>}$])")) {
      boolean plain = part.matches("[\\p{L} .,?!]+");
      out.append(plain ? part.replaceAll("(\\p{L}+)", "ñ$1") : part);
    }
    return out.toString();
  }

  private PageHeader header(String id, Language language, SourceFile source, String title) {
    String path = (language.equals(EN) ? "/" : "/" + language + "/") + id + "/";
    return new PageHeader(
        new PageRef(new PageId(id), language),
        source,
        new SitePath(path),
        new Text(title, language, source.top()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        false,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        language.equals(EN) ? Coverage.SOURCE : coverage,
        Map.of());
  }

  private static SiteConfig config() {
    SourceFile source = new SourceFile("site-content/site.yaml", "");
    Text text = new Text("Site", EN, source.top());
    return new SiteConfig(
        source,
        text,
        text,
        URI.create("https://example.org/sub/"),
        List.of(EN, ES),
        ZoneOffset.UTC,
        List.of(),
        List.of(),
        "chasqui",
        Optional.empty());
  }
}
