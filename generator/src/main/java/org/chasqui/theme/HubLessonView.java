package org.chasqui.theme;

import java.util.List;

/**
 * A lesson in a hub.
 *
 * @param lesson the lesson
 * @param episodes its episodes: links that open them in the hub, or lead to their pages if the
 *     hub is not active
 */
public record HubLessonView(LinkView lesson, List<LinkView> episodes) {}
