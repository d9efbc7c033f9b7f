package org.chasqui.cli;

import picocli.CommandLine.Option;

/** The one option of a command that only holds others. */
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;
}
