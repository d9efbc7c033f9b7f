package org.chasqui.load;

import java.time.Instant;
import org.chasqui.site.Earlier;
import org.chasqui.site.Memory;
import org.chasqui.site.Now;

/**
 * What to load.
 *
 * @param drafts whether pages marked {@code draft: true} are loaded too
 * @param future whether pages whose publication date has not come yet are loaded too
 * @param now the moment that decides what is in the future, expired or past its deadline
 * @param memory what was read before
 * @param earlier what is known of the files before they are read
 */
public record LoadOptions(boolean drafts, boolean future, Now now, Memory memory, Earlier earlier) {
  /** At a moment. */
  public LoadOptions(boolean drafts, boolean future, Instant now) {
    this(drafts, future, new Now(now), Memory.NONE, Earlier.NOTHING);
  }
}
