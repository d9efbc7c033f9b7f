package org.chasqui.markdown;

import java.util.Optional;

/** Turns the target of a link or picture, as an author wrote it, into the URL to write. */
@FunctionalInterface
public interface LinkResolver {
  /**
   * The URL for a target.
   *
   * @param target as written
   * @param image whether it is a picture
   * @param start where the target (or the link, if that is all that is known) begins in the text
   * @param end where it ends
   */
  String resolve(String target, boolean image, int start, int end);

  /**
   * The URL for a target that stands in raw HTML, if it is one of the site and another than the one
   * written; nothing leaves it as it is.
   */
  default Optional<String> inHtml(String target) {
    return Optional.empty();
  }

  /** The title of the page that a target leads to, if the resolver knows it. */
  default Optional<String> title(String target) {
    return Optional.empty();
  }

  /** A target for a term of the glossary that belongs to the page. */
  default Optional<String> term(String name) {
    return Optional.empty();
  }

  /** A target for the page of the site, other than this one, that marks a place with a label. */
  default Optional<String> page(String label) {
    return Optional.empty();
  }
}
