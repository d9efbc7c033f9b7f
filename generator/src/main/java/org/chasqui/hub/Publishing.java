package org.chasqui.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chasqui.site.Hub;
import org.chasqui.site.HubOutcome;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Plans or makes one publication on one base: compare, write a commit on top, move the branch, and
 * ask again. Whoever moves the branch in between is built upon, never overwritten.
 */
final class Publishing {
  private static final Duration LAST_LOOK = Duration.ofMillis(1500);

  private final HubRun run;
  private final Remote remote;
  private final Base base;
  private final HubOptions options;
  private final Consumer<String> steps;

  Publishing(HubRun run, Remote remote, Base base) {
    this.run = run;
    this.remote = remote;
    this.base = base;
    this.options = run.setting().options();
    this.steps = run.setting().steps();
  }

  private Hub hub() {
    return run.hub();
  }

  HubReport plan(Goal goal) throws IOException, Trouble {
    run.refuseRewritten(base);
    Comparison comparison = run.compare(base, goal);
    Forecast forecast = new Forecast(run, remote, base, comparison);
    HubOutcome outcome =
        comparison.nothing()
            ? settled(comparison)
            : new HubOutcome.Planned(
                comparison.added(), comparison.changed(), comparison.removed(), comparison.kept());
    return new HubReport(hub(), outcome, forecast.details(), Lineages.editionOf(base));
  }

  HubReport push(Goal goal, Occasion occasion) throws IOException, Trouble {
    run.refuseRewritten(base);
    Comparison comparison = run.compare(base, goal);
    if (comparison.nothing()) {
      return new HubReport(hub(), settled(comparison), HubDetails.NONE, Lineages.editionOf(base));
    }
    refuseMoved();
    Forecast forecast = new Forecast(run, remote, base, comparison);
    HubDetails details = forecast.details();
    forecast.refuse(details);
    Optional<CommitMaker.Signer> signer = Signing.of(hub(), run.address(), options);
    steps.accept("compared");
    CommitMaker.Made made =
        new CommitMaker(hub(), run.revision(), signer, options.tool())
            .write(remote, base, comparison, occasion);
    steps.accept("committed");
    run.deadline().check();
    HubOutcome outcome = sent(made.commit(), comparison, details);
    boolean there =
        outcome instanceof HubOutcome.Published || outcome instanceof HubOutcome.Drifted;
    return new HubReport(
        hub(), outcome, details, there ? Optional.of(made.edition()) : Optional.empty());
  }

  private void refuseMoved() throws Trouble {
    String expected = options.expected().get(hub().id());
    if (expected != null && !expected.equals(HubRun.name(base))) {
      throw new Trouble(Trouble.Code.MOVED, "The branch has moved since the plan was made.");
    }
  }

  private HubOutcome sent(ObjectId commit, Comparison comparison, HubDetails details)
      throws Trouble {
    AuditLog.Entry entry = run.setting().log().entry(hub());
    entry.moves(HubRun.name(base), commit.name(), base.publication() + 1, details);
    try {
      HubOutcome outcome = move(commit).orElseGet(() -> published(commit, comparison));
      entry.ended(outcome);
      return outcome;
    } catch (Trouble e) {
      entry.ended(e.outcome());
      if ((options.fallback() || hub().delivery().fallbackBranch())
          && e.code() == Trouble.Code.PROTECTED) {
        return new Proposal(run, remote, base).make(commit, comparison.goal(), e);
      }
      throw e;
    }
  }

  private static HubOutcome published(ObjectId commit, Comparison comparison) {
    return comparison.kept().isEmpty()
        ? new HubOutcome.Published(
            commit.name(), comparison.added(), comparison.changed(), comparison.removed())
        : new HubOutcome.Drifted(commit.name(), comparison.kept(), comparison.published());
  }

  private HubOutcome settled(Comparison comparison) {
    String tip = HubRun.name(base);
    return comparison.kept().isEmpty()
        ? new HubOutcome.Unchanged(tip)
        : new HubOutcome.Drifted(tip, comparison.kept(), List.of());
  }

  // Empty if the branch is at the commit.
  private Optional<HubOutcome> move(ObjectId commit) throws Trouble {
    run.deadline().waitFor(run.setting().pace().turn(run.address()));
    run.moving(true);
    @Nullable Trouble trouble = null;
    try {
      steps.accept("moving");
      remote.move(commit, base.tip(), List.of());
      steps.accept("moved");
    } catch (Trouble e) {
      trouble = e;
    }
    Optional<HubOutcome> outcome = look(commit, trouble);
    run.moving(false);
    steps.accept("looked");
    return outcome;
  }

  // The last word is the branch's, not an answer's: answers get lost after the server has acted,
  // and servers have said yes without acting.
  private Optional<HubOutcome> look(ObjectId commit, @Nullable Trouble trouble) throws Trouble {
    Optional<ObjectId> now;
    try {
      now = tipNow();
    } catch (Trouble | IOException e) {
      return trouble == null
          ? Optional.empty()
          : Optional.of(
              new HubOutcome.Unknown(
                  trouble.text() + " Whether it arrived could not be found out."));
    }
    if (now.equals(Optional.of(commit))) {
      return Optional.empty();
    }
    if (trouble != null) {
      throw trouble;
    }
    return now.equals(base.tip().commit())
        ? Optional.of(
            new HubOutcome.Unknown("The server said that it moved the branch, but it has not."))
        : Optional.empty();
  }

  private Optional<ObjectId> tipNow() throws Trouble, IOException {
    boolean time = run.deadline().left().compareTo(LAST_LOOK) > 0;
    if (!time) {
      // The end of the deadline interrupts whatever waits; this look has its own short time.
      Thread.interrupted();
    }
    Deadline within = time ? run.deadline() : new Deadline(LAST_LOOK, LAST_LOOK);
    try (Remote again = run.remote(within, remote.branch())) {
      return again.tip().commit();
    }
  }
}
