package org.chasqui.pipeline;

/**
 * What writing a folder changed.
 *
 * @param written files that are new or hold something new
 * @param unchanged files that were there already, byte for byte
 * @param removed files that are gone
 */
public record Written(int written, int unchanged, int removed) {}
