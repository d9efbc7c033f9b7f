package org.chasqui.theme;

import java.util.List;

/**
 * A group of entries.
 *
 * @param id what it holds: {@code open}, {@code closed}, {@code upcoming}, {@code past}; empty if
 *     there is only one
 * @param cards the entries
 */
public record GroupView(String id, List<CardView> cards) {}
