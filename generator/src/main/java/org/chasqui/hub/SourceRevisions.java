package org.chasqui.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.chasqui.site.SourceRevision;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Which state of its sources a site is at. */
public final class SourceRevisions {
  private SourceRevisions() {}

  /**
   * The commit that is checked out where the site lies, and its committer's time. A linked work
   * tree counts as a repository; a repository that merely lies around the site's folder and does
   * not hold it does not count.
   *
   * @param fallback the time of sources that are not in git, or have no commit yet
   */
  public static SourceRevision of(Path siteFolder, Instant fallback) {
    GitSystem.prepare();
    try {
      return inGit(siteFolder.toRealPath()).orElse(new SourceRevision(Optional.empty(), fallback));
    } catch (IOException | IllegalArgumentException e) {
      return new SourceRevision(Optional.empty(), fallback);
    }
  }

  /**
   * How many commits of the sources have come since a commit of theirs; nothing if the sources are
   * not in git, or do not know it (as a shallow clone may not).
   */
  static OptionalInt since(Path siteFolder, Optional<String> commit) {
    if (commit.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      FileRepositoryBuilder builder =
          new FileRepositoryBuilder().findGitDir(siteFolder.toRealPath().toFile());
      if (builder.getGitDir() == null) {
        return OptionalInt.empty();
      }
      try (Repository repository = builder.build();
          RevWalk walk = new RevWalk(repository)) {
        ObjectId head = repository.resolve(Constants.HEAD);
        if (head == null) {
          return OptionalInt.empty();
        }
        walk.markStart(walk.parseCommit(head));
        walk.markUninteresting(walk.parseCommit(ObjectId.fromString(commit.get())));
        int commits = 0;
        while (walk.next() != null) {
          commits++;
        }
        return OptionalInt.of(commits);
      }
    } catch (IOException | IllegalArgumentException e) {
      return OptionalInt.empty();
    }
  }

  private static Optional<SourceRevision> inGit(Path site) throws IOException {
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(site.toFile());
    if (builder.getGitDir() == null) {
      return Optional.empty();
    }
    try (Repository repository = builder.build();
        RevWalk walk = new RevWalk(repository)) {
      ObjectId head = repository.resolve(Constants.HEAD);
      if (head == null || repository.isBare()) {
        return Optional.empty();
      }
      RevCommit commit = walk.parseCommit(head);
      return holds(repository, commit, site)
          ? Optional.of(
              new SourceRevision(
                  Optional.of(commit.name()), Instant.ofEpochSecond(commit.getCommitTime())))
          : Optional.empty();
    }
  }

  private static boolean holds(Repository repository, RevCommit commit, Path site)
      throws IOException {
    Path root = repository.getWorkTree().toPath().toRealPath();
    String path = root.relativize(site).toString().replace('\\', '/');
    if (path.isEmpty()) {
      return true;
    }
    try (TreeWalk found = TreeWalk.forPath(repository, path, commit.getTree())) {
      return found != null;
    }
  }
}
