/** TeX formulas -> MathML, the same for the same TeX, whatever else was written before. */
@NullMarked
package org.chasqui.math;

import org.jspecify.annotations.NullMarked;
