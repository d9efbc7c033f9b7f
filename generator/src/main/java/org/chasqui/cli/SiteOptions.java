package org.chasqui.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.chasqui.diagnostic.RunStopped;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that works on a site. */
final class SiteOptions {
  static final String LANG = "Speak this language: en, es or fr (default: that of LANG).";
  private static final String CONFIG = "site-content/site.yaml";

  @Option(
      names = "--site",
      order = 50,
      paramLabel = "DIR",
      description =
          "The site's folder. Without it: the nearest folder, from here upwards, that has"
              + " site-content/site.yaml; else Chasqui's own.")
  private @Nullable Path site;

  @Option(names = "--strict", order = 51, description = "Count warnings as errors.")
  private boolean strict;

  @Option(names = "--json", order = 52, description = "Answer in JSON, for programs.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      order = 53,
      description = "Say only what is wrong.")
  private boolean quiet;

  @Option(
      names = "--debug",
      order = 54,
      description = "Show a stack trace if Chasqui itself fails.")
  @SuppressWarnings("UnusedVariable") // Main looks for the word itself, before options are parsed
  private boolean debug;

  @Option(names = "--lang", order = 54, paramLabel = "LANG", description = LANG)
  @SuppressWarnings("UnusedVariable") // Main looks for it before options are parsed
  private String language = "";

  @Option(
      names = {"-h", "--help"},
      order = 55,
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  boolean strict() {
    return strict;
  }

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet || json;
  }

  /**
   * The site's folder, absolute.
   *
   * @throws RunStopped.Usage if there is none
   */
  Path siteFolder(Console console) {
    if (site != null) {
      Path folder = console.folder().resolve(site).normalize();
      if (!isSite(folder)) {
        throw new RunStopped.Usage("There is no site in " + folder + " (no " + CONFIG + ").");
      }
      return folder;
    }
    for (Path folder = console.folder(); folder != null; folder = folder.getParent()) {
      if (isSite(folder)) {
        return folder;
      }
    }
    return console
        .installation()
        .filter(SiteOptions::isSite)
        .orElseThrow(
            () ->
                new RunStopped.Usage(
                    "There is no site here or in the folders above (no "
                        + CONFIG
                        + "). '--site DIR' says where it is."));
  }

  private static boolean isSite(Path folder) {
    return Files.isRegularFile(folder.resolve(CONFIG));
  }
}
