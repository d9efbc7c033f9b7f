package org.chasqui.theme;

/**
 * A feed that readers may follow.
 *
 * @param href where it is, relative to the page
 * @param type its media type
 * @param title what it tells of
 */
public record FeedView(String href, String type, String title) {}
