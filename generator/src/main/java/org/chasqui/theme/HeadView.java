package org.chasqui.theme;

import java.util.List;

/**
 * What only machines read: the head of a page.
 *
 * @param canonical the absolute URL under which the page is to be known
 * @param alternates the languages it is really there in; empty if only one
 * @param fallback the absolute URL for readers of none of them; empty without alternates
 * @param description a sentence, plain
 * @param indexed whether search engines shall keep it
 * @param type Open Graph's type: {@code website} or {@code article}
 * @param picture the absolute URL of its picture; may be empty
 * @param structuredData schema.org facts as JSON, ready to stand in a script element; may be empty
 * @param locale Open Graph's locale, a language with a territory: {@code pt_BR}
 * @param otherLocales those of the other languages that it is really there in
 */
public record HeadView(
    String canonical,
    List<LanguageLinkView> alternates,
    String fallback,
    String description,
    boolean indexed,
    String type,
    String picture,
    Html structuredData,
    String locale,
    List<String> otherLocales) {

  /** The same of a page that search engines shall leave out, in favour of another. */
  public HeadView hidden(String url) {
    return new HeadView(
        url, List.of(), "", description, false, type, picture, structuredData, locale, List.of());
  }

  /** The same of a page that was first published elsewhere, where search engines shall find it. */
  public HeadView published(String url) {
    return new HeadView(
        url, List.of(), "", description, indexed, type, picture, structuredData, locale, List.of());
  }
}
