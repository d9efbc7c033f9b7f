package org.chasqui.theme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lesson in a hub.
 *
 * @param lesson the lesson
 * @param languages the names of the languages in which the hub has it, or will have it
 * @param publication the number of the publication that changed it last; 0 if it is not known to be
 *     there
 * @param since since when it is as it is, if that is known
 * @param episodes its episodes, in the reader's language if the hub has it
 */
public record HubLessonView(
    LinkView lesson,
    List<String> languages,
    int publication,
    @Nullable DateView since,
    List<HubEpisodeView> episodes) {}
