package org.chasqui.theme;

/**
 * A term in another language.
 *
 * @param tag the language's tag
 * @param direction its direction
 * @param term the term
 */
public record LanguageTermView(String tag, String direction, Html term) {}
