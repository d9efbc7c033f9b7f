package org.chasqui.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.hub.HubOptions;
import org.chasqui.pipeline.BuildRequest;
import org.chasqui.pipeline.BuiltSite;
import org.chasqui.pipeline.HubRun;
import org.chasqui.pipeline.SiteBuilder;
import org.chasqui.site.HubContent;
import picocli.CommandLine.Parameters;

/** What the commands of {@code hubs} have in common: a site, and some of its hubs. */
abstract class HubAction extends SiteAction {
  @Parameters(paramLabel = "HUB", arity = "0..*", description = "Only these hubs (default: all).")
  private List<String> hubs = List.of();

  HubAction(Console console, String name) {
    super(console, "hubs " + name);
  }

  /** How the program reaches hubs: credentials from the environment, keys from {@code ~/.ssh}. */
  static HubOptions reach(Console console) {
    HubOptions options =
        HubOptions.of(name -> Optional.ofNullable(console.env().get(name)))
            .log(console.clock())
            .tool("chasqui " + Main.release());
    String agent = console.env().getOrDefault("SSH_AUTH_SOCK", "");
    HubOptions withAgent = agent.isEmpty() ? options : options.agent(Path.of(agent));
    String home = console.env().getOrDefault("HOME", "");
    return home.isEmpty() ? withAgent : withAgent.ssh(Path.of(home, ".ssh"));
  }

  /** Whether hubs must be named. */
  boolean named() {
    return false;
  }

  /** How it publishes. */
  HubOptions options() {
    return reach(console);
  }

  /**
   * Does it.
   *
   * @param hubs makes what asks and changes the hubs, with these options
   * @return what remains to be said
   */
  abstract Ending act(Hubs hubs, Report report);

  /**
   * The hubs that were named.
   *
   * @param request the site
   * @param contents what each should hold
   * @param progress is told how far it is
   */
  record Hubs(BuildRequest request, List<HubContent> contents, Progress progress) {
    HubRun run(HubOptions options) {
      return new HubRun(request, options, progress);
    }

    Hubs only(Set<String> ids) {
      return new Hubs(
          request, contents.stream().filter(c -> ids.contains(c.hub().id())).toList(), progress);
    }
  }

  @Override
  Ending work(Path siteFolder, Diagnostics diagnostics, Progress progress, Report report) {
    if (named() && hubs.isEmpty()) {
      throw new RunStopped.Usage("Name the hubs that are meant.");
    }
    BuildRequest request = BuildRequest.of(siteFolder, console.installation(), console.now());
    BuiltSite built = new SiteBuilder(request, diagnostics, progress).withoutPages();
    HubRun run = new HubRun(request, options(), progress);
    List<HubContent> contents = wanted(run.contents(built, diagnostics));
    progress.pause();
    if (!report.accepts(diagnostics)) {
      return () -> report.refuse("Nothing was pushed.");
    }
    Ending ending = act(new Hubs(request, contents, progress), report);
    progress.pause();
    return ending;
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

  /** Ends a command with the table. */
  int tell(HubTable table, Report report) {
    return tell(table, report, console);
  }

  static int tell(HubTable table, Report report, Console console) {
    NextSteps next = NextSteps.of(console);
    report.put("hubs", table.json(next));
    report.say("");
    table.lines(console.words()).forEach(table.troubled() > 0 ? report::insist : report::say);
    table.remarks(next).forEach(report::insist);
    table.plan().forEach(report::say);
    return report.end(table.troubled() > 0 ? ExitCode.HUB : ExitCode.FINE);
  }
}
