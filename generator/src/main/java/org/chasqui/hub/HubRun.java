package org.chasqui.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.chasqui.site.SourceRevision;
import org.eclipse.jgit.lib.ObjectId;

/**
 * One hub in one run: ask where its branch is, and do something with what is there. Trouble that
 * may pass is tried again, from the beginning.
 */
final class HubRun {
  private static final long FIRST_PAUSE = 50;

  private final HubContent content;
  private final SourceRevision revision;
  private final HubOptions options;
  private final Deadline deadline;
  private final Setting setting;
  private final HubAddress address;
  private final Random random;
  private volatile boolean moving;

  HubRun(HubContent content, HubAddress address, SourceRevision revision, Setting setting) {
    this.content = content;
    this.address = address;
    this.revision = revision;
    this.setting = setting;
    this.options = setting.options();
    this.deadline = new Deadline(options.timeout(), options.deadline());
    this.random = new Random(options.seed() * 31 + hub().id().hashCode());
  }

  /**
   * What is the same for all hubs of a run.
   *
   * @param siteFolder the site
   * @param options how to publish
   * @param contents the names of wanted bytes
   * @param shared the contents that several hubs' copies share
   * @param merges what learners will receive
   * @param pace our manners towards hosts
   * @param log where changes are written down
   * @param known the last publications that are known, by hub id
   * @param steps is told the name of each step of a push, hub by hub
   */
  record Setting(
      Path siteFolder,
      HubOptions options,
      Contents contents,
      SharedBlobs shared,
      MergeCheck merges,
      Pace pace,
      AuditLog log,
      Map<String, Integer> known,
      Consumer<String> steps) {
    /** Where copies of repositories on servers are. */
    static Path copies(Path siteFolder) {
      return siteFolder.resolve(".chasqui").resolve("cache").resolve("hubs");
    }

    Path copies() {
      return copies(siteFolder);
    }
  }

  Hub hub() {
    return content.hub();
  }

  HubContent content() {
    return content;
  }

  SourceRevision revision() {
    return revision;
  }

  Setting setting() {
    return setting;
  }

  HubAddress address() {
    return address;
  }

  Deadline deadline() {
    return deadline;
  }

  /** Whether a branch may just be moving. */
  boolean isMoving() {
    return moving;
  }

  void moving(boolean now) {
    moving = now;
  }

  /** Waits for a place at the hub's host. */
  Semaphore enter() throws InterruptedException {
    return setting.pace().enter(address);
  }

  /** What one attempt does with what it found. */
  interface Step<T> {
    T with(Remote remote, Base base) throws IOException, Trouble;
  }

  /** The site's files, as what the hub shall hold. */
  Goal today(Remote remote, Base base) throws Trouble, IOException {
    HubContent fitted = new Predecessors(base, content, setting.contents()).fitted(remote);
    return Goal.OfSite.of(fitted, revision, setting.contents());
  }

  /** The number of a publication that we know of and a branch does not. */
  Optional<Integer> lost(Base base) {
    return Optional.ofNullable(setting.known().get(hub().id()))
        .filter(number -> number > base.publication());
  }

  /** Refuses to build upon a branch from which publications have vanished. */
  void refuseRewritten(Base base) throws Trouble {
    Optional<Integer> lost = lost(base);
    if (lost.isPresent()) {
      throw new Trouble(
          Trouble.Code.REWRITTEN,
          "Publication "
              + lost.get()
              + " is gone: the branch "
              + (base.publication() == 0
                  ? "has none of ours any more."
                  : "is back at " + base.publication() + "."));
    }
  }

  HubReport plan() throws Trouble {
    return tried((remote, base) -> new Publishing(this, remote, base).plan(today(remote, base)));
  }

  HubReport push() throws Trouble {
    return tried(
        (remote, base) ->
            new Publishing(this, remote, base).push(today(remote, base), Occasion.PUBLISH));
  }

  /** Brings back the files of a publication of the past, with a new commit. */
  HubReport rollback(int publication) throws Trouble {
    return tried(
        (remote, base) -> {
          try (Past past = Past.of(remote, base.tip(), hub());
              Base whole = Base.of(remote, base.tip(), hub())) {
            return new Publishing(this, remote, whole)
                .push(past.publication(publication), Occasion.restore(publication));
          }
        });
  }

  /** Takes away what we put there and no longer want, or tells what that would be. */
  HubReport prune(boolean really) throws Trouble {
    return tried(
        (remote, base) -> {
          if (base.manifest().isEmpty()) {
            return HubReport.of(hub(), new HubOutcome.Unchanged(name(base)));
          }
          Goal goal = new Goal.OfWeeding(base.manifest().get(), today(remote, base));
          Publishing publishing = new Publishing(this, remote, base);
          return really ? publishing.push(goal, Occasion.PRUNE) : publishing.plan(goal);
        });
  }

  HubStatus status() throws Trouble {
    return tried((remote, base) -> status(base, compare(base, today(remote, base))));
  }

  private HubStatus status(Base base, Comparison comparison) {
    Optional<String> source = base.manifest().flatMap(Manifest::source);
    return new HubStatus(
        hub(),
        base.tip().commit().map(ObjectId::name),
        base.publication(),
        source,
        comparison.published(),
        comparison.kept(),
        List.copyOf(comparison.adopted()),
        SourceRevisions.since(setting.siteFolder(), source),
        base.tip().headElsewhere(),
        lost(base).isPresent(),
        Optional.empty(),
        Lineages.editionOf(base));
  }

  HubDiff diff() throws Trouble {
    return tried(
        (remote, base) ->
            new Differences(hub(), remote, base).of(compare(base, today(remote, base))));
  }

  /** The notebooks that somebody changed there. */
  HubChanges changes() throws Trouble {
    return tried((remote, base) -> new ChangedThere(hub(), remote, base).read());
  }

  /** Whether the branch holds what its manifest says. */
  HubVerification verify() throws Trouble {
    return tried((remote, base) -> new Verifier(hub(), remote, base).verify());
  }

  Comparison compare(Base base, Goal goal) throws IOException {
    return new Comparison(base, hub(), goal, options.drift());
  }

  static String name(Base base) {
    return base.tip().commit().map(ObjectId::name).orElse("");
  }

  /** The repository, as seen through a branch. */
  Remote remote(Deadline within, String branch) {
    if (address instanceof HubAddress.Server server) {
      HubCache cache = new HubCache(setting.copies().resolve(hub().id()), setting.shared());
      return new WireRemote(server, hub(), branch, options, within, cache);
    }
    return new LocalRemote((HubAddress.Local) address, branch);
  }

  /** Tries again what may pass: somebody who was faster, a network that failed. */
  <T> T tried(Step<T> step) throws Trouble {
    for (int attempt = 1; ; attempt++) {
      try (Remote remote = remote(deadline, hub().branch())) {
        return attempted(remote, step);
      } catch (Trouble e) {
        if (!e.passes() || attempt >= options.attempts() || !deadline.waitFor(pause(e, attempt))) {
          throw e;
        }
      } catch (IOException e) {
        throw Troubles.here(e, Trouble.Code.LOCAL_DISK);
      }
    }
  }

  private <T> T attempted(Remote remote, Step<T> step) throws Trouble, IOException {
    try {
      return attempt(remote, step);
    } catch (IOException e) {
      Trouble trouble = remote.explain(e);
      if (trouble.code() != Trouble.Code.CORRUPT || !remote.forget()) {
        throw trouble;
      }
      return attempt(remote, step);
    }
  }

  private <T> T attempt(Remote remote, Step<T> step) throws Trouble, IOException {
    deadline.check();
    setting.steps().accept("begin");
    try (Base base = Base.of(remote, remote.tip(), hub())) {
      setting.steps().accept("fetched");
      return step.with(remote, base);
    }
  }

  // Full jitter: those who collided once do not collide again in step.
  private Duration pause(Trouble trouble, int attempt) {
    long most = FIRST_PAUSE << Math.min(attempt, 7);
    return trouble.retryAfter().orElseGet(() -> Duration.ofMillis(1 + random.nextLong(most)));
  }
}
