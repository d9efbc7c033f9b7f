package org.chasqui.hub;

import org.chasqui.site.Hub;
import org.chasqui.site.HubOutcome;

/**
 * What became of a hub in a run.
 *
 * @param hub the hub
 * @param outcome what became of it
 * @param details what else there is to say
 */
public record HubReport(Hub hub, HubOutcome outcome, HubDetails details) {
  static HubReport of(Hub hub, HubOutcome outcome) {
    return new HubReport(hub, outcome, HubDetails.NONE);
  }
}
