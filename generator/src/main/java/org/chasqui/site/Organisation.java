package org.chasqui.site;

import java.util.Optional;

/**
 * An organisation or community whom pages can name by id.
 *
 * @param id the id: the record's file name
 * @param name its name (also the page's title)
 * @param url where it is found
 * @param place where it works
 * @param kind what it is: {@code partner}, {@code community}, {@code funder}
 * @param logo its sign
 */
public record Organisation(
    String id,
    String name,
    Optional<String> url,
    Optional<Text> place,
    String kind,
    Optional<Picture> logo) {

  Organisation in(TextMapper mapper) {
    return new Organisation(
        id, name, url, place.map(text -> mapper.text("place", text)), kind, logo);
  }
}
