package org.chasqui.check;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.site.Asset;
import org.chasqui.site.Body;
import org.chasqui.site.CommunityPage;
import org.chasqui.site.Coverage;
import org.chasqui.site.Episode;
import org.chasqui.site.EpisodeDetails;
import org.chasqui.site.Language;
import org.chasqui.site.Memory;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Page;
import org.chasqui.site.PageHeader;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.RenderedSite;
import org.chasqui.site.RenderedSite.LinkUse;
import org.chasqui.site.Site;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.SitePath;
import org.chasqui.site.Text;

/** A small site in English and Spanish, finished by hand so that each fault can be put in. */
final class TestSite {
  static final Language EN = Language.ENGLISH;
  static final Language ES = Language.of("es");

  private final List<Page> pages = new ArrayList<>();
  private final List<Asset> assets = new ArrayList<>();
  private final List<LinkUse> links = new ArrayList<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<OutputFile> more = new ArrayList<>();

  /** A page in both languages, with a finished file for each that has nothing wrong. */
  TestSite page(String id, String markdown) {
    SourceFile source = source("site-content/" + id + ".md", markdown);
    for (Language language : List.of(EN, ES)) {
      add(new CommunityPage(header(id, language, source), Body.of(source, 0)));
    }
    return this;
  }

  /** An episode in both languages. */
  TestSite episode(String id, String markdown, List<String> texts) {
    SourceFile source = source(id + ".md", markdown);
    for (Language language : List.of(EN, ES)) {
      List<Text> said = texts.stream().map(t -> new Text(t, language, source.top())).toList();
      PageId lesson = new PageId(id.substring(0, id.lastIndexOf('/')));
      EpisodeDetails details = new EpisodeDetails(lesson, 1, 5, 5, said, said, said);
      add(new Episode(header(id, language, source), Body.of(source, 0), details));
    }
    return this;
  }

  private void add(Page page) {
    pages.add(page);
    html(page, "<p>Text</p>");
  }

  /** A file that goes with the site. */
  TestSite asset(String source, String path) {
    assets.add(new Asset(Path.of("/nowhere", source), source, new SitePath(path)));
    more.add(new OutputFile.Copy(new SitePath(path).output(), Path.of("/nowhere", source)));
    return this;
  }

  /** Something else in the output. */
  TestSite file(String path, String content) {
    files.put(path, content);
    return this;
  }

  /** Puts something into the main part of a page in both languages. */
  TestSite main(String id, String html) {
    pages.stream().filter(p -> p.id().value().equals(id)).toList().forEach(p -> html(p, html));
    return this;
  }

  /** Changes the finished text of a file. */
  TestSite change(String path, String from, String to) {
    files.computeIfPresent(path, (name, html) -> html.replace(from, to));
    return this;
  }

  /** A link in a page of a language, written at the first place where its text stands. */
  TestSite link(String id, Language language, String written, Optional<String> target) {
    return link(id, language, written, target, Optional.empty(), false);
  }

  TestSite link(
      String id,
      Language language,
      String written,
      Optional<String> target,
      Optional<String> fragment,
      boolean image) {
    Page page = page(id, language);
    String markdown = page.body().markdown();
    int at = Math.max(0, markdown.indexOf(written));
    links.add(
        new LinkUse(
            page.ref(),
            written,
            target.map(SitePath::new),
            fragment,
            image,
            page.body().origin(at, at + written.length())));
    return this;
  }

  Page page(String id, Language language) {
    return pages.stream()
        .filter(p -> p.ref().equals(new PageRef(new PageId(id), language)))
        .findFirst()
        .orElseThrow();
  }

  /** What the check says: {@code code path:line:column}. */
  List<String> check() {
    return diagnostics().stream().map(d -> d.code() + " " + d.span().location()).toList();
  }

  List<Diagnostic> diagnostics() {
    List<OutputFile> output = new ArrayList<>(more);
    files.forEach((path, text) -> output.add(new OutputFile.Text(OutputPath.of(path), text)));
    Diagnostics diagnostics = new Diagnostics();
    SiteChecker.check(
        new Site(Map.of(EN, config()), pages, assets),
        new RenderedSite(output, links),
        Memory.NONE,
        diagnostics);
    return diagnostics.sorted();
  }

  private void html(Page page, String main) {
    files.put(
        page.path().output().value(),
        "<!doctype html><html lang=\"%s\"><head><title>T</title></head><body>"
                .formatted(page.language())
            + "<a href=\"#main\">skip</a><main id=\"main\"><h1>Title</h1>"
            + main
            + "</main></body></html>");
  }

  private static SourceFile source(String path, String markdown) {
    return new SourceFile(path, markdown);
  }

  private static PageHeader header(String id, Language language, SourceFile source) {
    String path = (language.equals(EN) ? "/" : "/" + language + "/") + id + "/";
    return new PageHeader(
        new PageRef(new PageId(id), language),
        source,
        new SitePath(path),
        new Text("Title", language, source.top()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        false,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Coverage.SOURCE,
        Map.of());
  }

  private static SiteConfig config() {
    SourceFile source = source("site-content/site.yaml", "");
    Text text = new Text("Site", EN, source.top());
    return new SiteConfig(
        source,
        text,
        text,
        URI.create("https://example.org/sub/"),
        List.of(EN, ES),
        ZoneOffset.UTC,
        List.of(),
        List.of("/other/"),
        "chasqui",
        Optional.empty());
  }
}
