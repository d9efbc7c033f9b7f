/** Brings a hub repository to the wanted state through git. The only room that knows JGit. */
@NullMarked
package org.chasqui.hub;

import org.jspecify.annotations.NullMarked;
