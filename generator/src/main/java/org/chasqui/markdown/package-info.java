/**
 * Markdown text <-> segments, links, blocks, HTML; directives, shortcodes, highlighting. The only
 * room that knows flexmark, whose nodes never leave it.
 */
@NullMarked
package org.chasqui.markdown;

import org.jspecify.annotations.NullMarked;
