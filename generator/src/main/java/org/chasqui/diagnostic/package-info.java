/** What we tell people, and where in which file. The ground: knows nothing else of Chasqui. */
@NullMarked
package org.chasqui.diagnostic;

import org.jspecify.annotations.NullMarked;
