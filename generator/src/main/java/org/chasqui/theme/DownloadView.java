package org.chasqui.theme;

/**
 * A file to take along.
 *
 * @param kind {@code epub}, {@code offline} or {@code notebooks}
 * @param href where it is
 * @param size how big it is, with its unit: filled in when the file is there
 */
public record DownloadView(String kind, String href, Html size) {}
