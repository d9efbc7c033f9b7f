package org.chasqui.migrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.data.Node;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Mapping;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceFile;

/**
 * A site of Hugo. Settings stand in one file ({@code hugo.toml}, {@code config.yaml} …) or in
 * {@code config/_default/}, where each file other than those two is one key of the whole.
 */
final class HugoSite {
  private static final Set<String> NEEDLESS =
      Set.of(
          "languageCode",
          "defaultContentLanguageInSubdir",
          "hasCJKLanguage",
          "enableEmoji",
          "enableRobotsTXT",
          "enableGitInfo",
          "disableAliases",
          "buildDrafts",
          "buildFuture",
          "buildExpired",
          "relativeURLs",
          "canonifyURLs",
          "uglyURLs",
          "timeout",
          "minify",
          "security",
          "caches",
          "build",
          "theme",
          "themesDir",
          "module",
          "imaging",
          "sitemap",
          "privacy",
          "resourceDir",
          "publishDir",
          "removePathAccents",
          "ignoreFiles",
          "ignoreLogs",
          "ignoreErrors",
          "footnotereturnlinkcontents",
          "summaryLength",
          "paginate",
          "pagination",
          "pluralizeListTitles",
          "titleCaseStyle",
          "copyright");
  private static final Map<String, String> ADVICE =
      Map.of(
          "params", "Its values belong to the old theme; copy those that the new one asks for.",
          "cascade", "Write the keys into the front matter of the pages.",
          "outputs", "HTML and feeds are always made; other formats are not.",
          "markup", "There is one dialect; look at 'Importing a site' for what differs.",
          "related", "Related pages follow from shared terms.",
          "services", "Analytics belong into a theme.",
          "googleAnalytics", "Analytics belong into a theme.",
          "disqusShortname", "Comments belong into a theme.");
  private static final Set<String> IMAGES =
      Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico");
  private static final Set<String> OTHER_PAGES =
      Set.of("html", "htm", "rmarkdown", "org", "adoc", "asciidoc", "rst", "pdc");

  private final Draft draft;
  private final Source source;
  private final SiteRecord record;

  HugoSite(Draft draft) {
    this.draft = draft;
    this.source = draft.source();
    this.record = new SiteRecord(draft, Tool.HUGO);
  }

  void read() {
    Config config = settings();
    record.title = config.text("title").orElse("");
    record.baseUrl = config.text("baseURL", "baseurl", "baseUrl").filter(Draft::isWeb).orElse("");
    record.timeZone = config.text("timeZone").orElse("");
    record.description =
        config.group("params").text("description").or(() -> config.text("description")).orElse("");
    Map<String, Config> languages = languages(config);
    String main = languages.keySet().iterator().next();
    languages.keySet().forEach(record::language);
    Config own = languages.getOrDefault(main, config.group("languages").group(main));
    if (record.title.isEmpty()) {
      record.title = own.text("title").orElse("");
    }
    menu(config, main, own);
    addresses(config);
    content(config, languages, main, own);
    new Authors(draft)
        .make(own.text("contentDir").or(() -> config.text("contentDir")).orElse("content"));
    statics(config);
    leftBehind();
    config.reportRest(NEEDLESS, ADVICE);
    record.write();
  }

  private Config settings() {
    Config config = new Config(Mapping.empty(new SourceFile("hugo.yaml", "").top()), draft);
    int found = 0;
    for (String folder : new String[] {"", "config/_default/", "config/"}) {
      for (String path : source.below(folder.isEmpty() ? "" : folder.replaceAll("/$", ""))) {
        String name = Source.stem(path.substring(folder.length()));
        boolean data = Set.of("toml", "yaml", "yml", "json").contains(Source.extension(path));
        boolean whole = name.equals("hugo") || name.equals("config");
        if (data && name.indexOf('/') < 0 && (whole || folder.equals("config/_default/"))) {
          config = config.with(whole ? draft.config(path) : part(path, name));
          found++;
        }
      }
    }
    if (found == 0) {
      throw new RunStopped.Usage(
          "There is no Hugo site in "
              + source.root()
              + " (no hugo.toml, config.toml or config/_default/).");
    }
    return config;
  }

  // 'menus.en.toml' is the menus of one language.
  private Config part(String path, String name) {
    Optional<Node> value = draft.data(path);
    if (value.isEmpty()) {
      return draft.config("no such file");
    }
    SourceFile file = value.get().span().file();
    Entry entry = new Entry(name, file.top(), value.get());
    return new Config(new Mapping(Map.of(name, entry), file.top()), draft);
  }

  // The language authors write in comes first, the others by weight.
  private Map<String, Config> languages(Config config) {
    Config group = config.group("languages");
    List<String> tags = new ArrayList<>(group.entries().stream().map(Entry::key).toList());
    tags.removeIf(tag -> group.group(tag).text("disabled").filter("true"::equals).isPresent());
    tags.sort(Comparator.comparingInt(tag -> group.group(tag).number("weight", 1000)));
    String first = tags.isEmpty() ? "en" : tags.get(0);
    String main = config.text("defaultContentLanguage").orElse(first);
    Map<String, Config> languages = new LinkedHashMap<>();
    languages.put(main, group.group(main));
    tags.forEach(tag -> languages.put(tag, group.group(tag)));
    return languages;
  }

  private void menu(Config config, String main, Config language) {
    Config menus = config.group("menu", "menus");
    for (String key : List.of("menus." + main, "menu." + main)) {
      config.entry(key);
      menus = menus.with(config.group(key));
    }
    menus = menus.with(language.group("menu", "menus"));
    List<Config> items = new ArrayList<>(menus.groups("main"));
    items.sort(Comparator.comparingInt(item -> item.number("weight", 1000)));
    items.forEach(this::menuItem);
    menus.reportRest(Set.of(), Map.of());
    for (Entry entry : config.entries()) {
      boolean other = entry.key().startsWith("menus.") || entry.key().startsWith("menu.");
      if (other && config.entry(entry.key()).isPresent() && !entry.key().endsWith("." + main)) {
        draft.missing(
            entry.value().span(),
            "The menu of another language is not read.",
            "Translate the labels of 'menu' in site.yaml in locales/.");
      }
    }
  }

  private void menuItem(Config item) {
    String label = item.text("name", "title", "identifier").orElse("");
    String page = item.text("pageRef", "url", "URL").orElse("");
    if (label.isEmpty() || page.isEmpty() || page.startsWith("#")) {
      draft.missing(
          item.mapping().span(),
          "This menu item leads to no page.",
          "Its children stand in the menu themselves; the menu has one level.");
    } else if (!Draft.isWeb(page) && page.indexOf('#') >= 0) {
      draft.missing(
          item.mapping().span(),
          "A menu item leads to a page, not to a place in it.",
          "Add the page to 'menu' in site.yaml.");
    } else {
      record.menu(label, page);
    }
  }

  private void addresses(Config config) {
    Config permalinks = config.group("permalinks");
    List<Entry> patterns = new ArrayList<>(permalinks.entries());
    permalinks.group("page").entries().forEach(patterns::add);
    permalinks.group("term").entries().forEach(patterns::add);
    Set<String> read = Set.of("page", "term");
    for (Entry entry : patterns) {
      if (!(entry.value() instanceof Mapping)) {
        record.permalink(entry.key(), entry);
      } else if (!read.contains(entry.key())) {
        draft.missing(
            entry.keySpan(),
            "The addresses of lists, '" + entry.key() + "', cannot be chosen.",
            "Add redirects if their old addresses are known outside.");
      }
    }
    Config taxonomies = config.group("taxonomies");
    for (Entry entry : taxonomies.entries()) {
      taxonomies.text(entry.key()).filter(key -> !key.startsWith("author")).ifPresent(this::term);
    }
    boolean none = config.words("disableKinds").stream().anyMatch(k -> k.text().equals("taxonomy"));
    if (taxonomies.entries().isEmpty() && !none) {
      List.of("tags", "categories").forEach(this::term); // what Hugo has by itself
    }
  }

  private void term(String key) {
    String label = key.replace('_', ' ');
    record.taxonomy(key, label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1));
  }

  private void content(Config config, Map<String, Config> languages, String main, Config own) {
    String all = config.text("contentDir").orElse("content");
    String mine = own.text("contentDir").orElse(all);
    Map<String, String> folders = new LinkedHashMap<>();
    languages.forEach(
        (tag, language) ->
            language
                .text("contentDir")
                .filter(folder -> !tag.equals(main) && !folder.equals(mine))
                .ifPresent(folder -> folders.put(folder, tag)));
    for (String path : source.below(mine)) {
      if (folders.keySet().stream().noneMatch(folder -> path.startsWith(folder + "/"))) {
        take(path, path.substring(mine.length() + 1), "site-content/", "site-content/");
      }
    }
    folders.forEach(
        (folder, tag) -> {
          String to = "locales/" + tag.replace('_', '-');
          for (String path : source.below(folder)) {
            take(path, path.substring(folder.length() + 1), to + "/pages/", to + "/assets/");
          }
        });
  }

  private void take(String path, String local, String pages, String assets) {
    String extension = Source.extension(path);
    if (OTHER_PAGES.contains(extension)) {
      boolean twin = source.has(Source.stem(path) + ".md");
      if (!twin) {
        draft.notCopied(path, "Pages are written in Markdown.", "Rewrite it as a .md file.");
      }
    } else if (source.isUnknitted(path)) {
      draft.chunked(path);
      draft.copy(path, pages + local);
    } else if (!extension.equals("rmd")) {
      draft.copy(path, (Source.isMarkdown(path) ? pages : assets) + local);
    }
  }

  private void statics(Config config) {
    List<String> folders = new ArrayList<>();
    config.words("staticDir").forEach(word -> folders.add(word.text()));
    for (String folder : folders.isEmpty() ? List.of("static") : folders) {
      for (String path : source.below(folder)) {
        draft.copy(path, "site-content/static/" + path.substring(folder.length() + 1));
      }
    }
    for (String path : source.below("assets")) {
      if (IMAGES.contains(Source.extension(path))) {
        draft.copy(path, "site-content/static/" + path.substring("assets/".length()));
      }
    }
    for (String path : source.below("data")) {
      draft.copy(path, "site-content/_data/" + path.substring("data/".length()));
    }
  }

  private void leftBehind() {
    for (String path : source.below("layouts")) {
      if (path.contains("/shortcodes/")) {
        String name = Source.stem(Source.name(path));
        draft.notCopied(
            path,
            "The shortcode '" + name + "' is a template of Hugo.",
            "If a page uses it and Chasqui does not know it, write a template of that name into"
                + " themes/.");
      }
    }
    whole(
        "layouts",
        "Templates of Hugo are not read.",
        "The theme of the new site takes their place.");
    whole(
        "i18n", "Word lists of themes are not read.", "Words of the interface stand in locales/.");
    for (String path : source.below("assets")) {
      if (!IMAGES.contains(Source.extension(path))) {
        whole(
            "assets", "Styles and scripts belong to a theme.", "Copy what you need into themes/.");
        break;
      }
    }
  }

  private void whole(String folder, String message, String help) {
    if (!source.below(folder).isEmpty()) {
      draft.notCopied(folder, message, help);
    }
  }
}
