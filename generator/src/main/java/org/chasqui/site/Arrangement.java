package org.chasqui.site;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a site is arranged: the addresses of its sections, the taxonomies that group its pages, the
 * files that translate each other though their names do not tell, how heavy pictures and pages may
 * be, the words of its formulas.
 *
 * @param permalinks the pattern of the addresses of each section: {@code blog} to {@code
 *     /blog/:year/:slug/}
 * @param taxonomies the taxonomies; if there is none the site has tags, and categories count as
 *     tags
 * @param translations of each page written in the source language the files that translate it, by
 *     language tag; all paths without extension, below {@code site-content/} or from {@code
 *     lessons/} on
 * @param imageLimit from how many bytes on a picture is reported as heavy
 * @param pageLimit how many bytes a page may weigh before its pictures, as it travels
 * @param macros commands for formulas, by name, with what they stand for
 * @param catalogues what the files of translators are like
 * @param pageSizes how many entries a sheet of a long list has, by the id of its section or the key
 *     of its taxonomy, {@link #ALL} for the others
 * @param menus the main menus of languages that have their own
 * @param offline whether browsers keep pages for when there is no connection
 * @param look what of the theme's look the site has made its own
 * @param fallbacks what stands in where a language says nothing, by language
 */
public record Arrangement(
    Map<String, String> permalinks,
    List<Taxonomy> taxonomies,
    Map<String, Map<String, String>> translations,
    long imageLimit,
    long pageLimit,
    Map<String, String> macros,
    CatalogueStyle catalogues,
    Map<String, Integer> pageSizes,
    Map<Language, List<MenuItem>> menus,
    boolean offline,
    Look look,
    Map<Language, Fallbacks> fallbacks) {
  /** Stands for every long list in {@link #pageSizes}. */
  public static final String ALL = "";

  /** One megabyte: twenty seconds on a connection of 400 kbit/s. */
  public static final long USUAL_IMAGE_LIMIT = 1_000_000;

  /** Twenty kilobytes: on a screen after a second or so on a connection of 400 kbit/s. */
  public static final long USUAL_PAGE_LIMIT = 20 * 1024;

  /** Nothing said: addresses follow from file names, pages are grouped by tags. */
  public static final Arrangement PLAIN =
      new Arrangement(
          Map.of(),
          List.of(),
          Map.of(),
          USUAL_IMAGE_LIMIT,
          USUAL_PAGE_LIMIT,
          Map.of(),
          CatalogueStyle.USUAL,
          Map.of(),
          Map.of(),
          true,
          Look.USUAL,
          Map.of());

  /** Copies, so that nobody can change it. */
  public Arrangement {
    permalinks = Map.copyOf(permalinks);
    taxonomies = List.copyOf(taxonomies);
    macros = Map.copyOf(macros);
    pageSizes = Map.copyOf(pageSizes);
    menus = Map.copyOf(menus);
    fallbacks = Map.copyOf(fallbacks);
    Map<String, Map<String, String>> copy = new TreeMap<>();
    translations.forEach((page, files) -> copy.put(page, Map.copyOf(files)));
    translations = java.util.Collections.unmodifiableMap(copy);
  }

  /** The same with labels in another language. */
  Arrangement in(TextMapper mapper) {
    List<Taxonomy> said =
        taxonomies.stream()
            .map(t -> new Taxonomy(t.key(), mapper.text("taxonomies." + t.key(), t.label())))
            .toList();
    return new Arrangement(
        permalinks,
        said,
        translations,
        imageLimit,
        pageLimit,
        macros,
        catalogues,
        pageSizes,
        menus,
        offline,
        look,
        fallbacks);
  }
}
