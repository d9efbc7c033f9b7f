package org.chasqui.gettext;

import java.util.Optional;

/**
 * How a catalogue is brought up to date.
 *
 * @param carryOver carries translations over small changes of markup; nothing to leave that out
 * @param helpers whether to find more than gettext does: texts that were changed back, split or
 *     joined, and messages that kept their context
 * @param carryNote a translator's comment for entries that were carried over: {@code auto: link
 *     updated 2026-05-01}
 * @param memory what was said elsewhere: used where the catalogue itself knows nothing
 */
public record MergeOptions(
    Optional<CarryOver> carryOver,
    boolean helpers,
    Optional<String> carryNote,
    TranslationMemory memory) {
  /** Just as {@code msgmerge --previous} does it. */
  public static final MergeOptions STRICT =
      new MergeOptions(Optional.empty(), false, Optional.empty());

  /** Without a memory. */
  public MergeOptions(Optional<CarryOver> carryOver, boolean helpers, Optional<String> carryNote) {
    this(carryOver, helpers, carryNote, TranslationMemory.NONE);
  }

  /** The same with a memory. */
  public MergeOptions with(TranslationMemory other) {
    return new MergeOptions(carryOver, helpers, carryNote, other);
  }
}
