package org.chasqui.site;

import java.util.Map;

/** What the interface says in one language: buttons, labels, notices. */
public interface Wording {
  /** The language. */
  Language language();

  /**
   * The text of an id ({@code toc.title}), its {@code {name}} placeholders filled. An unknown id is
   * answered with the id itself, so that a page never breaks over a word.
   */
  String text(String id, Map<String, ?> arguments);

  /** Likewise, in the plural form that {@code n} asks for; {@code {n}} is the number. */
  String plural(String id, long n, Map<String, ?> arguments);
}
