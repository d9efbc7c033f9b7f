/**
 * Templates, and the view records that theme makers may use. The only room that knows Freemarker.
 */
@NullMarked
package org.chasqui.theme;

import org.jspecify.annotations.NullMarked;
