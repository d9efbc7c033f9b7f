package org.chasqui.site;

/**
 * An entry of the main menu.
 *
 * @param label what it says
 * @param target the page it leads to: a page id or section ({@code blog}), or a URL
 */
public record MenuItem(Text label, String target) {}
