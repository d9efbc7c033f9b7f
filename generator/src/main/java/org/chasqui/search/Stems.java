package org.chasqui.search;

import java.util.HashMap;
import java.util.Map;

/**
 * Which stems are one word. Words that are the same without accents are one word, though stemmers
 * may cut them unlike each other ({@code publicación}, {@code publicacion}): whoever has a form of
 * one of them has a form of both. The answer does not depend on the order of the pages.
 */
final class Stems {
  private final Map<String, String> ofForm = new HashMap<>();
  private final Map<String, String> sameAs = new HashMap<>();

  /** A form has a stem. */
  void add(String form, String stem) {
    String before = ofForm.putIfAbsent(form, stem);
    if (before != null && !before.equals(stem)) {
      String one = word(before);
      String other = word(stem);
      if (!one.equals(other)) {
        sameAs.put(other, one);
      }
    }
  }

  /** The stem that stands for all that are one word with a stem. */
  String word(String stem) {
    String word = stem;
    for (String next = sameAs.get(word); next != null; next = sameAs.get(word)) {
      word = next;
    }
    return word;
  }
}
