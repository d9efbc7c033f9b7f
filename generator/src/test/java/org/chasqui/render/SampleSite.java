package org.chasqui.render;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.site.*;
import org.chasqui.theme.Theme;

/** A small site in three languages, made in code: each kind of page, each state of translation. */
final class SampleSite {
  static final Language EN = Language.ENGLISH;
  static final Language ES = Language.of("es");
  static final Language FR = Language.of("fr");
  static final Instant NOW = Instant.parse("2026-05-10T12:00:00Z");

  String baseUrl = "https://learn.example.org/";
  List<Language> languages = List.of(EN, ES, FR);
  final List<Page> pages = new ArrayList<>();
  final List<Asset> assets = new ArrayList<>();
  final List<NotebookFile> notebooks = new ArrayList<>();
  final Map<String, Coverage> coverage = new LinkedHashMap<>();
  List<String> externalPaths = List.of("/kpis/");
  List<MenuItem> menu = List.of();

  /** A page's front matter, before it is made. */
  static final class Front {
    final String id;
    final String source;
    String path;
    String title;
    String summary = "";
    String date = "";
    String updated = "";
    int weight;
    List<String> authors = List.of();
    List<String> tags = List.of();
    List<String> aliases = List.of();
    Optional<Picture> picture = Optional.empty();
    Map<String, Object> params = Map.of();
    String body = "";

    Front(String id, String source, String title) {
      this.id = id;
      this.source = source;
      this.title = title;
      this.path = id.equals("index") ? "/" : "/" + id + "/";
    }

    Front summary(String text) {
      summary = text;
      return this;
    }

    Front date(String text) {
      date = text;
      return this;
    }

    Front weight(int number) {
      weight = number;
      return this;
    }

    Front authors(String... keys) {
      authors = List.of(keys);
      return this;
    }

    Front tags(String... names) {
      tags = List.of(names);
      return this;
    }

    Front aliases(String... paths) {
      aliases = List.of(paths);
      return this;
    }

    Front body(String markdown) {
      body = markdown;
      return this;
    }

    Front picture(Picture value) {
      picture = Optional.of(value);
      return this;
    }

    SourceFile file() {
      return new SourceFile(source, "---\ntitle: " + title + "\n---\n" + body);
    }

    Body text() {
      SourceFile file = file();
      return Body.of(file, file.text().length() - body.length());
    }

    PageHeader header() {
      SourceFile file = file();
      return new PageHeader(
          new PageRef(new PageId(id), EN),
          file,
          new SitePath(path),
          SampleSite.text(title),
          summary.isEmpty() ? Optional.empty() : Optional.of(SampleSite.text(summary)),
          date.isEmpty()
              ? Optional.empty()
              : Optional.of(OffsetDateTime.parse(date + "T00:00:00Z")),
          updated.isEmpty()
              ? Optional.empty()
              : Optional.of(OffsetDateTime.parse(updated + "T00:00:00Z")),
          weight,
          false,
          authors.stream().map(a -> new Credit(a, file.top())).toList(),
          tags.stream().map(SampleSite::text).toList(),
          aliases.stream().map(SitePath::new).toList(),
          picture,
          Coverage.SOURCE,
          params);
    }
  }

  static Front page(String id, String source, String title) {
    return new Front(id, source, title);
  }

  static Text text(String value) {
    return new Text(value, EN, new SourceFile("sample.yaml", value).span(0, value.length()));
  }

  static List<Text> texts(String... values) {
    return Arrays.stream(values).map(SampleSite::text).toList();
  }

  SampleSite add(Page page) {
    pages.add(page);
    return this;
  }

  SampleSite community(Front front) {
    return add(new CommunityPage(front.header(), front.text()));
  }

  SampleSite post(Front front) {
    return add(new Post(front.header(), front.text()));
  }

  /** How much of a page is translated: {@code "es:about"}; pages not named fall back. */
  SampleSite translated(String language, String id, Coverage how) {
    coverage.put(language + ":" + id, how);
    return this;
  }

  Site site() {
    Map<Language, SiteConfig> configs = new LinkedHashMap<>();
    SourceFile yaml = new SourceFile("site-content/site.yaml", "title: x\n");
    SiteConfig config =
        new SiteConfig(
            yaml,
            text("Catalyst lessons"),
            text("Open lessons about cloud notebooks, in three languages."),
            URI.create(baseUrl),
            languages,
            ZoneId.of("UTC"),
            menu,
            externalPaths,
            "chasqui",
            Optional.of("https://git.example.org/edit/{path}"));
    configs.put(EN, config);
    List<Page> all = new ArrayList<>(pages);
    for (Language language : languages.subList(1, languages.size())) {
      for (Page page : pages) {
        all.add(translate(page, language, config));
      }
    }
    return new Site(configs, all, assets);
  }

  private Page translate(Page page, Language language, SiteConfig config) {
    Coverage how =
        coverage.getOrDefault(
            language + ":" + page.id(),
            new Coverage(Coverage.Mode.FALLBACK, 5, 0, 0, List.of(), Optional.empty()));
    SitePath path = config.root(language).resolve(page.path().value().substring(1));
    TextMapper mapper =
        new TextMapper() {
          @Override
          public Text text(String field, Text text) {
            return how.real()
                ? text.translated(Translated.say(language, text.value()), language, text.span())
                : text;
          }

          @Override
          public Body body(Body body) {
            return body;
          }
        };
    return page.in(language, path, mapper).withCoverage(how);
  }

  RenderedSite render(Diagnostics diagnostics) {
    return SiteRenderer.render(site(), input(), diagnostics);
  }

  RenderInput input() {
    Map<Language, Wording> wording = new LinkedHashMap<>();
    languages.forEach(language -> wording.put(language, PoWording.of(language)));
    return new RenderInput(wording, theme(), notebooks, NOW);
  }

  static Theme theme() {
    return Theme.open(Path.of(System.getProperty("chasqui.root")).resolve("themes/chasqui"));
  }

  /** The whole of it. */
  static SampleSite full() {
    SampleSite site = new SampleSite();
    SampleContent.fill(site);
    return site;
  }

  /** A file that the sample's assets are copies of. */
  static Path resource(String name) {
    return Path.of(System.getProperty("chasqui.root"))
        .resolve("generator/src/test/resources/render")
        .resolve(name);
  }

  static ZonedDateTime moment(String text) {
    return ZonedDateTime.parse(text);
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
