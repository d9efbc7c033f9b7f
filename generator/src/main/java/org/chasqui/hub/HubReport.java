package org.chasqui.hub;

import java.util.Optional;
import org.chasqui.site.Hub;
import org.chasqui.site.HubEdition;
import org.chasqui.site.HubOutcome;

/**
 * What became of a hub in a run.
 *
 * @param hub the hub
 * @param outcome what became of it
 * @param details what else there is to say
 * @param edition what it holds of ours, where that was found out
 */
public record HubReport(
    Hub hub, HubOutcome outcome, HubDetails details, Optional<HubEdition> edition) {
  static HubReport of(Hub hub, HubOutcome outcome) {
    return new HubReport(hub, outcome, HubDetails.NONE, Optional.empty());
  }
}
