package org.chasqui.markdown;

import java.util.Optional;

/** Reads files of the site that a text includes. */
@FunctionalInterface
public interface SiteFiles {
  /** No files at all. */
  SiteFiles NONE = path -> Optional.empty();

  /**
   * The text of a file, or nothing if there is no such file.
   *
   * @param path as the author wrote it: relative to the text's own file, or from the site's root
   *     with a leading slash
   */
  Optional<String> read(String path);
}
