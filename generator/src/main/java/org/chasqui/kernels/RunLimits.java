package org.chasqui.kernels;

import java.time.Duration;

/**
 * What a notebook may use while it is tested.
 *
 * @param cell the longest that one cell may run
 * @param notebook the longest that all cells of a notebook together may run
 * @param megabytes the memory that a kernel may take; 0 for as much as there is
 * @param network whether code may reach the network
 */
public record RunLimits(Duration cell, Duration notebook, int megabytes, boolean network) {
  /** A minute for a cell, five for a notebook, 4 GB, no network. */
  public static final RunLimits USUAL =
      new RunLimits(Duration.ofSeconds(60), Duration.ofSeconds(300), 4096, false);
}
