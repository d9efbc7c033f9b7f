package org.chasqui.markdown;

/**
 * A heading of a rendered text.
 *
 * @param level 1 to 6, as rendered
 * @param id its anchor
 * @param html its text, as inline HTML without links
 * @param text its text, plain
 */
public record Heading(int level, String id, String html, String text) {}
