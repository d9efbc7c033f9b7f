package org.chasqui.site;

import java.nio.file.Path;

/** A file to write. */
public sealed interface OutputFile {
  /** Where. */
  OutputPath path();

  /**
   * Made here; written as UTF-8.
   *
   * @param path where
   * @param content what
   */
  record Text(OutputPath path, String content) implements OutputFile {}

  /**
   * Copied, byte for byte.
   *
   * @param path where
   * @param from what
   */
  record Copy(OutputPath path, Path from) implements OutputFile {}
}
