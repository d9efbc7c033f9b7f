package org.chasqui.cli;

import org.chasqui.diagnostic.RunStopped;
import org.chasqui.hub.HubOptions;
import picocli.CommandLine.Option;

/** The options of every command that plans or makes publications. */
final class HubRules {
  @Option(
      names = "--adopt",
      order = 10,
      description = "What somebody changed in a hub's repository is theirs from now on.")
  private boolean adopt;

  @Option(
      names = "--overwrite",
      order = 11,
      description = "Put our files back where somebody changed them; theirs stay in the history.")
  private boolean overwrite;

  @Option(
      names = "--strict-merge",
      order = 12,
      description = "Refuse hubs whose learners would not receive all of a change.")
  private boolean strictMerge;

  @Option(
      names = "--require-signature",
      order = 13,
      description = "Refuse hubs for which there is no key to sign with.")
  private boolean requireSignature;

  @Option(
      names = "--fallback-branch",
      order = 14,
      description = "Where a branch is protected, push to a branch lessons/N beside it.")
  private boolean fallback;

  @Option(
      names = "--accept-rewritten",
      order = 16,
      description = "Build upon branches from which publications have vanished.")
  private boolean acceptRewritten;

  HubOptions apply(HubOptions options) {
    if (adopt && overwrite) {
      throw new RunStopped.Usage("--adopt and --overwrite exclude each other.");
    }
    HubOptions.Drift drift =
        adopt
            ? HubOptions.Drift.ADOPT
            : overwrite ? HubOptions.Drift.OVERWRITE : HubOptions.Drift.KEEP;
    return options
        .drift(drift)
        .strictMerge(strictMerge)
        .requireSignature(requireSignature)
        .fallback(fallback)
        .acceptRewritten(acceptRewritten);
  }
}
