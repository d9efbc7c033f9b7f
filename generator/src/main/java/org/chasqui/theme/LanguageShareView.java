package org.chasqui.theme;

/**
 * How much of something is in a language.
 *
 * @param tag the language's tag
 * @param name its name in itself
 * @param percent how much, rounded down
 * @param href the page in that language
 */
public record LanguageShareView(String tag, String name, int percent, String href) {}
