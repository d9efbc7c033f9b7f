package org.chasqui.hub;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.chasqui.site.Hub;
import org.chasqui.site.HubEdition;
import org.chasqui.site.HubOutcome;
import org.chasqui.site.OutputPath;

/**
 * How a hub's repository stands, compared with what it should hold. Asking changes nothing there.
 *
 * @param hub the hub
 * @param commit the tip of its branch, if the branch is there
 * @param publication the number of the last publication, from 1; 0 if there was none
 * @param source the commit of the sources that was published last, if it is known
 * @param pending paths that a push would add, change or replace by a stub
 * @param drifted paths that somebody changed on the hub's side
 * @param adopted paths that are the hub's own, because we were told so
 * @param behind how many commits of the sources have come since, if that is known
 * @param headElsewhere whether the repository's HEAD is not the hub's branch, so that a link
 *     without {@code branch=} would fail
 * @param rewritten whether a publication is gone that was there when we last knew
 * @param problem why nothing could be found out, if so; {@code Retired} for a retired hub
 * @param edition what it holds of ours, if anything
 */
public record HubStatus(
    Hub hub,
    Optional<String> commit,
    int publication,
    Optional<String> source,
    List<OutputPath> pending,
    List<OutputPath> drifted,
    List<OutputPath> adopted,
    OptionalInt behind,
    boolean headElsewhere,
    boolean rewritten,
    Optional<HubOutcome> problem,
    Optional<HubEdition> edition) {

  /** Copies, so that nobody can change it. */
  public HubStatus {
    pending = List.copyOf(pending);
    drifted = List.copyOf(drifted);
    adopted = List.copyOf(adopted);
  }

  static HubStatus problem(Hub hub, HubOutcome problem) {
    return new HubStatus(
        hub,
        Optional.empty(),
        0,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        OptionalInt.empty(),
        false,
        false,
        Optional.of(problem),
        Optional.empty());
  }

  /** Whether a push would send nothing. */
  public boolean upToDate() {
    return problem.isEmpty() && publication > 0 && pending.isEmpty();
  }

  /** Whether the repository was reached and lacks the hub's branch. */
  public boolean branchMissing() {
    return problem.isEmpty() && commit.isEmpty();
  }
}
