package org.chasqui.theme;

import java.util.List;

/**
 * The entries of a month in an archive.
 *
 * @param id an anchor: {@code month-11}
 * @param name the month's name, as a heading
 * @param cards the entries, newest first
 */
public record MonthView(String id, String name, List<CardView> cards) {}
