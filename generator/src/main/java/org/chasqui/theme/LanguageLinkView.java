package org.chasqui.theme;

/**
 * The same page in another language.
 *
 * @param tag the language, as a BCP 47 tag
 * @param direction {@code ltr} or {@code rtl}
 * @param name the language's name in itself
 * @param href where the page is in that language, relative
 * @param absolute likewise, absolute
 * @param current whether it is the language of this page
 * @param translated whether the page is really there in that language; if not, the link leads to a
 *     page that says so
 */
public record LanguageLinkView(
    String tag,
    String direction,
    String name,
    String href,
    String absolute,
    boolean current,
    boolean translated) {}
