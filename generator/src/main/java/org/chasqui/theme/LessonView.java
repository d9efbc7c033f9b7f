package org.chasqui.theme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lesson.
 *
 * @param name its short name
 * @param level {@code beginner}, {@code intermediate}, {@code advanced} or empty
 * @param prerequisites what learners should know or have
 * @param licence an SPDX identifier; may be empty
 * @param licenceHref where its text is; may be empty
 * @param schedule its episodes
 * @param teaching minutes of teaching in all
 * @param exercises minutes of exercises in all
 * @param languages how far it is translated
 * @param hubs the hubs that run and teach it
 * @param timetable when each episode begins, with the breaks between them
 * @param clock whether the timetable tells times of day
 * @param menu the way around the lesson
 * @param downloads files to take along
 * @param saving what keeps it on the device; nothing if the site wants no such thing
 * @param credits whom it is owed to
 * @param paths the learning paths that it is part of
 */
public record LessonView(
    String name,
    String level,
    List<Html> prerequisites,
    String licence,
    String licenceHref,
    List<EpisodeRowView> schedule,
    int teaching,
    int exercises,
    List<LanguageShareView> languages,
    List<LinkView> hubs,
    List<ScheduleRowView> timetable,
    boolean clock,
    LessonMenuView menu,
    List<DownloadView> downloads,
    @Nullable SaveView saving,
    CreditsView credits,
    List<LinkView> paths) {}
