package org.chasqui.theme;

/**
 * How a lesson or the site wants to be cited.
 *
 * @param whole whether the whole site is cited
 * @param text the citation as a sentence
 * @param bibtex the citation for reference managers
 */
public record CitationView(boolean whole, String text, String bibtex) {}
