package org.chasqui.theme;

import java.util.List;

/**
 * The pages whose titles begin with one letter.
 *
 * @param letter the letter; {@code #} for what begins with none
 * @param id its anchor
 * @param href the page that lists them, if they are not listed here; else empty
 * @param entries the pages, in the order of the language's alphabet
 */
public record LetterView(String letter, String id, String href, List<EntryView> entries) {

  /**
   * A page.
   *
   * @param link the page
   * @param above the lesson it belongs to; without label if none
   */
  public record EntryView(LinkView link, LinkView above) {}
}
