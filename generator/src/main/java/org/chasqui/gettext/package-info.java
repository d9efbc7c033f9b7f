/** PO and POT files <-> catalogues, byte-stable. */
@NullMarked
package org.chasqui.gettext;

import org.jspecify.annotations.NullMarked;
