/** Translations -> what a careful reader would say about their wording, and how to mend it. */
@NullMarked
package org.chasqui.proofread;

import org.jspecify.annotations.NullMarked;
