/** Finished pages to an index that a browser searches without a server, one for each language. */
@NullMarked
package org.chasqui.search;

import org.jspecify.annotations.NullMarked;
