/** Rules on sources and on the finished site. The only room that knows Jsoup. */
@NullMarked
package org.chasqui.check;

import org.jspecify.annotations.NullMarked;
