package org.chasqui.theme;

/**
 * A link with what it says.
 *
 * @param href where it leads, relative to the page or absolute; empty if there is nowhere to go
 * @param label what it says
 * @param current whether it leads to the page itself or, in a menu, to the section the page is in
 * @param note a short word after it, such as the language code of an untranslated target; may be
 *     empty
 */
public record LinkView(String href, Html label, boolean current, String note) {}
