package org.chasqui.hub;

import org.chasqui.site.OutputPath;

/**
 * A change that some learners would not receive: their nbgitpuller keeps their side where both
 * changed neighbouring lines.
 *
 * @param path the notebook
 * @param cell the id of the cell
 * @param learner what these learners did with the notebook: {@code ran-all}, or {@code
 *     ran-all-and-added} (a cell of their own at the end)
 */
public record MergeLoss(OutputPath path, String cell, String learner) {}
