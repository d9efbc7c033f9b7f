/** Lesson <-> {@code .ipynb}, in the bytes that Jupyter itself writes. */
@NullMarked
package org.chasqui.notebook;

import org.jspecify.annotations.NullMarked;
