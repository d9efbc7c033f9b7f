package org.chasqui.site;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a site has beside its pages, the same in every language.
 *
 * @param citations how lessons, and the site under the id of its home page, want to be cited
 * @param data the data files below {@code site-content/data/}, by path without extension: values
 *     are String, Boolean, Long, Double, List and Map
 */
public record Holdings(
    NavigableMap<PageId, Citation> citations, NavigableMap<String, Object> data) {
  /** Nothing. */
  public static final Holdings NONE = new Holdings(Map.of(), Map.of());

  /** Copies, so that nobody can change it. */
  public Holdings {
    citations = Collections.unmodifiableNavigableMap(new TreeMap<>(citations));
    data = Collections.unmodifiableNavigableMap(new TreeMap<>(data));
  }

  /** Of maps of any kind. */
  public Holdings(Map<PageId, Citation> citations, Map<String, ?> data) {
    this(new TreeMap<>(citations), new TreeMap<String, Object>(data));
  }
}
