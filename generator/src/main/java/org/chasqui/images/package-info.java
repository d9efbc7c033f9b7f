/**
 * The pictures of a {@code Site} -> how big they are, and smaller copies for small screens. The
 * copies lie in a cache by content, which is the room's only effect.
 */
@NullMarked
package org.chasqui.images;

import org.jspecify.annotations.NullMarked;
