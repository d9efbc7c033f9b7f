package org.chasqui.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.hub.HubOptions;
import org.chasqui.hub.HubPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chasqui hubs plan} and {@code chasqui hubs push}. */
final class HubsPush {
  private HubsPush() {}

  /** {@code chasqui hubs plan}. */
  @Command(
      name = "plan",
      header = "Show what a push would add, change and withdraw; send nothing.",
      description = "Saved with --json, a plan can be carried out by 'hubs push --plan'.")
  static final class Plan extends HubAction {
    @Mixin private HubRules rules = new HubRules();

    Plan(Console console) {
      super(console, "plan");
    }

    @Override
    HubOptions options() {
      return rules.apply(reach(console));
    }

    @Override
    Ending act(Hubs hubs, Report report) {
      HubTable table = HubTable.of(hubs.run(options()).plan(hubs.contents()));
      return () -> tell(table, report);
    }
  }

  /** {@code chasqui hubs push}. */
  @Command(name = "push", header = "Push the notebooks to the hubs.")
  static final class Push extends HubAction {
    @Mixin private HubRules rules = new HubRules();

    @Option(
        names = "--plan",
        order = 15,
        paramLabel = "FILE",
        description =
            "Do what this plan says, or nothing: exit code 4 if a branch or the lessons have"
                + " changed since it was made.")
    private @Nullable Path plan;

    Push(Console console) {
      super(console, "push");
    }

    @Override
    HubOptions options() {
      return rules.apply(reach(console));
    }

    @Override
    Ending act(Hubs hubs, Report report) {
      if (plan == null) {
        HubTable table = HubTable.of(hubs.run(options()).push(hubs.contents()));
        return () -> tell(table, report);
      }
      return planned(read(console.folder().resolve(plan)), hubs, report);
    }

    private Ending planned(HubPlan saved, Hubs all, Report report) {
      Hubs hubs = all.only(saved.hubs().keySet());
      List<String> obstacles = saved.obstacles(hubs.run(options()).plan(hubs.contents()));
      if (!obstacles.isEmpty()) {
        return () -> {
          obstacles.forEach(report::insist);
          report.insist("Nothing was pushed. Make a new plan, and look at it.");
          report.put("obstacles", obstacles);
          return report.end(ExitCode.ENVIRONMENT);
        };
      }
      HubOptions options = options().expecting(saved.bases());
      HubTable table = HubTable.of(hubs.run(options).push(hubs.contents()));
      return () -> tell(table, report);
    }

    private static HubPlan read(Path file) {
      String text;
      try {
        text = Files.readString(file, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new RunStopped.Usage("The plan " + file + " cannot be read.");
      }
      return HubPlan.read(text)
          .orElseThrow(
              () ->
                  new RunStopped.Usage(
                      file + " is no plan; 'chasqui hubs plan --json > FILE' makes one."));
    }
  }
}
