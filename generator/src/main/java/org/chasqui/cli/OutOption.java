package org.chasqui.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the site goes. */
final class OutOption {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder to write the site to (default: public in the site's folder).")
  private @Nullable Path out;

  /** The folder, absolute. */
  Path folder(Path siteFolder, Console console) {
    return out == null ? siteFolder.resolve("public") : console.folder().resolve(out).normalize();
  }
}
