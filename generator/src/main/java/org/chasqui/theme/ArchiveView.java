package org.chasqui.theme;

import java.util.List;

/**
 * What was posted in one year, or a sheet of it.
 *
 * @param months the months with entries, latest first
 * @param years the archives of all years, latest first, with how many entries each has
 * @param sheet which sheet, from 1
 * @param sheets how many there are
 * @param previous the sheet before; may be empty
 * @param next the sheet after; may be empty
 */
public record ArchiveView(
    List<MonthView> months,
    List<TagView> years,
    int sheet,
    int sheets,
    String previous,
    String next) {}
