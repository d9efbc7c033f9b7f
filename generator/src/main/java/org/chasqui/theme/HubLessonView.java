package org.chasqui.theme;

import java.util.List;

/**
 * A lesson in a hub.
 *
 * @param lesson the lesson
 * @param episodes its episodes, in the reader's language if the hub has it
 */
public record HubLessonView(LinkView lesson, List<HubEpisodeView> episodes) {}
