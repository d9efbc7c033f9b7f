/**
 * {@code Site} and catalogues -> {@code Site} in all languages; {@code Site} -> message templates;
 * coverage and staleness.
 */
@NullMarked
package org.chasqui.localize;

import org.jspecify.annotations.NullMarked;
