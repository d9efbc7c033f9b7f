package org.chasqui.localize;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.site.Body;
import org.chasqui.site.CommunityPage;
import org.chasqui.site.Coverage;
import org.chasqui.site.Episode;
import org.chasqui.site.EpisodeDetails;
import org.chasqui.site.Language;
import org.chasqui.site.Memory;
import org.chasqui.site.MenuItem;
import org.chasqui.site.Page;
import org.chasqui.site.PageHeader;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.Person;
import org.chasqui.site.PersonPage;
import org.chasqui.site.Site;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.SitePath;
import org.chasqui.site.Text;

/** A small site made in code, and its catalogues. */
final class TestSite {
  static final Language EN = Language.ENGLISH;
  static final Language ES = Language.of("es");
  static final Language FR = Language.of("fr");
  static final String HEADER =
      """
      # Translators:
      # Ana Pérez <ana@example.org>
      msgid ""
      msgstr ""
      "Project-Id-Version: Test\\n"
      "POT-Creation-Date: 2026-01-01 00:00+0000\\n"
      "PO-Revision-Date: 2026-02-03 04:05+0000\\n"
      "Last-Translator: Luz Díaz <luz@example.org>\\n"
      "Language-Team: none\\n"
      "Language: es\\n"
      "MIME-Version: 1.0\\n"
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Content-Transfer-Encoding: 8bit\\n"
      "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

      """;

  final List<Page> pages = new ArrayList<>();
  final Map<String, String> catalogues = new LinkedHashMap<>();
  final Diagnostics diagnostics = new Diagnostics();
  List<Language> languages = List.of(EN, ES, FR);

  /** A community page: its file holds the title, an empty line and the body. */
  TestSite page(String id, String title, String body) {
    pages.add(communityPage(id, EN, title, body, Coverage.SOURCE));
    return this;
  }

  TestSite wholePage(String id, Language language, String title, String body) {
    Coverage whole = new Coverage(Coverage.Mode.WHOLE_PAGE, 0, 0, 0, List.of(), Optional.empty());
    pages.add(communityPage(id, language, title, body, whole));
    return this;
  }

  static Page communityPage(
      String id, Language language, String title, String body, Coverage coverage) {
    String folder = language.equals(EN) ? "site-content/" : "locales/" + language + "/pages/";
    SourceFile file = new SourceFile(folder + id + ".md", title + "\n\n" + body);
    return new CommunityPage(
        header(id, language, file, title, coverage), Body.of(file, title.length() + 2));
  }

  TestSite episode(String id, String title, List<String> questions, String body) {
    SourceFile file = new SourceFile(id + ".md", title + "\n\n" + body);
    List<Text> texts = questions.stream().map(q -> new Text(q, EN, file.top())).toList();
    pages.add(
        new Episode(
            header(id, EN, file, title, Coverage.SOURCE),
            Body.of(file, title.length() + 2),
            new EpisodeDetails(new PageId("lessons/x"), 1, 10, 5, texts, List.of(), List.of())));
    return this;
  }

  TestSite person(String id, String name) {
    SourceFile file = new SourceFile("site-content/people/" + id + ".yaml", name);
    pages.add(
        new PersonPage(
            header("people/" + id, EN, file, name, Coverage.SOURCE),
            Body.of(file, name.length()),
            new Person(
                id,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty())));
    return this;
  }

  private static PageHeader header(
      String id, Language language, SourceFile file, String title, Coverage coverage) {
    String root = language.equals(EN) ? "/" : "/" + language + "/";
    return new PageHeader(
        new PageRef(new PageId(id), language),
        file,
        new SitePath(id.equals("index") ? root : root + id + "/"),
        new Text(title, language, file.span(0, title.length())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        false,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        coverage,
        Map.of());
  }

  /** A catalogue: the header is put before the text. */
  TestSite catalogue(String path, String text) {
    catalogues.put(path, HEADER + text);
    return this;
  }

  TestSite file(String path, String text) {
    catalogues.put(path, text);
    return this;
  }

  Site site() {
    SourceFile file = new SourceFile("site-content/site.yaml", "title: A community\n");
    SiteConfig config =
        new SiteConfig(
            file,
            new Text("A community", EN, file.span(7, 18)),
            new Text("What we do", EN, file.top()),
            URI.create("https://example.org/"),
            languages,
            ZoneOffset.UTC,
            List.of(new MenuItem(new Text("Lessons", EN, file.top()), "lessons")),
            List.of(),
            "chasqui",
            Optional.empty());
    return new Site(Map.of(EN, config), pages, List.of());
  }

  List<SourceFile> files() {
    return catalogues.entrySet().stream()
        .map(e -> new SourceFile(e.getKey(), e.getValue()))
        .toList();
  }

  Localized localize() {
    return Localizer.localize(site(), files(), Memory.NONE, diagnostics);
  }

  Page localized(String id, Language language) {
    return localize().site().page(new PageRef(new PageId(id), language)).orElseThrow();
  }

  List<String> said() {
    return diagnostics.sorted().stream()
        .map(d -> d.severity() + " " + d.code() + " " + d.span().location())
        .toList();
  }

  Diagnostic only() {
    List<Diagnostic> all = diagnostics.sorted();
    if (all.size() != 1) {
      throw new AssertionError(all.toString());
    }
    return all.get(0);
  }

  /** An entry of a catalogue. */
  static String entry(String id, String translation) {
    return "msgid \"" + id + "\"\nmsgstr \"" + translation + "\"\n\n";
  }
}
