/** Writes all files or none. */
@NullMarked
package org.chasqui.output;

import org.jspecify.annotations.NullMarked;
