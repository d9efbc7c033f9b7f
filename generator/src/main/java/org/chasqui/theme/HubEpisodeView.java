package org.chasqui.theme;

/**
 * An episode in a hub.
 *
 * @param page its page
 * @param launch the link that opens it there; empty if there is none
 * @param notebook the address of its notebook, for download; may be empty
 */
public record HubEpisodeView(LinkView page, String launch, String notebook) {}
