package org.chasqui.theme;

import java.util.List;

/**
 * One of the {@code sections} of a landing page.
 *
 * @param id its anchor, as its author chose it; empty if there is none
 * @param kind {@code hero}, {@code markdown}, {@code cta}, {@code cards}, {@code people}, {@code
 *     events} or {@code posts}
 * @param title its heading; may be empty
 * @param text what it says; may be empty
 * @param picture the URL of its picture; may be empty
 * @param alt what the picture shows, in words; empty if it is an ornament
 * @param caption what stands below the picture; may be empty
 * @param buttons what one can do
 * @param items the blocks inside, of cards
 * @param cards the pages it shows, of people, events and posts
 */
public record BlockView(
    String id,
    String kind,
    Html title,
    Html text,
    String picture,
    String alt,
    Html caption,
    List<LinkView> buttons,
    List<BlockView> items,
    List<CardView> cards) {}
