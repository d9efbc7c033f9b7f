package org.chasqui.output;

/**
 * What a write did.
 *
 * @param written files that are new or hold something else than before
 * @param unchanged files that were there already, byte for byte
 * @param removed files of the former output that are gone
 */
public record WriteResult(int written, int unchanged, int removed) {}
