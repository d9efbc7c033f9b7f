package org.chasqui.site;

import java.time.Instant;
import java.util.Optional;

/**
 * Which state of the sources a run is made from.
 *
 * @param commit the commit id of the sources, if they are in git
 * @param time when that state came to be; dates of hub commits, so that two machines make the same
 */
public record SourceRevision(Optional<String> commit, Instant time) {}
