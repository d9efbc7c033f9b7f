package org.chasqui.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.chasqui.diagnostic.RunStopped;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** The texts of a site as they were in a commit. */
public final class CommitFiles {
  private static final Set<String> TEXTS =
      Set.of("md", "yaml", "yml", "toml", "json", "ipynb", "po", "pot", "ftlh", "csv", "html");
  private static final String CUT =
      " This clone has only the end of the history: 'git fetch --unshallow' gets the rest.";
  private static final int LONGEST = 16 << 20;

  private CommitFiles() {}

  /**
   * Writes the texts of a site, as a commit has them, into an empty folder. Pictures and other data
   * stay behind.
   *
   * @param siteFolder the site's folder in a git working tree
   * @param revision a commit, as git names it: {@code main}, {@code HEAD~2}, {@code 4f2a}
   * @param into where to write
   * @throws RunStopped.Usage if there is no such commit, or no git repository
   */
  public static void write(Path siteFolder, String revision, Path into) {
    GitSystem.prepare();
    try {
      Path site = siteFolder.toRealPath();
      FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(site.toFile());
      if (builder.getGitDir() == null) {
        throw new RunStopped.Usage("The site is in no git repository, so nothing can be compared.");
      }
      try (Repository repository = builder.build()) {
        Path root = repository.getWorkTree().toPath().toRealPath();
        String prefix = root.relativize(site).toString().replace('\\', '/');
        write(repository, commit(repository, revision), prefix, into);
      }
    } catch (IOException e) {
      throw new RunStopped.Environment("Could not read the commit " + revision + ": " + e, e);
    }
  }

  private static ObjectId commit(Repository repository, String revision) throws IOException {
    ObjectId commit = null;
    try {
      commit = repository.resolve(revision + "^{commit}");
    } catch (IllegalArgumentException e) {
      // no name of a commit: told below
    }
    if (commit == null) {
      String none = "There is no commit '" + revision + "' here.";
      throw new RunStopped.Usage(isCut(repository) ? none + CUT : none);
    }
    return commit;
  }

  // A shallow clone, as most machines that build sites make it.
  private static boolean isCut(Repository repository) throws IOException {
    return !repository.getObjectDatabase().getShallowCommits().isEmpty();
  }

  private static void write(Repository repository, ObjectId commit, String prefix, Path into)
      throws IOException {
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk trees = new TreeWalk(repository)) {
      trees.addTree(commits.parseCommit(commit).getTree());
      trees.setRecursive(true);
      if (!prefix.isEmpty()) {
        trees.setFilter(PathFilter.create(prefix));
      }
      int cut = prefix.isEmpty() ? 0 : prefix.length() + 1;
      while (trees.next()) {
        boolean file = (trees.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
        Path target = into.resolve(trees.getPathString().substring(cut)).normalize();
        if (file && target.startsWith(into) && isText(trees.getNameString())) {
          ObjectLoader content = repository.open(trees.getObjectId(0));
          Files.createDirectories(target.getParent());
          Files.write(target, content.getBytes(LONGEST));
        }
      }
    }
  }

  private static boolean isText(String name) {
    return TEXTS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }
}
