/** Lessons to take along: books, and archives that open from disk, made of finished pages. */
@NullMarked
package org.chasqui.offline;

import org.jspecify.annotations.NullMarked;
