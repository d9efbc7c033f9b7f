package org.chasqui.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chasqui hubs}: the hubs alone, without the site. */
@Command(
    name = "hubs",
    header = "See what hubs have and lack; push notebooks to them.",
    customSynopsis = "chasqui hubs COMMAND [OPTIONS] [HUB...]")
final class HubsCommand {
  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private HelpOption help = new HelpOption();

  /** Its commands, by name. */
  static Map<String, Object> actions(Console console) {
    Map<String, Function<Console, Object>> makers = new LinkedHashMap<>();
    makers.put("plan", HubsPush.Plan::new);
    makers.put("push", HubsPush.Push::new);
    makers.put("status", Status::new);
    makers.put("diff", Diff::new);
    makers.put("verify", Verify::new);
    makers.put("rollback", HubsPast.Rollback::new);
    makers.put("prune", HubsPast.Prune::new);
    makers.put("log", HubsPast.Log::new);
    Map<String, Object> actions = new LinkedHashMap<>();
    makers.forEach((name, make) -> actions.put(name, make.apply(console)));
    return actions;
  }

  /** {@code chasqui hubs status}. */
  @Command(name = "status", header = "Ask each hub's repository how it stands; send nothing.")
  static final class Status extends HubAction {
    @Option(
        names = "--exit-code",
        order = 10,
        description = "Exit code 3 if a hub is behind, lacks its branch or was changed there.")
    private boolean exitCode;

    Status(Console console) {
      super(console, "status");
    }

    @Override
    Ending act(Hubs hubs, Report report) {
      HubTable table = HubTable.ofStatus(hubs.run(options()).status(hubs.contents()), exitCode);
      return () -> tell(table, report);
    }
  }

  /** {@code chasqui hubs diff}. */
  @Command(
      name = "diff",
      header = "Show what a push would change, notebooks cell by cell; send nothing.")
  static final class Diff extends HubAction {
    Diff(Console console) {
      super(console, "diff");
    }

    @Override
    Ending act(Hubs hubs, Report report) {
      HubDiffs diffs = new HubDiffs(hubs.run(options()).diff(hubs.contents()));
      return () -> {
        diffs.lines().forEach(report::say);
        report.put("hubs", diffs.json());
        return report.end(diffs.troubled() ? ExitCode.HUB : ExitCode.FINE);
      };
    }
  }

  /** {@code chasqui hubs verify}. */
  @Command(
      name = "verify",
      header = "Hold what hubs' branches have against what was published there.",
      description = "Exit code 3 if anything is missing or was changed.")
  static final class Verify extends HubAction {
    @Option(
        names = "--offline",
        order = 10,
        description = "Ask no server: look at the copy that the last run left.")
    private boolean offline;

    Verify(Console console) {
      super(console, "verify");
    }

    @Override
    Ending act(Hubs hubs, Report report) {
      HubTable table =
          HubTable.ofVerification(hubs.run(options().offline(offline)).verify(hubs.contents()));
      return () -> tell(table, report);
    }
  }
}
