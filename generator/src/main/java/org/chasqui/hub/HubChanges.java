package org.chasqui.hub;

import java.util.List;
import java.util.Optional;
import org.chasqui.site.Hub;
import org.chasqui.site.HubOutcome;
import org.chasqui.site.OutputPath;

/**
 * The notebooks of ours that somebody changed on the hub's side.
 *
 * @param hub the hub
 * @param files the notebooks, by path
 * @param problem why nothing could be found out, if so
 */
public record HubChanges(Hub hub, List<Changed> files, Optional<HubOutcome> problem) {
  /**
   * A notebook.
   *
   * @param path where
   * @param there what is there now
   * @param published what we put there last; empty if the branch no longer has it
   */
  public record Changed(OutputPath path, String there, Optional<String> published) {}

  /** Copies, so that nobody can change it. */
  public HubChanges {
    files = List.copyOf(files);
  }

  static HubChanges problem(Hub hub, HubOutcome problem) {
    return new HubChanges(hub, List.of(), Optional.of(problem));
  }
}
