/** Arguments, console, progress, exit codes, {@code serve}. */
@NullMarked
package org.chasqui.cli;

import org.jspecify.annotations.NullMarked;
