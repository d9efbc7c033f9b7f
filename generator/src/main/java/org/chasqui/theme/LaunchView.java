package org.chasqui.theme;

/**
 * A hub, as an episode offers it.
 *
 * @param id the hub's id, by which a browser remembers it
 * @param name the hub's name
 * @param href the link that opens the episode there; empty if it cannot be opened there
 * @param page the hub's own page
 * @param status {@code active}, {@code planned} or {@code retired}
 * @param kind {@code nbgitpuller}, {@code folder}, {@code binder}, {@code jupyterlite} or {@code
 *     download}; of a retired hub with a link, {@code binder}
 */
public record LaunchView(
    String id, String name, String href, String page, String status, String kind) {}
