package org.chasqui.site;

import java.nio.file.Path;

/**
 * A file that goes into the site as it is.
 *
 * @param file where it lies
 * @param source its path relative to the site's folder, with {@code /}: {@code
 *     lessons/first-steps/images/rain.png}
 * @param path its address
 */
public record Asset(Path file, String source, SitePath path) {}
