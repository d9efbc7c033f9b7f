package org.chasqui.theme;

/**
 * A colour that a site has chosen, as {@code #rrggbb}.
 *
 * @param light on light paper
 * @param dark on dark paper
 * @param onLight what is read best on {@code light}: black or white
 * @param onDark likewise on {@code dark}
 */
public record ColourView(String light, String dark, String onLight, String onDark) {}
