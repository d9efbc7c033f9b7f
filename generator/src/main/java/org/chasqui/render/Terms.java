package org.chasqui.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.site.PageRef;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;
import org.chasqui.site.Slugs;
import org.chasqui.site.Taxonomy;
import org.chasqui.site.Text;

/**
 * The terms of the site's taxonomies. A term is one thing in all languages: its slug comes from the
 * source language, its label from each page's translation.
 */
final class Terms {
  private static final Pattern NAME = Pattern.compile(":[a-z]+");

  /** The taxonomy of a site that does not say which it has. */
  static final String TAGS = "tags";

  /**
   * A term in one language.
   *
   * @param taxonomy the key of its taxonomy
   * @param slug its name in addresses
   * @param label what it is called
   * @param tail its address below the root of a language
   */
  record Term(String taxonomy, String slug, String label, String tail) {}

  private final Site site;
  private final Language source;
  private final List<String> taxonomies;
  private final Map<PageRef, List<Term>> byPage = new HashMap<>();
  private final Map<String, SortedMap<String, Map<Language, String>>> labels = new HashMap<>();

  Terms(Site site) {
    this.site = site;
    this.source = site.config().sourceLanguage();
    List<Taxonomy> named = site.config().arrangement().taxonomies();
    this.taxonomies = named.isEmpty() ? List.of(TAGS) : named.stream().map(Taxonomy::key).toList();
    taxonomies.forEach(this::read);
  }

  private void read(String taxonomy) {
    SortedMap<String, Map<Language, String>> all = new TreeMap<>();
    Map<String, String> slugs = fromSource(taxonomy);
    Map<String, String> tails = new HashMap<>();
    for (Page page : site.pages()) {
      Map<String, Term> terms = new LinkedHashMap<>();
      for (Text written : written(page, taxonomy)) {
        String slug = slugs.computeIfAbsent(written.value(), Slugs::of);
        Map<Language, String> names = all.computeIfAbsent(slug, s -> new HashMap<>());
        if (written.language().equals(page.language()) || page.language().equals(source)) {
          names.putIfAbsent(page.language(), written.value());
        }
        String tail = tails.computeIfAbsent(slug, s -> tail(taxonomy, s));
        terms.putIfAbsent(slug, new Term(taxonomy, slug, written.value(), tail));
      }
      byPage.computeIfAbsent(page.ref(), ref -> new ArrayList<>()).addAll(terms.values());
    }
    labels.put(taxonomy, all);
  }

  // A translated page has the terms of its source page in the same order, said otherwise.
  private Map<String, String> fromSource(String taxonomy) {
    Map<String, String> slugs = new HashMap<>();
    for (Page page : site.pages()) {
      List<Text> original =
          site.page(page.ref().in(source)).map(p -> written(p, taxonomy)).orElse(List.of());
      List<Text> own = written(page, taxonomy);
      for (int i = 0; i < own.size() && original.size() == own.size(); i++) {
        String said = original.get(i).value();
        slugs.computeIfAbsent(own.get(i).value(), value -> Slugs.of(said));
      }
    }
    return slugs;
  }

  private static List<Text> written(Page page, String taxonomy) {
    if (Notes.isForInstructors(page)) {
      return List.of();
    }
    if (taxonomy.equals(TAGS) || taxonomy.equals("tag")) {
      return page.header().tags();
    }
    if (taxonomy.equals("authors") || taxonomy.equals("author")) {
      return page.header().authors().stream()
          .map(author -> new Text(author.key(), page.language(), author.span()))
          .toList();
    }
    return page.header().terms().getOrDefault(taxonomy, List.of());
  }

  /** The keys of the taxonomies, in the order of the configuration. */
  List<String> taxonomies() {
    return taxonomies;
  }

  /** What a taxonomy is called. */
  static String name(PageContext context, String taxonomy) {
    return context.scene().site().config(context.language()).arrangement().taxonomies().stream()
        .filter(t -> t.key().equals(taxonomy) && !t.label().value().isEmpty())
        .map(t -> PageContext.plain(t.label()))
        .findFirst()
        .orElseGet(() -> context.word("section.tags"));
  }

  /** The address of a taxonomy's index below the root of a language. */
  static String tail(String taxonomy) {
    return Slugs.of(taxonomy) + "/";
  }

  /** The address of a term below the root of a language: {@code tags/maps/}, or by a pattern. */
  String tail(String taxonomy, String slug) {
    String pattern = site.config().arrangement().permalinks().get(taxonomy);
    return pattern == null
        ? tail(taxonomy) + slug + "/"
        : NAME.matcher(pattern).replaceAll(slug).replaceFirst("^/", "");
  }

  /** The slugs of all terms of a taxonomy, sorted. */
  List<String> slugs(String taxonomy) {
    return List.copyOf(labels.getOrDefault(taxonomy, new TreeMap<>()).keySet());
  }

  /** The terms of a page, of all taxonomies. */
  List<Term> of(Page page) {
    return byPage.getOrDefault(page.ref(), List.of());
  }

  /** What a term is called, if need be in the source language. */
  String label(PageContext context, String taxonomy, String slug) {
    Map<Language, String> names =
        labels.getOrDefault(taxonomy, new TreeMap<>()).getOrDefault(slug, Map.of());
    String said = names.getOrDefault(context.language(), names.getOrDefault(source, slug));
    return taxonomy.startsWith("author")
        ? context.scene().person(said, context.language()).map(p -> p.person().name()).orElse(said)
        : said;
  }

  /** The addresses of all indexes and terms in a language. */
  List<SitePath> paths(SitePath root) {
    List<SitePath> paths = new ArrayList<>();
    labels.forEach(
        (taxonomy, terms) -> {
          if (!terms.isEmpty()) {
            paths.add(root.resolve(tail(taxonomy)));
          }
          terms.keySet().forEach(s -> paths.add(root.resolve(tail(taxonomy, s))));
        });
    return paths;
  }
}
