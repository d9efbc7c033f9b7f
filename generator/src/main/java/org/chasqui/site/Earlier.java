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
        public Optional<String> stamp(String path) {
          return Optional.empty();
        }

        @Override
        public Optional<String> left(OutputPath path) {
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
   * @param apart files that do not count: of the site by their paths below its folder, of an
   *     installed theme by those below the installation's
   * @return nothing if it is not known
   */
  Optional<String> inputs(Set<String> apart);

  /**
   * What tells the state of one file of the site from every other, so that a run to come which
   * finds the same need not read it.
   *
   * @param path its path below the site's folder
   * @return nothing if the file may change without it, or if the process keeps what it reads
   */
  Optional<String> stamp(String path);

  /**
   * The {@link FileStamp} of a file of the output that is, with all others, as the run left it
   * whose results the memory has.
   *
   * @return nothing if it is not there, or nobody knows
   */
  Optional<String> left(OutputPath path);

  /** The folder that a former run has filled and that this one will fill. */
  Optional<Path> output();
}
