/**
 * Located data files: YAML, TOML and JSON -> trees whose every value knows where it was written.
 */
@NullMarked
package org.chasqui.data;

import org.jspecify.annotations.NullMarked;
