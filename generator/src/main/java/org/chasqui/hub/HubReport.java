package org.chasqui.hub;

import org.chasqui.site.Hub;
import org.chasqui.site.HubOutcome;

/**
 * What became of a hub in a run.
 *
 * @param hub the hub
 * @param outcome what became of it
 */
public record HubReport(Hub hub, HubOutcome outcome) {}
