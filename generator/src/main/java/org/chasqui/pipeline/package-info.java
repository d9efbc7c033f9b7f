/** The steps in order: the only room that knows all the others. */
@NullMarked
package org.chasqui.pipeline;

import org.jspecify.annotations.NullMarked;
