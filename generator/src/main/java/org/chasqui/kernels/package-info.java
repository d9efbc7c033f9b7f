/** Runs lesson code in real Jupyter kernels and compares what comes of it with what pages say. */
@NullMarked
package org.chasqui.kernels;

import org.jspecify.annotations.NullMarked;
