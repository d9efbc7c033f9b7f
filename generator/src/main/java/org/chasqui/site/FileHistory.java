package org.chasqui.site;

import java.time.Instant;
import java.util.List;

/**
 * What version control knows of a source file.
 *
 * @param changed when it was last changed
 * @param contributors the names of those who changed it, first come first
 */
public record FileHistory(Instant changed, List<String> contributors) {
  /** Copies, so that nobody can change it. */
  public FileHistory {
    contributors = List.copyOf(contributors);
  }
}
