package org.chasqui.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Scalar;
import org.chasqui.diagnostic.SourceSpan;

/** What {@code site.yaml} will say. */
final class SiteRecord {
  private static final Pattern TOKEN = Pattern.compile(":([a-z_]+)");
  private static final List<String> TOKENS =
      List.of(
          "year", "month", "day", "slug", "title", "filename", "slugorfilename", "section", "path");
  private static final List<String> NAMING =
      List.of("slug", "title", "filename", "slugorfilename", "path");

  private final Draft draft;
  private final Tool tool;
  private final List<Item> menu = new ArrayList<>();
  private final Map<String, String> permalinks = new TreeMap<>();
  private final Map<String, String> taxonomies = new TreeMap<>();
  private final List<String> languages = new ArrayList<>();
  String title = "";
  String description = "";
  String baseUrl = "";
  String timeZone = "";

  private record Item(String label, String page) {}

  SiteRecord(Draft draft, Tool tool) {
    this.draft = draft;
    this.tool = tool;
  }

  /** Adds a language, as its tag or as another tool writes it ({@code pt_BR}, {@code en-us}). */
  void language(String tag) {
    String written = tag.strip().replace('_', '-');
    if (!written.isEmpty() && !languages.contains(written)) {
      languages.add(written);
    }
  }

  /** Adds a menu item. */
  void menu(String label, String page) {
    menu.add(new Item(label.replaceAll("<[^>]*>", "").strip(), page));
  }

  /** Adds the address pattern of a section, or says that it cannot be had. */
  void permalink(String section, Entry entry) {
    if (!(entry.value() instanceof Scalar pattern)) {
      return;
    }
    String written = pattern.text().strip();
    Matcher token = TOKEN.matcher(written);
    boolean named = false;
    while (token.find()) {
      named |= NAMING.contains(token.group(1));
      if (!TOKENS.contains(token.group(1))) {
        noPattern(pattern.span(), "There is no token ':" + token.group(1) + "' here.");
        return;
      }
    }
    if (named) {
      permalinks.put(section, written.replaceAll("\\.html?$", "/"));
    } else {
      noPattern(pattern.span(), "'" + written + "' is no pattern here: it names no page.");
    }
  }

  private void noPattern(SourceSpan span, String message) {
    draft.missing(span, message, "Give 'permalinks' in site.yaml a pattern like /blog/:slug/.");
  }

  /** Adds a taxonomy. */
  void taxonomy(String key, String label) {
    taxonomies.put(key, label);
  }

  /** Puts the record into the draft. */
  void write() {
    if (languages.isEmpty()) {
      languages.add("en");
    }
    Yaml yaml =
        new Yaml()
            .remark("Made from the settings of " + tool.title() + "; see import-report.md.")
            .put("title", title.isBlank() ? draft.source().name() : title)
            .put("description", description)
            .put("base_url", baseUrl)
            .put("languages", languages)
            .put("time_zone", timeZone);
    if (!menu.isEmpty()) {
      yaml.raw("menu:\n");
      for (Item item : menu) {
        yaml.raw("  - label: " + Yaml.scalar(item.label()) + "\n");
        yaml.raw("    page: " + Yaml.scalar(item.page()) + "\n");
      }
    }
    yaml.put("permalinks", permalinks).put("taxonomies", taxonomies);
    draft.make("site-content/site.yaml", yaml.text());
  }
}
