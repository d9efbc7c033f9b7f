package org.chasqui.notebook;

import java.util.List;
import java.util.Optional;
import org.chasqui.markdown.Block;

/**
 * The title of a box and what is left of the box without it.
 *
 * @param text the title, inline Markdown: {@code Challenge 1: How many visits?}
 * @param key what the box may be named by, in every language alike, if the author named it
 * @param rest its inside, without the heading that became the title
 */
record BoxTitle(String text, Optional<String> key, List<Block> rest) {}
