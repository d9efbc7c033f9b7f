package org.chasqui.site;

import java.util.List;

/** What became of one hub in one run. A hub's trouble is one of these, never an exception. */
public sealed interface HubOutcome {
  /**
   * The wanted state was pushed, and the repository was asked again and has it.
   *
   * @param commit the new tip
   * @param added paths that were not there
   * @param changed paths that held something else
   * @param removed paths that were replaced by a stub
   */
  record Published(
      String commit, List<OutputPath> added, List<OutputPath> changed, List<OutputPath> removed)
      implements HubOutcome {
    /** Copies, so that nobody can change it. */
    public Published {
      added = List.copyOf(added);
      changed = List.copyOf(changed);
      removed = List.copyOf(removed);
    }
  }

  /**
   * It had the wanted state already; nothing was sent.
   *
   * @param commit the tip, empty if the repository has no commit and needs none
   */
  record Unchanged(String commit) implements HubOutcome {}

  /**
   * What a push would do.
   *
   * @param added paths that are not there
   * @param changed paths that hold something else
   * @param removed paths that would be replaced by a stub
   * @param kept paths that somebody changed on the hub's side and that would be left as they are
   */
  record Planned(
      List<OutputPath> added,
      List<OutputPath> changed,
      List<OutputPath> removed,
      List<OutputPath> kept)
      implements HubOutcome {
    /** Copies, so that nobody can change it. */
    public Planned {
      added = List.copyOf(added);
      changed = List.copyOf(changed);
      removed = List.copyOf(removed);
      kept = List.copyOf(kept);
    }
  }

  /**
   * Somebody changed files of ours on the hub's side; theirs were kept, the rest was published.
   *
   * @param commit the tip
   * @param kept paths that were left as they found them
   * @param published paths that were added, changed or replaced by a stub beside them; empty if
   *     nothing was sent
   */
  record Drifted(String commit, List<OutputPath> kept, List<OutputPath> published)
      implements HubOutcome {
    /** Copies, so that nobody can change it. */
    public Drifted {
      kept = List.copyOf(kept);
      published = List.copyOf(published);
    }
  }

  /**
   * The repository refused.
   *
   * @param code why, from a fixed list: {@code AUTH}, {@code FORBIDDEN}, {@code NOT_FOUND}, {@code
   *     PROTECTED}, {@code HOOK}, {@code RACE} …
   * @param message what it said
   */
  record Rejected(String code, String message) implements HubOutcome {}

  /**
   * The repository did not answer.
   *
   * @param code {@code NET}, {@code TIMEOUT}, {@code TLS} …
   * @param message what happened
   */
  record Unreachable(String code, String message) implements HubOutcome {}

  /**
   * The branch is protected; the wanted state was pushed to another branch, where somebody has to
   * accept it.
   *
   * @param branch that branch
   * @param commit its tip
   * @param message where to accept it, as the server said
   */
  record Proposed(String branch, String commit, String message) implements HubOutcome {}

  /**
   * Something was sent and its fate could not be found out.
   *
   * @param message what happened
   */
  record Unknown(String message) implements HubOutcome {}

  /** The hub is retired: nothing is sent. */
  record Retired() implements HubOutcome {}

  /** Whether the hub is as it should be. */
  default boolean fine() {
    return !(this instanceof Rejected || this instanceof Unreachable || this instanceof Unknown);
  }
}
