package org.chasqui.theme;

import java.util.List;

/**
 * The search page, or one letter of its list.
 *
 * @param href the search page
 * @param index the script that begins the search; empty on the page of a letter
 * @param letters all pages by their first letter: what there is without scripts
 */
public record SearchView(String href, String index, List<LetterView> letters) {}
