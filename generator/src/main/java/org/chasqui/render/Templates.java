package org.chasqui.render;

import java.util.List;
import java.util.Set;

/**
 * The templates that were filled for a piece of work: it has to be done again only if one of them,
 * or one that they include, has become another.
 *
 * @param names their names, with blanks between them
 * @param digest what tells them, as they were, from others
 */
record Templates(String names, String digest) {
  /** Those that texts and style sheets are made with: many files show what was made once. */
  static final List<String> OF_TEXTS = List.of("contents", "colours");

  /** Templates as they are now. */
  static Templates of(Set<String> names, Scene scene) {
    return new Templates(String.join(" ", names), scene.input().theme().digest(names));
  }

  /** Whether they are still the same. */
  boolean areThoseOf(Scene scene) {
    List<String> all = names.isEmpty() ? List.of() : List.of(names.split(" "));
    return scene.input().theme().digest(all).equals(digest);
  }
}
