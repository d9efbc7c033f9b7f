package org.chasqui.site;

import java.util.List;
import java.util.Optional;

/**
 * A person whom pages can name by id.
 *
 * @param id the id: the record's file name
 * @param name the name as the person writes it (also the page's title)
 * @param role what they do
 * @param organisation the id of an {@link Organisation}, or a name
 * @param pronouns how to speak of them
 * @param orcid their ORCID, digits and dashes
 * @param links where else they are found, as written
 * @param picture their portrait
 */
public record Person(
    String id,
    String name,
    Optional<Text> role,
    Optional<Credit> organisation,
    Optional<Text> pronouns,
    Optional<String> orcid,
    List<Link> links,
    Optional<Picture> picture) {

  /**
   * A link with its label.
   *
   * @param label what it is: {@code GitHub}
   * @param url where it leads
   */
  public record Link(String label, String url) {}

  Person in(TextMapper mapper) {
    return new Person(
        id,
        name,
        role.map(text -> mapper.text("role", text)),
        organisation,
        pronouns.map(text -> mapper.text("pronouns", text)),
        orcid,
        links,
        picture);
  }
}
