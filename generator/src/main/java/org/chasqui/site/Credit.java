package org.chasqui.site;

import org.chasqui.diagnostic.SourceSpan;

/**
 * A name that an author wrote where a person is meant: the id of a {@link Person}, or a display
 * name.
 *
 * @param key as written
 * @param span where
 */
public record Credit(String key, SourceSpan span) {}
