package org.chasqui.theme;

import java.util.List;
import java.util.Map;

/**
 * A call of a shortcode.
 *
 * @param name which
 * @param positional arguments without a name
 * @param named arguments with a name, as written
 * @param urls those of them that are links or pictures ({@code src}, {@code link}, {@code href},
 *     {@code url}, {@code image}, {@code poster}, {@code button_url}), ready to write; positional
 *     ones under {@code "0"}, {@code "1"} …
 * @param inner the text inside, as HTML; may be empty
 * @param source the text inside, as written
 * @param level that of the headings in it, one below the heading that it stands under
 */
public record ShortcodeView(
    String name,
    List<String> positional,
    Map<String, String> named,
    Map<String, String> urls,
    Html inner,
    String source,
    int level) {}
