package org.chasqui.theme;

/**
 * A picture of a lesson.
 *
 * @param src its URL
 * @param alt what it shows, in words; empty for an ornament
 */
public record FigureView(String src, Html alt) {}
