package org.chasqui.theme;

/**
 * A moment or a day, said in the reader's language.
 *
 * @param iso for {@code <time datetime>}
 * @param text for people
 */
public record DateView(String iso, String text) {}
