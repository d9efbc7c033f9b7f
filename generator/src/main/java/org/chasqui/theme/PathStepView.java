package org.chasqui.theme;

/**
 * A lesson on a learning path.
 *
 * @param number its place, from 1
 * @param card the lesson
 * @param text why it stands here; may be empty
 * @param time how long it takes; may be empty
 */
public record PathStepView(int number, CardView card, Html text, String time) {}
