package org.chasqui.site;

import java.util.List;
import java.util.Optional;

/**
 * How a lesson or the site wants to be cited, as its {@code CITATION.cff} says (Citation File
 * Format 1.2).
 *
 * @param title what is cited
 * @param authors who made it
 * @param year when it was released
 * @param version which state of it
 * @param doi its DOI, without the resolver's address
 * @param url where it is
 */
public record Citation(
    String title,
    List<Author> authors,
    Optional<Integer> year,
    Optional<String> version,
    Optional<String> doi,
    Optional<String> url) {
  /** Copies, so that nobody can change it. */
  public Citation {
    authors = List.copyOf(authors);
  }

  /**
   * A person or a group.
   *
   * @param family the family name, or the name of a group
   * @param given the given names; empty for a group
   */
  public record Author(String family, String given) {}
}
