/**
 * The vocabulary: pages, languages, paths, people, lessons, hubs, output files. Pure immutable
 * values; no library, no effect.
 */
@NullMarked
package org.chasqui.site;

import org.jspecify.annotations.NullMarked;
