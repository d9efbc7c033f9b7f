package org.chasqui.theme;

import java.util.List;

/**
 * The way around a lesson.
 *
 * @param lesson its home page
 * @param episodes its episodes
 * @param pages its pages beside the episodes, written or gathered
 * @param other the page for those who teach, or back to the learners' page
 */
public record LessonMenuView(
    LinkView lesson, List<LinkView> episodes, List<LinkView> pages, LinkView other) {}
