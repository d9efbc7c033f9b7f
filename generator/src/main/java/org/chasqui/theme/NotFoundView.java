package org.chasqui.theme;

import java.util.List;

/**
 * What the page for missing addresses says in one language.
 *
 * @param language the language's tag
 * @param direction {@code ltr} or {@code rtl}
 * @param title that nothing is there
 * @param text what one can do
 * @param links where one can go, from the root of the host
 * @param search the page that searches, from the root of the host; without an address if there is
 *     none
 * @param question what one is looking for
 */
public record NotFoundView(
    String language,
    String direction,
    String title,
    String text,
    List<LinkView> links,
    LinkView search,
    String question) {}
