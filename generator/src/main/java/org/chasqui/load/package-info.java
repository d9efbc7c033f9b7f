/**
 * Source tree, front matter and data files -> {@code Site}. The only room that knows Jackson's YAML
 * and TOML.
 */
@NullMarked
package org.chasqui.load;

import org.jspecify.annotations.NullMarked;
