package org.chasqui.theme;

import java.util.List;

/**
 * How far the site is in a language.
 *
 * @param tag the language's tag
 * @param name its name in itself
 * @param direction {@code ltr} or {@code rtl}
 * @param href the page that tells about it
 * @param badge the address of its badge, a small picture
 * @param current whether it is the language of the reader
 * @param percent how much is translated and up to date, rounded down
 * @param outdated how many passages changed since they were translated
 * @param missing how many passages are not translated
 * @param wordsToDo how many words wait for a translator
 * @param oldest since when the oldest outdated translation waits; nothing if none does
 * @param translators who translated it
 * @param next what there is to do, the most useful first
 * @param complete pages on which nothing is left to do
 */
public record TranslationView(
    String tag,
    String name,
    String direction,
    String href,
    String badge,
    boolean current,
    int percent,
    int outdated,
    int missing,
    int wordsToDo,
    @org.jspecify.annotations.Nullable DateView oldest,
    List<String> translators,
    List<Row> next,
    List<LinkView> complete) {

  /**
   * A page with something left to do.
   *
   * @param page the page; without an address if it is none
   * @param file the file of its translation
   * @param edit where that file can be edited; may be empty
   * @param percent how much is translated and up to date, rounded down
   * @param outdated how many passages changed since they were translated
   * @param missing how many passages are not translated
   * @param wordsToDo how many words wait for a translator
   * @param changes what changed
   */
  public record Row(
      LinkView page,
      String file,
      String edit,
      int percent,
      int outdated,
      int missing,
      int wordsToDo,
      List<Change> changes) {}

  /**
   * A passage that changed since it was translated.
   *
   * @param href where it stands
   * @param text what it says now and said before, with {@code ins} and {@code del}
   * @param language the tag of the language it is in
   * @param direction that language's direction
   * @param cosmetic whether its translation is still shown
   */
  public record Change(
      String href, Html text, String language, String direction, boolean cosmetic) {}
}
