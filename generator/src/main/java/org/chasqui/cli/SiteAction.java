package org.chasqui.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chasqui.diagnostic.Diagnostics;
import picocli.CommandLine.Mixin;

/** What the commands within a command ({@code hubs push}, {@code translate update}) share. */
abstract class SiteAction implements Callable<Integer> {
  final Console console;
  private final String name;
  @Mixin private SiteOptions options = new SiteOptions();

  /**
   * @param name what the command is called, with the one it stands in: {@code hubs push}
   */
  SiteAction(Console console, String name) {
    this.console = console;
    this.name = name;
  }

  /** The site's folder. */
  Path siteFolder() {
    return options.siteFolder(console);
  }

  /** What remains to be said when the work is done and nobody waits any more. */
  interface Ending {
    int end();
  }

  /** Does the work. */
  abstract Ending work(Path siteFolder, Diagnostics diagnostics, Progress progress, Report report);

  @Override
  public Integer call() {
    Report report = new Report(console, options, name);
    Ending ending;
    Path siteFolder = siteFolder();
    try (Progress progress = Progress.start(console, options.quiet())) {
      ending = work(siteFolder, new Diagnostics(), progress, report);
    }
    return ending.end();
  }
}
