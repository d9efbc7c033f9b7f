package org.chasqui.theme;

/**
 * A term and how often it is used.
 *
 * @param link its page
 * @param count how many pages bear it
 */
public record TagView(LinkView link, int count) {}
