package org.chasqui.theme;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a shortcode stands.
 *
 * @param id what it is
 * @param kind its kind
 * @param language its language's tag
 * @param title its title
 * @param params whatever else its front matter holds
 * @param job what it says as a job
 * @param event what it says as an event
 * @param openJobs all open jobs of the site, in the page's language
 */
public record ShortcodePageView(
    String id,
    String kind,
    String language,
    Html title,
    Map<String, Object> params,
    @Nullable JobView job,
    @Nullable EventView event,
    List<CardView> openJobs) {}
