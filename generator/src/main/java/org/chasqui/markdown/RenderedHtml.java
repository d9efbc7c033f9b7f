package org.chasqui.markdown;

import java.util.List;
import java.util.Set;

/**
 * A Markdown text as HTML.
 *
 * @param html the HTML
 * @param headings its headings, in order
 * @param ids every id in it that a link may lead to, headings included
 * @param problems what is wrong with it
 */
public record RenderedHtml(
    String html, List<Heading> headings, Set<String> ids, List<Problem> problems) {}
