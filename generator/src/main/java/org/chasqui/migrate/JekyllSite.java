package org.chasqui.migrate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.data.Node;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceFile;

/** A site of Jekyll. Liquid is listed, not evaluated. */
final class JekyllSite {
  private static final Set<String> NEEDLESS =
      Set.of(
          "markdown",
          "kramdown",
          "highlighter",
          "plugins",
          "gems",
          "whitelist",
          "safe",
          "theme",
          "remote_theme",
          "sass",
          "incremental",
          "destination",
          "keep_files",
          "encoding",
          "liquid",
          "includes_dir",
          "layouts_dir",
          "future",
          "show_drafts",
          "unpublished",
          "repository",
          "port",
          "host",
          "livereload",
          "toc",
          "include");
  private static final Map<String, String> ADVICE =
      Map.of(
          "defaults", "Write the keys into the front matter of the pages.",
          "paginate", "Long lists are split by themselves.",
          "paginate_path", "Long lists are split by themselves.",
          "header_pages", "Write 'menu' into site.yaml.",
          "scholar", "Bibliographies are not read.",
          "google_analytics", "Analytics belong into a theme.",
          "author", "Write one file for each person into site-content/people/.");
  private static final Set<String> SYSTEM =
      Set.of("_layouts", "_includes", "_sass", "_plugins", "_cache", "_bibliography", "_drafts");
  private static final Set<String> TOOLING =
      Set.of(
          "gemfile",
          "rakefile",
          "makefile",
          "dockerfile",
          "license",
          "authors",
          "citation",
          "cname");
  private static final Set<String> TOOL_FILES =
      Set.of("gemspec", "lock", "toml", "ini", "cfg", "sh", "rb", "py", "scss", "sass");
  private static final Set<String> HTML = Set.of("html", "htm", "xml");

  private final Draft draft;
  private final Source source;
  private final SiteRecord record;
  private final List<String> excluded = new ArrayList<>();

  JekyllSite(Draft draft) {
    this.draft = draft;
    this.source = draft.source();
    this.record = new SiteRecord(draft, Tool.JEKYLL);
  }

  void read() {
    String path = source.has("_config.yml") ? "_config.yml" : "_config.yaml";
    if (!source.has(path)) {
      throw new RunStopped.Usage(
          "There is no Jekyll site in " + source.root() + " (no _config.yml).");
    }
    Config config = draft.config(path);
    settings(config);
    collections(config);
    config.words("exclude").forEach(word -> excluded.add(word.text().strip().replaceAll("/$", "")));
    menu(config);
    String from = config.text("source").filter(folder -> !folder.equals(".")).orElse("");
    for (String file : source.below(from)) {
      take(file, from.isEmpty() ? file : file.substring(from.length() + 1));
    }
    leftBehind();
    config.reportRest(NEEDLESS, ADVICE);
    record.write();
  }

  private void settings(Config config) {
    record.title = config.text("title", "name").orElse("");
    record.description = config.text("description", "tagline").orElse("");
    record.timeZone = config.text("timezone").orElse("");
    record.language(config.text("lang", "locale", "language").orElse("en"));
    String base = config.text("baseurl").orElse("");
    record.baseUrl =
        config
            .text("url")
            .filter(Draft::isWeb)
            .map(url -> url.replaceAll("/+$", "") + base)
            .orElse("");
  }

  private void collections(Config config) {
    config.entry("permalink").ifPresent(this::postPattern);
    for (Entry entry : config.group("collections").entries()) {
      if (entry.value() instanceof Mapping group) {
        Config collection = new Config(group, draft);
        collection.entry("permalink").ifPresent(at -> record.permalink(entry.key(), at));
        collection.entry("output");
        collection.reportRest(Set.of("title"), Map.of());
      }
    }
  }

  // Jekyll has names for four patterns.
  private void postPattern(Entry entry) {
    if (entry.value() instanceof Scalar word && word.text().indexOf('/') < 0) {
      String pattern =
          switch (word.text().strip()) {
            case "pretty" -> "/:categories/:year/:month/:day/:title/";
            case "none" -> "/:categories/:title";
            default -> "/:categories/:year/:month/:day/:title";
          };
      Scalar written = new Scalar(pattern.replace("/:categories", ""), word.kind(), word.span());
      record.permalink("posts", new Entry("permalink", entry.keySpan(), written));
      draft.missing(
          word.span(),
          "Categories are no part of addresses here.",
          "If posts have categories, give those posts 'aliases' with their old addresses.");
      return;
    }
    record.permalink("posts", entry);
  }

  private void menu(Config config) {
    Set<String> made = new LinkedHashSet<>();
    for (String path : List.of("_data/navigation.yml", "_data/navigation.yaml", "_data/menu.yml")) {
      if (made.isEmpty() && source.has(path)) {
        draft.data(path).ifPresent(node -> items(node).forEach(item -> item(item, made)));
      }
    }
    for (Scalar page : made.isEmpty() ? config.words("header_pages") : List.<Scalar>of()) {
      String id = Source.stem(page.text().strip());
      record.menu(Titles.of(source, page.text().strip()), id.equals("index") ? "/" : id);
    }
  }

  private List<Config> items(Node node) {
    if (node instanceof Mapping mapping) {
      return mapping.entries().values().stream()
          .map(entry -> Config.groups(entry.value(), draft))
          .filter(groups -> !groups.isEmpty())
          .findFirst()
          .orElse(List.of());
    }
    return Config.groups(node, draft);
  }

  private void item(Config item, Set<String> made) {
    String label = item.text("title", "name", "text", "label").orElse("");
    String page = item.text("url", "link", "href").orElse("");
    if (label.isEmpty() || page.isEmpty() || page.indexOf('#') >= 0 || page.contains("{{")) {
      draft.missing(
          item.mapping().span(), "This leads to no page.", "Write 'menu' in site.yaml yourself.");
    } else {
      made.add(label);
      record.menu(label, page.replaceAll("\\.html$", "/"));
    }
  }

  private void take(String path, String local) {
    String first = local.indexOf('/') < 0 ? "" : local.substring(0, local.indexOf('/'));
    if (SYSTEM.contains(first) || isExcluded(local) || isTooling(local)) {
      return;
    }
    if (Source.isMarkdown(path)) {
      Liquid.report(source.text(path), draft);
      draft.copy(path, "site-content/" + folder(local, first));
    } else if (HTML.contains(Source.extension(path)) && hasFrontMatter(path)) {
      draft.notCopied(
          path,
          "It is a template of Jekyll.",
          "Write a Markdown page in its place, if nothing makes that page by itself.");
    } else if (first.equals("_data")) {
      draft.copy(path, "site-content/" + local);
    } else {
      draft.copy(path, "site-content/" + folder(local, first));
    }
  }

  // '_events/a.md' is '/events/a/'; '_pages/about.md' is '/about/'.
  private static String folder(String local, String first) {
    if (first.equals("_pages")) {
      return local.substring("_pages/".length());
    }
    return local.startsWith("_") && !first.isEmpty() ? local.substring(1) : local;
  }

  private boolean isExcluded(String local) {
    return excluded.stream().anyMatch(each -> local.equals(each) || local.startsWith(each + "/"));
  }

  private static boolean isTooling(String local) {
    String name = Source.name(local).toLowerCase(java.util.Locale.ROOT);
    boolean top = local.indexOf('/') < 0;
    String stem = Source.stem(name);
    return TOOL_FILES.contains(Source.extension(local))
        || (top && (TOOLING.contains(stem) || name.startsWith("_config.")))
        || (top && Set.of("yml", "yaml", "json").contains(Source.extension(local)))
        || local.startsWith("bin/")
        || stem.equals("readme")
        || stem.equals("contributing");
  }

  private boolean hasFrontMatter(String path) {
    return source.text(path).text().startsWith("---\n");
  }

  private void leftBehind() {
    for (String folder : List.of("_layouts", "_includes", "_sass", "_plugins", "_bibliography")) {
      if (!source.below(folder).isEmpty()) {
        draft.notCopied(
            folder, "It belongs to Jekyll's theme.", "The theme of the new site takes its place.");
      }
    }
    for (String path : source.below("_drafts")) {
      draft.notCopied(
          path,
          "It is a draft.",
          "Copy it to site-content/posts/ and write 'draft: true' into it.");
    }
    if (source.has("CNAME")) {
      SourceFile file = source.text("CNAME");
      draft.missing(
          file.top(),
          "The host name belongs to where the site is published.",
          "Put the file CNAME into site-content/static/ if it is served by GitHub Pages.");
    }
  }
}
