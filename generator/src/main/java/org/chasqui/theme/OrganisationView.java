package org.chasqui.theme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation.
 *
 * @param organisationKind {@code partner}, {@code community}, {@code funder} or what its record
 *     says
 * @param url where it is found; may be empty
 * @param place where it works; may be empty
 * @param logo its sign
 * @param people its people
 * @param hubs its hubs
 * @param news its jobs and events
 */
public record OrganisationView(
    String organisationKind,
    String url,
    Html place,
    @Nullable PictureView logo,
    List<CardView> people,
    List<CardView> hubs,
    List<CardView> news) {}
