package org.chasqui.site;

import java.util.List;
import java.util.Optional;

/**
 * Where a {@link Memory} keeps what shall still be known the next time the program runs. What lies
 * there is made of texts: who has it and who wrote it are different processes. Safe for many
 * threads.
 */
public interface Shelf {
  /**
   * What was put there.
   *
   * @param slot the function and what it is about
   * @param input everything that the result depends on
   * @return nothing if nothing is there, or what is there was made of something else
   */
  Optional<List<String>> take(String slot, List<String> input);

  /** Likewise, whatever it was made of: for those who know that this is still the same. */
  Optional<List<String>> take(String slot);

  /** Says that what was put there is still needed, though nobody takes it. */
  void use(String slot);

  /**
   * Puts a result there instead of what the slot had.
   *
   * @param within the slots that were taken or put while it was made: they stay as long as it does
   */
  void put(String slot, List<String> input, List<String> result, List<String> within);
}
