package org.chasqui.theme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A community's hub.
 *
 * @param status {@code active}, {@code planned} or {@code retired}
 * @param address its address; may be empty
 * @param community whose it is
 * @param languages the names of the languages its notebooks are in
 * @param repository where anybody can read its repository; may be empty
 * @param lessons the lessons it has
 */
public record HubView(
    String status,
    String address,
    @Nullable LinkView community,
    List<String> languages,
    String repository,
    List<HubLessonView> lessons) {}
