package org.chasqui.theme;

/**
 * What a browser needs to keep a lesson.
 *
 * @param list the list of what must be fetched
 * @param size how many bytes that is, with their unit: filled in when all is made
 */
public record SaveView(String list, Html size) {}
