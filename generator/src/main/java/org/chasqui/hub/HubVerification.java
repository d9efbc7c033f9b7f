package org.chasqui.hub;

import java.util.List;
import java.util.Optional;
import org.chasqui.site.Hub;
import org.chasqui.site.HubOutcome;
import org.chasqui.site.OutputPath;

/**
 * Whether a hub's branch holds what its manifest says.
 *
 * @param hub the hub
 * @param commit the tip of its branch, if it is there
 * @param publication the number of the publication that the manifest is of; 0 if there is none
 * @param files how many files the manifest names
 * @param missing files that are not there
 * @param changed files that hold something else, by git's names
 * @param wrong files whose bytes do not have the digest that the manifest says
 * @param adopted files that are the hub's own
 * @param problem why nothing could be found out, if so
 */
public record HubVerification(
    Hub hub,
    Optional<String> commit,
    int publication,
    int files,
    List<OutputPath> missing,
    List<OutputPath> changed,
    List<OutputPath> wrong,
    List<OutputPath> adopted,
    Optional<HubOutcome> problem) {

  /** Copies, so that nobody can change it. */
  public HubVerification {
    missing = List.copyOf(missing);
    changed = List.copyOf(changed);
    wrong = List.copyOf(wrong);
    adopted = List.copyOf(adopted);
  }

  static HubVerification problem(Hub hub, HubOutcome problem) {
    return new HubVerification(
        hub,
        Optional.empty(),
        0,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(problem));
  }

  /** Whether everything is as the manifest says. A retired hub is fine. */
  public boolean fine() {
    return problem.map(HubOutcome::fine).orElse(publication > 0)
        && missing.isEmpty()
        && changed.isEmpty()
        && wrong.isEmpty();
  }
}
