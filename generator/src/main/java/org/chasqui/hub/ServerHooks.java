package org.chasqui.hub;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.ProcessResult;

/**
 * The hooks of a {@code file://} repository, run as {@code git push} would run them: they are the
 * rules of whoever owns it, and often what brings a push on to a shared folder.
 */
final class ServerHooks {
  private final Repository repository;
  private final String branch;
  private final String old;
  private final String commit;

  ServerHooks(Repository repository, String branch, ObjectId old, ObjectId commit) {
    this.repository = repository;
    this.branch = branch;
    this.old = old.name();
    this.commit = commit.name();
  }

  /**
   * @throws Trouble HOOK if one of them declines
   */
  void before() throws Trouble {
    decide("pre-receive", line());
    decide("update", "", branch, old, commit);
  }

  /** What they say no longer matters. */
  void after() {
    run("post-receive", new ByteArrayOutputStream(), line());
    run("post-update", new ByteArrayOutputStream(), "", branch);
  }

  private String line() {
    return old + " " + commit + " " + branch + "\n";
  }

  private void decide(String hook, String input, String... arguments) throws Trouble {
    ByteArrayOutputStream words = new ByteArrayOutputStream();
    if (!run(hook, words, input, arguments)) {
      String said = words.toString(StandardCharsets.UTF_8).strip();
      boolean closed = Troubles.refused(said).code() == Trouble.Code.PROTECTED;
      throw new Trouble(
          closed ? Trouble.Code.PROTECTED : Trouble.Code.HOOK,
          Troubles.shorten(hook + " declined" + (said.isEmpty() ? "." : ": " + said)));
    }
  }

  private boolean run(String hook, ByteArrayOutputStream words, String input, String... arguments) {
    try {
      ProcessResult result =
          FS.DETECTED.runHookIfPresent(repository, hook, arguments, words, words, input);
      return !result.isExecutedWithError();
    } catch (JGitInternalException e) {
      words.writeBytes(String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
      return false;
    }
  }
}
