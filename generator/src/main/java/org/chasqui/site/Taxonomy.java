package org.chasqui.site;

/**
 * A way to group pages by terms: tags, categories, kinds of publications.
 *
 * @param key its name in front matter and in addresses
 * @param label what readers call it
 */
public record Taxonomy(String key, Text label) {}
