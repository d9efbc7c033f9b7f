package org.chasqui.theme;

import java.util.List;
import java.util.Map;

/**
 * The site, as a page sees it.
 *
 * @param title its name
 * @param name its name, marked up with its language where that is not the page's
 * @param description what it is, in a sentence
 * @param home the home page in the page's language
 * @param menu the main menu
 * @param assets the theme's files: the relative URL of each by its name, {@code style.css}
 * @param feed the Atom feed in the page's language, absolute
 * @param feedHref likewise, relative
 * @param search the page to search; empty if the theme has none
 * @param feeds the feeds of the site and of the section that the page is in, in every format
 * @param worker the script that keeps pages for when there is no connection; empty if the site
 *     wants none
 * @param translations the page that tells how far the translations are; empty if there is none
 * @param logo the picture beside its name; empty if it has none of its own
 * @param colours the colours that it has made its own, by what they are for: {@code link}, {@code
 *     accent}, {@code ornament}
 */
public record SiteView(
    String title,
    Html name,
    String description,
    String home,
    List<LinkView> menu,
    Map<String, String> assets,
    String feed,
    String feedHref,
    String search,
    List<FeedView> feeds,
    String worker,
    String translations,
    String logo,
    Map<String, ColourView> colours) {}
