package org.chasqui.theme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job.
 *
 * @param open whether one can still apply
 * @param deadline the last day
 * @param organisation who offers it
 * @param location where; may be empty
 * @param remote whether it can be done from anywhere
 * @param salary what it pays; may be empty
 * @param tasks what is to be done
 * @param apply where to apply, as a URL; may be empty
 */
public record JobView(
    boolean open,
    @Nullable DateView deadline,
    @Nullable LinkView organisation,
    Html location,
    boolean remote,
    Html salary,
    List<Html> tasks,
    String apply) {}
