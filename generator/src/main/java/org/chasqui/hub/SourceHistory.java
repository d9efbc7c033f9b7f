package org.chasqui.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chasqui.site.FileHistory;
import org.chasqui.site.Memory;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * When each source file was last changed, and by whom: one walk over the commits that led to the
 * one that is checked out. Merges change nothing of their own; a file that was renamed begins anew;
 * of a shallow clone the oldest commit is left out, for it seems to have made every file.
 */
public final class SourceHistory {
  // What led to a commit never changes.
  private static final Memory.Kept<Map<String, FileHistory>> HISTORY =
      new Memory.Kept<>("history", new Memory.Written<>(SourceHistory::down, SourceHistory::up));

  private final Map<String, Instant> changed = new TreeMap<>();
  private final Map<String, Set<String>> names = new TreeMap<>();
  private final Mailmap mailmap;

  private SourceHistory(Mailmap mailmap) {
    this.mailmap = mailmap;
  }

  /**
   * The history of the files of a site, by path relative to its folder; nothing of a site that is
   * not in git.
   *
   * @param memory what led to the commit that is checked out
   */
  public static Map<String, FileHistory> of(Path siteFolder, Memory memory) {
    GitSystem.prepare();
    try {
      Path site = siteFolder.toRealPath();
      FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(site.toFile());
      if (builder.getGitDir() == null) {
        return Map.of();
      }
      try (Repository repository = builder.build()) {
        if (repository.isBare()) {
          return Map.of();
        }
        Path root = repository.getWorkTree().toPath().toRealPath();
        String prefix = root.relativize(site).toString().replace('\\', '/');
        return of(repository, prefix, Mailmap.of(root), memory);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      return Map.of(); // dates of files are an extra: a site is built without them
    }
  }

  private static Map<String, FileHistory> of(
      Repository repository, String prefix, Mailmap mailmap, Memory memory) throws IOException {
    ObjectId head = repository.resolve(Constants.HEAD);
    if (head == null) {
      return Map.of();
    }
    Set<ObjectId> shallow = repository.getObjectDatabase().getShallowCommits();
    return memory.recall(
        HISTORY,
        prefix,
        List.of(head.name(), new TreeSet<>(shallow).toString(), mailmap.toString()),
        () -> {
          try {
            SourceHistory history = new SourceHistory(mailmap);
            history.walk(repository, prefix, head, shallow);
            return history.files();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static List<String> down(Map<String, FileHistory> files) {
    List<String> row = new ArrayList<>();
    files.forEach(
        (path, file) -> {
          row.add(path);
          row.add(String.valueOf(file.changed().getEpochSecond()));
          row.add(String.valueOf(file.contributors().size()));
          row.addAll(file.contributors());
        });
    return row;
  }

  private static Map<String, FileHistory> up(List<String> row) {
    Map<String, FileHistory> files = new TreeMap<>();
    for (int at = 0; at < row.size(); ) {
      String path = row.get(at++);
      Instant changed = Instant.ofEpochSecond(Long.parseLong(row.get(at++)));
      int people = at + 1 + Integer.parseInt(row.get(at));
      files.put(path, new FileHistory(changed, row.subList(at + 1, people)));
      at = people;
    }
    return files;
  }

  private void walk(Repository repository, String prefix, ObjectId head, Set<ObjectId> shallow)
      throws IOException {
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk trees = new TreeWalk(commits.getObjectReader())) {
      trees.setRecursive(true);
      trees.setFilter(
          prefix.isEmpty()
              ? TreeFilter.ANY_DIFF
              : AndTreeFilter.create(PathFilter.create(prefix), TreeFilter.ANY_DIFF));
      commits.markStart(commits.parseCommit(head));
      for (RevCommit commit : commits) {
        if (commit.getParentCount() < 2 && !shallow.contains(commit.getId())) {
          compare(commits, trees, commit, prefix.isEmpty() ? 0 : prefix.length() + 1);
        }
      }
    }
  }

  private void compare(RevWalk commits, TreeWalk trees, RevCommit commit, int cut)
      throws IOException {
    trees.reset();
    if (commit.getParentCount() == 0) {
      trees.addTree(new EmptyTreeIterator());
    } else {
      RevCommit parent = commit.getParent(0);
      commits.parseHeaders(parent);
      trees.addTree(parent.getTree());
    }
    trees.addTree(commit.getTree());
    Instant time = Instant.ofEpochSecond(commit.getCommitTime());
    String name = mailmap.name(commit.getAuthorIdent());
    while (trees.next()) {
      String path = trees.getPathString();
      if (path.length() > cut) {
        add(path.substring(cut), time, name);
      }
    }
  }

  private void add(String path, Instant time, String name) {
    changed.merge(path, time, (a, b) -> a.isAfter(b) ? a : b);
    Set<String> people = names.computeIfAbsent(path, p -> new LinkedHashSet<>());
    if (!name.isEmpty()) {
      people.remove(name); // commits come newest first: the oldest counts
      people.add(name);
    }
  }

  private Map<String, FileHistory> files() {
    Map<String, FileHistory> files = new TreeMap<>();
    changed.forEach(
        (path, time) -> {
          List<String> people = new ArrayList<>(names.getOrDefault(path, Set.of()));
          Collections.reverse(people);
          files.put(path, new FileHistory(time, people));
        });
    return files;
  }
}
