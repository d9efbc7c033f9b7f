/** {@code Site} -> pages, indexes, feeds, sitemap, redirects. */
@NullMarked
package org.chasqui.render;

import org.jspecify.annotations.NullMarked;
