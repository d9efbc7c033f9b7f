package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.chasqui.site.Hub;
import org.chasqui.site.HubOutcome;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random histories of publications and of people who edit, add, delete, revert and merge on the
 * hub's side. The repository's own model is kept beside: every file, and whose it is.
 */
class HistoriesTest {
  private static final int FEW = 8;
  private static final int HISTORIES = 1_000;
  private static final int STEPS = 12;
  private static final String[] PATHS = {"es/a.ipynb", "es/b/c.ipynb", "es/b/d.csv", "fr/a.ipynb"};
  private static final String[] FOREIGN = {"README.md", "es/own.txt", "tools/x.sh"};

  @Test
  @DisplayName("G1 F61 F62 what others did is never lost, in a few random histories")
  void nothingOfTheirsIsEverLost() throws IOException {
    play(0, FEW);
  }

  @Test
  @Tag("slow")
  @DisplayName("G1 F61 F62 the same in a thousand")
  void nothingOfTheirsIsEverLostInManyHistories() throws IOException {
    play(FEW, HISTORIES);
  }

  private static void play(int first, int end) throws IOException {
    Git.needed();
    // In memory where there is such a place: on a disk, most of the time goes into tidying up.
    Path memory = Path.of("/dev/shm");
    Path folder =
        Files.isWritable(memory)
            ? Files.createTempDirectory(memory, "histories")
            : Files.createTempDirectory("histories");
    try {
      IntStream.range(first, end).parallel().forEach(seed -> play(folder, seed));
    } finally {
      LocalRemote.delete(folder);
    }
  }

  private static void play(Path folder, int seed) {
    Path site = folder.resolve("site" + seed);
    try {
      new History(site, seed).play();
    } catch (IOException | AssertionError e) {
      throw new AssertionError("history " + seed + ": " + e.getMessage(), e);
    }
    if (seed % 100 == 0) {
      Git.assertSound(site.resolve(".chasqui/hubs/h.git"));
    }
    LocalRemote.delete(site);
  }

  /** One history. */
  private static final class History {
    final Path site;
    final Path place;
    final Random random;
    final Hub hub = Hubs.embedded("h");
    final Map<String, String> wanted = new TreeMap<>();
    final Set<String> touched = new HashSet<>();
    final Set<String> theirBlobs = new HashSet<>();
    int time = 1_700_000_000;

    History(Path site, long seed) {
      this.site = site;
      this.place = site.resolve(".chasqui/hubs/h.git");
      this.random = new Random(seed);
    }

    void play() throws IOException {
      wanted.put(PATHS[0], Hubs.notebook("first"));
      Hubs.push(site, Hubs.content(hub, wanted));
      for (int step = 0; step < STEPS; step++) {
        try (Repository repository = open()) {
          ObjectId before = repository.resolve("refs/heads/main");
          Map<String, String> files = files(repository, before);
          if (random.nextBoolean()) {
            publish(repository, before, files);
          } else {
            theyCommit(repository, before, files);
          }
        }
      }
    }

    private Repository open() throws IOException {
      return new FileRepositoryBuilder().setGitDir(place.toFile()).build();
    }

    private void publish(Repository repository, ObjectId before, Map<String, String> files)
        throws IOException {
      String path = PATHS[random.nextInt(PATHS.length)];
      if (random.nextInt(4) == 0 && wanted.size() > 1) {
        wanted.remove(path);
      } else {
        wanted.put(path, Hubs.notebook("text " + random.nextInt(5)));
      }
      HubOutcome outcome = Hubs.push(site, Hubs.content(hub, wanted), Hubs.SECOND);
      assertTrue(outcome.fine(), outcome.toString());
      ObjectId after = repository.resolve("refs/heads/main");
      assertTrue(isAncestor(repository, before, after), "the old tip is not an ancestor");
      Map<String, String> now = files(repository, after);
      // Whatever they touched last, and whatever is none of ours, is as it was.
      for (String theirs : files.keySet()) {
        if (touched.contains(theirs) || List.of(FOREIGN).contains(theirs)) {
          boolean taken = wanted.containsKey(theirs) && isWanted(repository, after, theirs);
          assertTrue(taken || files.get(theirs).equals(now.get(theirs)), theirs);
        }
        assertTrue(now.containsKey(theirs), theirs + " is gone");
      }
      for (String ours : wanted.keySet()) {
        if (!touched.contains(ours)) {
          assertTrue(isWanted(repository, after, ours), ours + " did not arrive");
        }
      }
      // Once more: nothing to do, and nothing done.
      assertTrue(Hubs.push(site, Hubs.content(hub, wanted), Hubs.FIRST).fine());
      assertEquals(after, repository.resolve("refs/heads/main"));
    }

    private boolean isWanted(Repository repository, ObjectId commit, String path)
        throws IOException {
      try (TreeWalk walk =
          TreeWalk.forPath(repository, path, repository.parseCommit(commit).getTree())) {
        return walk != null
            && new String(repository.open(walk.getObjectId(0)).getBytes(), StandardCharsets.UTF_8)
                .equals(wanted.get(path));
      }
    }

    private void theyCommit(Repository repository, ObjectId before, Map<String, String> files)
        throws IOException {
      Map<String, String> next = new TreeMap<>(files);
      List<ObjectId> parents = new ArrayList<>(List.of(before));
      int kind = random.nextInt(6);
      String path =
          kind < 2 ? FOREIGN[random.nextInt(FOREIGN.length)] : PATHS[random.nextInt(PATHS.length)];
      try (ObjectInserter inserter = repository.newObjectInserter()) {
        if (kind == 4) {
          next.remove(path);
        } else if (kind == 5) {
          next = reverted(repository, before);
        } else {
          byte[] text = ("theirs " + random.nextInt()).getBytes(StandardCharsets.UTF_8);
          String mode = kind == 0 ? "100755 " : "100644 ";
          String blob = inserter.insert(Constants.OBJ_BLOB, text).name();
          theirBlobs.add(blob);
          next.put(path, mode + blob);
        }
        if (kind == 3) {
          parents.add(commit(inserter, files, List.of(before), "aside"));
        }
        ObjectId commit = commit(inserter, next, parents, "theirs");
        inserter.flush();
        RefUpdate update = repository.updateRef("refs/heads/main");
        update.setNewObjectId(commit);
        update.update();
      }
      if (kind == 5) {
        tell(repository, files, next);
      } else if (kind != 4 || files.containsKey(path)) {
        touched.add(path);
      }
    }

    // They take back what came last, ours or theirs; our own manifest goes back with it.
    private static Map<String, String> reverted(Repository repository, ObjectId tip)
        throws IOException {
      RevCommit commit = repository.parseCommit(tip);
      return files(repository, commit.getParentCount() == 0 ? commit : commit.getParent(0));
    }

    // After that a file is theirs again, or ours again; one that is gone is gone by them if our
    // manifest says that it should be there.
    private void tell(Repository repository, Map<String, String> before, Map<String, String> after)
        throws IOException {
      String manifest =
          new String(
              repository.open(ObjectId.fromString(blobOf(after, Manifest.PATH))).getBytes(),
              StandardCharsets.UTF_8);
      Set<String> paths = new HashSet<>(before.keySet());
      paths.addAll(after.keySet());
      for (String path : paths) {
        String now = after.get(path);
        if (!Objects.equals(before.get(path), now)) {
          boolean theirs =
              now == null
                  ? manifest.contains("\"" + path + "\"")
                  : theirBlobs.contains(blobOf(after, path));
          if (theirs) {
            touched.add(path);
          } else {
            touched.remove(path);
          }
        }
      }
    }

    private static String blobOf(Map<String, String> files, String path) {
      return Objects.requireNonNull(files.get(path), path).split(" ")[1];
    }

    private ObjectId commit(
        ObjectInserter inserter, Map<String, String> files, List<ObjectId> parents, String message)
        throws IOException {
      DirCache index = DirCache.newInCore();
      DirCacheBuilder builder = index.builder();
      for (Map.Entry<String, String> file : files.entrySet()) {
        DirCacheEntry entry = new DirCacheEntry(file.getKey());
        String[] modeAndId = file.getValue().split(" ");
        entry.setFileMode(FileMode.fromBits(Integer.parseInt(modeAndId[0], 8)));
        entry.setObjectId(ObjectId.fromString(modeAndId[1]));
        builder.add(entry);
      }
      builder.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      commit.setParentIds(parents);
      PersonIdent who =
          new PersonIdent(
              "Keeper",
              "keeper@hub.example",
              java.time.Instant.ofEpochSecond(time += 60),
              java.time.ZoneOffset.UTC);
      commit.setAuthor(who);
      commit.setCommitter(who);
      commit.setMessage(message);
      return inserter.insert(commit);
    }

    private static boolean isAncestor(Repository repository, ObjectId old, ObjectId now)
        throws IOException {
      try (RevWalk walk = new RevWalk(repository)) {
        RevCommit tip = walk.parseCommit(now);
        return walk.isMergedInto(walk.parseCommit(old), tip);
      }
    }

    private static Map<String, String> files(Repository repository, ObjectId commit)
        throws IOException {
      Map<String, String> files = new TreeMap<>();
      try (TreeWalk walk = new TreeWalk(repository)) {
        walk.addTree(repository.parseCommit(commit).getTree());
        walk.setRecursive(true);
        while (walk.next()) {
          files.put(
              walk.getPathString(),
              Integer.toOctalString(walk.getRawMode(0)) + " " + walk.getObjectId(0).name());
        }
      }
      return files;
    }
  }
}
