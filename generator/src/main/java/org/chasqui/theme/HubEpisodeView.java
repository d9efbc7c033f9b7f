package org.chasqui.theme;

/**
 * An episode in a hub.
 *
 * @param page its page
 * @param launch the link that opens it in the hub; empty if the hub does not run
 */
public record HubEpisodeView(LinkView page, String launch) {}
