/** Source tree, front matter and data files -> {@code Site}. */
@NullMarked
package org.chasqui.load;

import org.jspecify.annotations.NullMarked;
