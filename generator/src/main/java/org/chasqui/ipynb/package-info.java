/** Notebook files as Markdown whose places are those of the notebook. */
@NullMarked
package org.chasqui.ipynb;

import org.jspecify.annotations.NullMarked;
