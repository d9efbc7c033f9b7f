package org.chasqui.theme;

/**
 * A picture.
 *
 * @param src its URL, relative to the page; empty if only its credit is known
 * @param absolute its absolute URL
 * @param alt what it shows; empty if it only decorates
 * @param credit whose it is; may be empty
 * @param creditHref where that is said; may be empty
 */
public record PictureView(
    String src, String absolute, String alt, Html credit, String creditHref) {}
