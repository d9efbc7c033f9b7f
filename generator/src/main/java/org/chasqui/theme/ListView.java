package org.chasqui.theme;

import java.util.List;

/**
 * A list of pages, or one sheet of a long list.
 *
 * @param section which: {@code blog}, {@code lessons}, {@code jobs}, {@code events}, {@code
 *     people}, {@code organisations}, {@code hubs}, {@code tag}
 * @param groups the entries; one group without title, or several such as open and closed
 * @param sheet which sheet, from 1
 * @param sheets how many there are
 * @param previous the sheet before; may be empty
 * @param next the sheet after; may be empty
 */
public record ListView(
    String section, List<GroupView> groups, int sheet, int sheets, String previous, String next) {}
