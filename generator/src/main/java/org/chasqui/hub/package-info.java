/**
 * Brings a hub repository to the wanted state through git. The only room that knows JGit; of
 * Jackson it knows the streaming core alone, for the manifest.
 */
@NullMarked
package org.chasqui.hub;

import org.jspecify.annotations.NullMarked;
