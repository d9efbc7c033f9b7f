package org.chasqui.site;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What is known of the run before, and of what this one reads, before anything is read. */
public interface Earlier {
  /** Nothing. */
  Earlier NOTHING =
      new Earlier() {
        @Override
        public Optional<String> inputs(Set<String> apart) {
          return Optional.empty();
        }

        @Override
        public Optional<Path> output() {
          return Optional.empty();
        }
      };

  /**
   * What tells the state of all that a build reads, and of how it was asked for, from every other.
   *
   * @param apart files of the site that do not count, by their paths below its folder
   * @return nothing if it is not known
   */
  Optional<String> inputs(Set<String> apart);

  /** The folder that a former run has filled and that this one will fill. */
  Optional<Path> output();
}
