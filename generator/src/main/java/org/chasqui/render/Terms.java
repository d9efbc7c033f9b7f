package org.chasqui.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.site.PageRef;
import org.chasqui.site.Site;
import org.chasqui.site.Text;

/**
 * The tags of the site. A term is one thing in all languages: its slug comes from the source
 * language, its label from each page's translation.
 */
final class Terms {
  /**
   * A term in one language.
   *
   * @param slug its name in addresses
   * @param label what it is called
   */
  record Term(String slug, String label) {}

  private final Map<PageRef, List<Term>> byPage = new HashMap<>();
  private final SortedMap<String, Map<Language, String>> labels = new TreeMap<>();

  Terms(Site site) {
    Language source = site.config().sourceLanguage();
    Map<String, String> slugs = new HashMap<>();
    for (Page page : site.pages()) {
      List<Text> written =
          site.page(page.ref().in(source)).map(p -> p.header().tags()).orElse(List.of());
      List<Text> own = page.header().tags();
      for (int i = 0; i < own.size() && written.size() == own.size(); i++) {
        slugs.putIfAbsent(own.get(i).value(), Urls.slug(written.get(i).value()));
      }
    }
    for (Page page : site.pages()) {
      Map<String, Term> terms = new java.util.LinkedHashMap<>();
      for (Text tag : page.header().tags()) {
        String slug = slugs.getOrDefault(tag.value(), Urls.slug(tag.value()));
        Map<Language, String> names = labels.computeIfAbsent(slug, s -> new HashMap<>());
        if (tag.language().equals(page.language()) || page.language().equals(source)) {
          names.putIfAbsent(page.language(), tag.value());
        }
        terms.putIfAbsent(slug, new Term(slug, tag.value()));
      }
      byPage.put(page.ref(), new ArrayList<>(terms.values()));
    }
  }

  /** The slugs of all terms, sorted. */
  List<String> slugs() {
    return List.copyOf(labels.keySet());
  }

  /** The terms of a page. */
  List<Term> of(Page page) {
    return byPage.getOrDefault(page.ref(), List.of());
  }

  /** What a term is called, if need be in the source language. */
  String label(String slug, Language language, Language source) {
    Map<Language, String> names = labels.getOrDefault(slug, Map.of());
    return names.getOrDefault(language, names.getOrDefault(source, slug));
  }
}
