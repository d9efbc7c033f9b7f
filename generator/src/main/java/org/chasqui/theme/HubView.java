package org.chasqui.theme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A community's hub.
 *
 * @param page its own page
 * @param status {@code active}, {@code planned} or {@code retired}
 * @param kind how learners come to the notebooks: {@code nbgitpuller}, {@code folder}, {@code
 *     binder}, {@code jupyterlite} or {@code download}; of a retired hub with a Binder in its
 *     place, {@code binder}; of any other retired one, {@code download}
 * @param address its address; may be empty
 * @param community whose it is
 * @param languages the names of the languages its notebooks are in
 * @param repository where anybody can read its repository; may be empty
 * @param environment what its computers have, in a sentence; may be empty
 * @param publication the number of the last publication that is known; 0 if none is
 * @param since the time of its newest lesson, if it is known
 * @param lessons the lessons it has
 */
public record HubView(
    LinkView page,
    String status,
    String kind,
    String address,
    @Nullable LinkView community,
    List<String> languages,
    String repository,
    Html environment,
    int publication,
    @Nullable DateView since,
    List<HubLessonView> lessons) {}
