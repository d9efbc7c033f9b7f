/**
 * The sources of another tool's site -> the files of a site of ours, and what has no counterpart.
 */
@NullMarked
package org.chasqui.migrate;

import org.jspecify.annotations.NullMarked;
