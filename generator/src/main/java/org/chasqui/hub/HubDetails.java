package org.chasqui.hub;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.OutputPath;

/**
 * What else there is to say of a plan or a push.
 *
 * @param base where the hub's branch was, if it was there
 * @param state the digest of the base and of all that is done to it: equal for equal plans
 * @param adopted paths that are the hub's own
 * @param overwritten git's names of what others had put and gave way; it stays in the history
 * @param losses what learners would not receive of the changes
 * @param size about how many bytes our files take in a first clone, compressed; 0 if unknown
 * @param notes sentences for people
 */
public record HubDetails(
    Optional<String> base,
    String state,
    List<OutputPath> adopted,
    SortedMap<OutputPath, String> overwritten,
    List<MergeLoss> losses,
    long size,
    List<String> notes) {
  /** Nothing to say. */
  public static final HubDetails NONE =
      new HubDetails(Optional.empty(), "", List.of(), new TreeMap<>(), List.of(), 0, List.of());

  /** Copies, so that nobody can change it. */
  public HubDetails {
    adopted = List.copyOf(adopted);
    overwritten = Collections.unmodifiableSortedMap(new TreeMap<>(overwritten));
    losses = List.copyOf(losses);
    notes = List.copyOf(notes);
  }
}
