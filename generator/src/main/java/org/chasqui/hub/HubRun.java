package org.chasqui.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.chasqui.site.SourceRevision;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * One hub in one run: ask where its branch is, compare, write a commit on top, move the branch, and
 * ask again. Whoever moves the branch in between is built upon, never overwritten.
 */
final class HubRun {
  private static final Duration LAST_LOOK = Duration.ofMillis(1500);
  private static final long FIRST_PAUSE = 50;

  private final HubContent content;
  private final SourceRevision revision;
  private final Contents contents;
  private final HubOptions options;
  private final Deadline deadline;
  private final Path siteFolder;
  private final HubAddress address;
  private final Random random;
  private volatile boolean moving;

  HubRun(
      HubContent content,
      HubAddress address,
      SourceRevision revision,
      Contents contents,
      Setting setting) {
    this.content = content;
    this.address = address;
    this.revision = revision;
    this.contents = contents;
    this.options = setting.options();
    this.siteFolder = setting.siteFolder();
    this.deadline = new Deadline(options.timeout(), options.deadline());
    this.random = new Random(options.seed() * 31 + content.hub().id().hashCode());
  }

  /**
   * What is the same for all hubs.
   *
   * @param siteFolder the site
   * @param options how to publish
   */
  record Setting(Path siteFolder, HubOptions options) {}

  Deadline deadline() {
    return deadline;
  }

  /** Whether a branch may just be moving. */
  boolean isMoving() {
    return moving;
  }

  /** What one attempt does with what it found. */
  private interface Step<T> {
    T with(Remote remote, Base base, Comparison comparison) throws IOException, Trouble;
  }

  HubOutcome plan() throws Trouble {
    return tried(this::planned);
  }

  private HubOutcome planned(Remote remote, Base base, Comparison comparison) {
    return comparison.nothing()
        ? settled(base, comparison)
        : new HubOutcome.Planned(
            comparison.added(), comparison.changed(), comparison.removed(), comparison.kept());
  }

  HubStatus status() throws Trouble {
    return tried(
        (remote, base, comparison) ->
            new HubStatus(
                content.hub(),
                base.tip().commit().map(ObjectId::name),
                base.publication(),
                base.manifest().flatMap(Manifest::source),
                comparison.published(),
                comparison.kept(),
                base.tip().headElsewhere(),
                Optional.empty()));
  }

  HubOutcome push() throws Trouble {
    return tried(this::pushed);
  }

  private HubOutcome pushed(Remote remote, Base base, Comparison comparison)
      throws IOException, Trouble {
    if (comparison.nothing()) {
      return settled(base, comparison);
    }
    ObjectId commit = new CommitMaker(content, revision).write(remote.writing(), base, comparison);
    deadline.check();
    Optional<HubOutcome> unsure = move(remote, commit, base.tip());
    return unsure.orElseGet(() -> published(commit, comparison));
  }

  private static HubOutcome published(ObjectId commit, Comparison comparison) {
    return comparison.kept().isEmpty()
        ? new HubOutcome.Published(
            commit.name(), comparison.added(), comparison.changed(), comparison.removed())
        : new HubOutcome.Drifted(commit.name(), comparison.kept(), comparison.published());
  }

  private static HubOutcome settled(Base base, Comparison comparison) {
    String tip = base.tip().commit().map(ObjectId::name).orElse("");
    return comparison.kept().isEmpty()
        ? new HubOutcome.Unchanged(tip)
        : new HubOutcome.Drifted(tip, comparison.kept(), List.of());
  }

  // Empty if the branch is at the commit.
  private Optional<HubOutcome> move(Remote remote, ObjectId commit, Remote.Tip from)
      throws Trouble {
    moving = true;
    @Nullable Trouble trouble = null;
    try {
      remote.move(commit, from);
    } catch (Trouble e) {
      trouble = e;
    }
    Optional<HubOutcome> outcome = look(commit, from, trouble);
    moving = false;
    return outcome;
  }

  // The last word is the branch's, not an answer's: answers get lost after the server has acted,
  // and servers have said yes without acting.
  private Optional<HubOutcome> look(ObjectId commit, Remote.Tip from, @Nullable Trouble trouble)
      throws Trouble {
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
    return now.equals(from.commit())
        ? Optional.of(
            new HubOutcome.Unknown("The server said that it moved the branch, but it has not."))
        : Optional.empty();
  }

  private Optional<ObjectId> tipNow() throws Trouble, IOException {
    boolean time = deadline.left().compareTo(LAST_LOOK) > 0;
    if (!time) {
      // The end of the deadline interrupts whatever waits; this look has its own short time.
      Thread.interrupted();
    }
    try (Remote again = remote(time ? deadline : new Deadline(LAST_LOOK, LAST_LOOK))) {
      return again.tip().commit();
    }
  }

  private Remote remote(Deadline within) throws IOException {
    Path caches = siteFolder.resolve(".chasqui").resolve("cache").resolve("hubs");
    if (address instanceof HubAddress.Server server) {
      return new WireRemote(server, content.hub(), options, within, caches);
    }
    return new LocalRemote((HubAddress.Local) address, content.hub());
  }

  // Tries again what may pass: somebody who was faster, a network that failed.
  private <T> T tried(Step<T> step) throws Trouble {
    for (int attempt = 1; ; attempt++) {
      try (Remote remote = remote(deadline)) {
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
    try (Base base = Base.of(remote, remote.tip(), content)) {
      HubContent fitted = new Predecessors(base, content, contents).fitted(remote);
      return step.with(
          remote, base, new Comparison(base.tree(), base.manifest(), fitted, contents));
    }
  }

  // Full jitter: those who collided once do not collide again in step.
  private Duration pause(Trouble trouble, int attempt) {
    long most = FIRST_PAUSE << Math.min(attempt, 7);
    return trouble.retryAfter().orElseGet(() -> Duration.ofMillis(1 + random.nextLong(most)));
  }
}
