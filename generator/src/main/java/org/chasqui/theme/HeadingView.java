package org.chasqui.theme;

import java.util.List;

/**
 * An entry of a table of contents.
 *
 * @param level 2 or 3
 * @param id its anchor
 * @param label its text
 * @param children the headings below it
 */
public record HeadingView(int level, String id, Html label, List<HeadingView> children) {}
