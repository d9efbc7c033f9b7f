package org.chasqui.hub;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.site.HubOutcome;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Where a branch is protected: puts the publication on a branch {@code lessons/NUMBER} beside it,
 * and tells where it can be accepted. What is on such a branch already is built upon.
 */
final class Proposal {
  private static final Pattern LINK = Pattern.compile("https?://\\S+");

  private final HubRun run;
  private final Remote remote;
  private final Base base;

  Proposal(HubRun run, Remote remote, Base base) {
    this.run = run;
    this.remote = remote;
    this.base = base;
  }

  /**
   * Makes it.
   *
   * @param commit the publication, on top of the protected branch
   * @param goal what it is of
   * @param refusal what the server said of the protected branch
   */
  HubOutcome make(ObjectId commit, Goal goal, Trouble refusal) throws Trouble {
    String name = "lessons/" + (base.publication() + 1);
    Remote there = remote.at(name);
    AuditLog.Entry entry = run.setting().log().entry(run.hub());
    try {
      Remote.Tip tip = there.tip();
      ObjectId wanted = tip.commit().isEmpty() ? commit : onTop(there, tip, goal);
      if (tip.commit().filter(wanted::equals).isPresent()) {
        return new HubOutcome.Proposed(name, wanted.name(), "It is waiting there already.");
      }
      entry.moves(tip.commit().map(ObjectId::name).orElse(""), wanted.name(), name);
      HubOutcome outcome = moved(there, wanted, tip, name);
      entry.ended(outcome);
      return outcome;
    } catch (IOException e) {
      throw remote.explain(e);
    } catch (Trouble e) {
      entry.ended(e.outcome());
      throw new Trouble(
          e.code(), refusal.text() + " The branch " + name + " failed too: " + e.text());
    }
  }

  private ObjectId onTop(Remote there, Remote.Tip tip, Goal goal) throws IOException, Trouble {
    try (Base its = Base.of(there, tip, run.hub())) {
      Comparison comparison = run.compare(its, goal);
      return comparison.nothing()
          ? tip.commit().orElseThrow()
          : new CommitMaker(
                  run.hub(),
                  run.revision(),
                  Signing.of(run.hub(), run.address(), run.setting().options()),
                  run.setting().options().tool())
              .write(there, its, comparison, Occasion.PUBLISH)
              .commit();
    }
  }

  private HubOutcome moved(Remote there, ObjectId commit, Remote.Tip from, String name)
      throws Trouble {
    List<String> wishes =
        List.of(
            "merge_request.create",
            "merge_request.target=" + run.hub().branch(),
            "merge_request.title=Publish lessons");
    String said = there.move(commit, from, wishes);
    if (!there.tip().commit().equals(java.util.Optional.of(commit))) {
      return new HubOutcome.Unknown("The branch " + name + " is not where it was pushed to.");
    }
    Matcher link = LINK.matcher(said);
    return new HubOutcome.Proposed(
        name, commit.name(), link.find() ? link.group() : "Ask for it to be merged.");
  }
}
