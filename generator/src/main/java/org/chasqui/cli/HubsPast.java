package org.chasqui.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.hub.HubLog;
import org.chasqui.hub.HubReport;
import org.chasqui.pipeline.HubRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The commands that deal with what was published before. */
final class HubsPast {
  private HubsPast() {}

  /** {@code chasqui hubs rollback}. */
  @Command(
      name = "rollback",
      header = "Bring back the notebooks of an earlier publication, with a new commit.",
      description = {
        "'hubs status' tells the number of the last publication. Learners get it like any other"
            + " change. The next push publishes the lessons as they are again."
      })
  static final class Rollback extends HubAction {
    @Option(
        names = "--to",
        required = true,
        order = 10,
        paramLabel = "N",
        description = "The number of the publication.")
    private int to;

    Rollback(Console console) {
      super(console, "rollback");
    }

    @Override
    boolean named() {
      return true;
    }

    @Override
    Ending act(Hubs hubs, Report report) {
      HubRun run = hubs.run(options());
      List<HubReport> reports =
          hubs.contents().stream().map(content -> run.rollback(content, to)).toList();
      HubTable table = HubTable.of(reports);
      return () -> tell(table, report);
    }
  }

  /** {@code chasqui hubs prune}. */
  @Command(
      name = "prune",
      header = "Take away the stubs of notebooks that are no longer published.",
      description = {
        "Without --yes it only shows them; with it, name the hubs. With nbgitpuller before 1.2, learners who changed or"
            + " deleted one of these files cannot pull anything afterwards."
      })
  static final class Prune extends HubAction {
    @Option(names = "--yes", order = 10, description = "Do it.")
    private boolean yes;

    Prune(Console console) {
      super(console, "prune");
    }

    @Override
    boolean named() {
      return yes;
    }

    @Override
    Ending act(Hubs hubs, Report report) {
      HubTable table = HubTable.of(hubs.run(options()).prune(hubs.contents(), yes));
      return () -> {
        int code = tell(table, report);
        if (!yes && !table.plan().isEmpty()) {
          report.say("");
          report.say(
              "Learners who changed or deleted one of these files cannot pull anything afterwards,"
                  + " where nbgitpuller is older than 1.2.");
          report.say("'--yes' takes them away.");
        }
        return code;
      };
    }
  }

  /** {@code chasqui hubs log}. */
  @Command(
      name = "log",
      header = "Show what was done to hubs' branches from this folder, and check that it is whole.",
      description = "Exit code 3 if a line was changed or taken out.")
  static final class Log extends SiteAction {
    Log(Console console) {
      super(console, "hubs log");
    }

    @Override
    Ending work(Path siteFolder, Diagnostics diagnostics, Progress progress, Report report) {
      HubLog log;
      try {
        log = HubLog.read(siteFolder);
      } catch (IOException e) {
        throw new RunStopped.Environment("The log of hubs cannot be read: " + e.getMessage(), e);
      }
      return () -> {
        log.lines().forEach(report::say);
        log.broken().forEach(n -> report.insist("Line " + n + " is not as it was written."));
        log.torn().forEach(n -> report.insist("Line " + n + " was cut off."));
        report.put("lines", log.lines());
        report.put("broken", log.broken());
        report.put("torn", log.torn());
        return report.end(log.broken().isEmpty() ? ExitCode.FINE : ExitCode.HUB);
      };
    }
  }
}
