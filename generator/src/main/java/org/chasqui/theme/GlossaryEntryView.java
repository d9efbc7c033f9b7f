package org.chasqui.theme;

import java.util.List;

/**
 * A term in the glossary of the site.
 *
 * @param plain the term without markup
 * @param term the term
 * @param definition what it means, as {@code dd} elements
 * @param language the tag of the language that both are in
 * @param direction that language's direction
 * @param href where it stands in its lesson's glossary
 * @param lesson the lesson
 * @param others what it is called in other languages
 */
public record GlossaryEntryView(
    String plain,
    Html term,
    Html definition,
    String language,
    String direction,
    String href,
    LinkView lesson,
    List<LanguageTermView> others) {}
