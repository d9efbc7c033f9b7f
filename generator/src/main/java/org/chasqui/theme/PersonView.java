package org.chasqui.theme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person.
 *
 * @param role what they do; may be empty
 * @param pronouns how to speak of them; may be empty
 * @param organisation where they work
 * @param orcid their ORCID; may be empty
 * @param links where else they are found
 * @param picture their portrait
 * @param work what they wrote
 */
public record PersonView(
    Html role,
    Html pronouns,
    @Nullable LinkView organisation,
    String orcid,
    List<LinkView> links,
    @Nullable PictureView picture,
    List<CardView> work) {}
