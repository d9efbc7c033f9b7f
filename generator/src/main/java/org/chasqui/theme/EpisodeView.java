package org.chasqui.theme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An episode.
 *
 * @param number its place in the lesson, from 1
 * @param count how many episodes the lesson has
 * @param lesson its lesson
 * @param teaching minutes of teaching
 * @param exercises minutes of exercises
 * @param questions what it answers
 * @param objectives what learners can do afterwards
 * @param keypoints what they should remember
 * @param previous the episode before it
 * @param next the episode after it
 * @param siblings all episodes of the lesson
 * @param notebook its notebook, to download; may be empty
 * @param hubs the hubs in which it opens, by name
 * @param otherHubs hubs that want it but have no link: planned, retired, or not reachable
 * @param menu the way around its lesson
 * @param script its code as a file, to download; may be empty
 */
public record EpisodeView(
    int number,
    int count,
    LinkView lesson,
    int teaching,
    int exercises,
    List<Html> questions,
    List<Html> objectives,
    List<Html> keypoints,
    @Nullable LinkView previous,
    @Nullable LinkView next,
    List<EpisodeRowView> siblings,
    String notebook,
    List<LaunchView> hubs,
    List<LaunchView> otherHubs,
    @Nullable LessonMenuView menu,
    String script) {}
