package org.chasqui.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.hub.HubOptions;
import org.chasqui.pipeline.BuildRequest;
import org.chasqui.pipeline.BuiltSite;
import org.chasqui.pipeline.HubRun;
import org.chasqui.pipeline.SiteBuilder;
import org.chasqui.site.HubContent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chasqui hubs}: the hubs alone, without the site. */
@Command(
    name = "hubs",
    header = "See what hubs have and lack; push notebooks to them.",
    customSynopsis = "chasqui hubs plan|push|status [OPTIONS] [HUB...]")
final class HubsCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  /** Its commands, by name. */
  static Map<String, Object> actions(Console console) {
    Map<String, Object> actions = new LinkedHashMap<>();
    actions.put("plan", new Plan(console));
    actions.put("push", new Push(console));
    actions.put("status", new Status(console));
    return actions;
  }

  /** How the program reaches hubs: credentials from the environment, keys from {@code ~/.ssh}. */
  static HubOptions reach(Console console) {
    HubOptions options = HubOptions.of(name -> Optional.ofNullable(console.env().get(name)));
    String home = console.env().getOrDefault("HOME", "");
    return home.isEmpty() ? options : options.ssh(Path.of(home, ".ssh"));
  }

  /** Ends a command with the table. */
  static int tell(HubTable table, Report report) {
    report.put("hubs", table.json());
    report.say("");
    table.lines().forEach(table.troubled() > 0 ? report::insist : report::say);
    table.plan().forEach(report::say);
    return report.end(table.troubled() > 0 ? ExitCode.HUB : ExitCode.FINE);
  }

  /** What plan, push and status have in common. */
  abstract static class Action implements Callable<Integer> {
    private final Console console;
    private final String name;
    @Mixin private SiteOptions options = new SiteOptions();

    @Parameters(paramLabel = "HUB", arity = "0..*", description = "Only these hubs (default: all).")
    private List<String> hubs = List.of();

    Action(Console console, String name) {
      this.console = console;
      this.name = name;
    }

    /** Does it, and collects what became of each hub. */
    abstract HubTable act(HubRun run, List<HubContent> contents);

    @Override
    public Integer call() {
      Report report = new Report(console, options, "hubs " + name);
      BuildRequest request =
          BuildRequest.of(options.siteFolder(console), console.installation(), console.now());
      Diagnostics diagnostics = new Diagnostics();
      try (Progress progress = Progress.start(console, options.quiet())) {
        BuiltSite built = new SiteBuilder(request, diagnostics, progress).withoutPages();
        HubRun run = new HubRun(request, reach(console), progress);
        List<HubContent> contents = wanted(run.contents(built, diagnostics));
        progress.pause();
        if (!report.accepts(diagnostics)) {
          return report.refuse("Nothing was pushed.");
        }
        HubTable table = act(run, contents);
        progress.pause();
        return tell(table, report);
      }
    }

    private List<HubContent> wanted(List<HubContent> contents) {
      Set<String> known = new TreeSet<>(contents.stream().map(c -> c.hub().id()).toList());
      for (String hub : hubs) {
        if (!known.contains(hub)) {
          String hint =
              Suggestion.didYouMean(hub, known)
                  .orElse("There are: " + String.join(", ", known) + ".");
          throw new RunStopped.Usage("There is no hub '" + hub + "'. " + hint);
        }
      }
      return contents.stream().filter(c -> hubs.isEmpty() || hubs.contains(c.hub().id())).toList();
    }
  }

  /** {@code chasqui hubs plan}. */
  @Command(name = "plan", header = "Show what a push would add, change and withdraw; send nothing.")
  static final class Plan extends Action {
    Plan(Console console) {
      super(console, "plan");
    }

    @Override
    HubTable act(HubRun run, List<HubContent> contents) {
      return HubTable.of(run.plan(contents));
    }
  }

  /** {@code chasqui hubs push}. */
  @Command(name = "push", header = "Push the notebooks to the hubs.")
  static final class Push extends Action {
    Push(Console console) {
      super(console, "push");
    }

    @Override
    HubTable act(HubRun run, List<HubContent> contents) {
      return HubTable.of(run.push(contents));
    }
  }

  /** {@code chasqui hubs status}. */
  @Command(name = "status", header = "Ask each hub's repository how it stands; send nothing.")
  static final class Status extends Action {
    Status(Console console) {
      super(console, "status");
    }

    @Override
    HubTable act(HubRun run, List<HubContent> contents) {
      return HubTable.ofStatus(run.status(contents));
    }
  }
}
