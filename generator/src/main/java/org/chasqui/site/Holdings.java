package org.chasqui.site;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a site has beside its pages.
 *
 * @param citations how lessons, and the site under the id of its home page, want to be cited
 * @param data the data files below {@code site-content/data/}, by path without extension: values
 *     are String, Boolean, Long, Double, List and Map
 * @param galleries those data files that list pictures, by the same names, and of folders of
 *     pictures what their {@code gallery.yaml} says, by the folder's path in the sources; in
 *     another language than the source's with that language's tag and a slash in front
 */
public record Holdings(
    NavigableMap<PageId, Citation> citations,
    NavigableMap<String, Object> data,
    NavigableMap<String, Gallery> galleries) {
  /** Nothing. */
  public static final Holdings NONE = new Holdings(Map.of(), Map.of(), Map.of());

  /** Copies, so that nobody can change it. */
  public Holdings {
    citations = Collections.unmodifiableNavigableMap(new TreeMap<>(citations));
    data = Collections.unmodifiableNavigableMap(new TreeMap<>(data));
    galleries = Collections.unmodifiableNavigableMap(new TreeMap<>(galleries));
  }

  /** Of maps of any kind. */
  public Holdings(
      Map<PageId, Citation> citations, Map<String, ?> data, Map<String, Gallery> galleries) {
    this(new TreeMap<>(citations), new TreeMap<String, Object>(data), new TreeMap<>(galleries));
  }

  /** A gallery as readers of a language get it. */
  public Optional<Gallery> gallery(String name, Language language) {
    return Optional.ofNullable(galleries.get(language.tag() + "/" + name))
        .or(() -> Optional.ofNullable(galleries.get(name)));
  }

  /** The same with more galleries; those that are there already count more. */
  public Holdings withGalleries(Map<String, Gallery> more) {
    Map<String, Gallery> all = new TreeMap<>(more);
    all.putAll(galleries);
    return new Holdings(citations, data, all);
  }
}
