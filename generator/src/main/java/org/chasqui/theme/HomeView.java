package org.chasqui.theme;

import java.util.List;
import java.util.Map;

/**
 * The home page.
 *
 * @param lessons all lessons
 * @param start the first episode of the first lesson; may be empty
 * @param events the next events
 * @param posts the latest posts
 * @param communities partner communities
 * @param sections the list of each section that has one: {@code lessons}, {@code blog}, {@code
 *     events} …
 */
public record HomeView(
    List<CardView> lessons,
    String start,
    List<CardView> events,
    List<CardView> posts,
    List<CardView> communities,
    Map<String, String> sections) {}
