package org.chasqui.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.chasqui.site.Hub;
import org.chasqui.site.HubEdition;
import org.chasqui.site.OutputPath;
import org.chasqui.site.SourceRevision;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Writes a publication as one commit. Its id depends on the base and on what is published alone:
 * not on the machine, the time, or who runs it.
 */
final class CommitMaker {
  private static final String NAME = "Chasqui";
  private static final String EMAIL = "chasqui@chasqui.invalid";
  static final String ATTRIBUTES = "*.ipynb text eol=lf\n";
  static final String SOURCE = "Lessons-Source: ";
  static final String PUBLICATION = "Lessons-Publication: ";
  static final String RESTORED = "Lessons-Restored: ";
  static final String OVERWROTE = "Lessons-Overwrote: ";

  private final Hub hub;
  private final SourceRevision revision;
  private final Optional<Signer> signer;
  private final String tool;

  /**
   * @param signer signs the commits, if they are to be signed
   * @param tool what the manifest says made them
   */
  CommitMaker(Hub hub, SourceRevision revision, Optional<Signer> signer, String tool) {
    this.hub = hub;
    this.revision = revision;
    this.signer = signer;
    this.tool = tool;
  }

  /**
   * What was written.
   *
   * @param commit the commit
   * @param edition what it holds
   */
  record Made(ObjectId commit, HubEdition edition) {}

  /** Signs the bytes of a commit. */
  interface Signer {
    GpgSignature sign(byte[] commit) throws Trouble;
  }

  /** Inserts blobs, trees and the commit, in this order, and names the commit. */
  Made write(Remote remote, Base base, Comparison comparison, Occasion occasion)
      throws IOException, Trouble {
    try (ObjectInserter inserter = inserter(remote, comparison.published().size())) {
      TreeEditor tree = base.tree();
      for (Map.Entry<OutputPath, ObjectId> file : blobs(remote, inserter, comparison).entrySet()) {
        put(tree, file.getKey().value(), file.getValue());
      }
      for (OutputPath path : comparison.gone()) {
        tree.remove(Comparison.inRepository(hub, path.value()));
      }
      if (base.manifest().isEmpty()) {
        companions(tree, inserter);
      }
      int number = base.publication() + 1;
      Instant time = time(base);
      Manifest manifest =
          new Manifest(
              comparison.goal().source(),
              number,
              comparison.files(),
              Lineages.next(base, comparison, number, time));
      put(tree, inserter, Manifest.PATH, ManifestFormat.write(manifest, tool));
      CommitBuilder commit = commit(tree.write(inserter), base, time);
      commit.setMessage(message(comparison, occasion, number));
      if (signer.isPresent()) {
        commit.setGpgSignature(signer.get().sign(commit.build()));
      }
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return new Made(id, Lineages.edition(manifest, id.name(), time));
    }
  }

  private static ObjectInserter inserter(Remote remote, int files) throws Trouble {
    Repository into = remote.writing();
    return into.getObjectDatabase() instanceof ObjectDirectory objects
        ? SharedBlobs.inserter(objects, files)
        : into.newObjectInserter();
  }

  // What changes, put where it can be read for the push.
  private static SortedMap<OutputPath, ObjectId> blobs(
      Remote remote, ObjectInserter inserter, Comparison comparison) throws IOException, Trouble {
    ObjectDatabase there = remote.writing().getObjectDatabase();
    SortedMap<OutputPath, ObjectId> blobs = comparison.blobs();
    if (remote.shared().isPresent()) {
      Map<ObjectId, OutputPath> paths = new HashMap<>();
      blobs.forEach((path, blob) -> paths.put(blob, path));
      remote
          .shared()
          .get()
          .hold(paths.keySet(), blob -> comparison.bytes(Objects.requireNonNull(paths.get(blob))));
    }
    for (Map.Entry<OutputPath, ObjectId> file : blobs.entrySet()) {
      // To look for them also makes JGit see packs that are new: what it has not seen it would
      // compress again for each push.
      if (remote.shared().isEmpty() || !there.has(file.getValue())) {
        inserter.insert(Constants.OBJ_BLOB, comparison.bytes(file.getKey()));
      }
    }
    return blobs;
  }

  private void put(TreeEditor tree, ObjectInserter inserter, String path, byte[] bytes)
      throws IOException, Trouble {
    put(tree, path, inserter.insert(Constants.OBJ_BLOB, bytes));
  }

  private void put(TreeEditor tree, String path, ObjectId blob) throws IOException, Trouble {
    String place = Comparison.inRepository(hub, path);
    if (tree.isBlocked(place)) {
      throw new Trouble(
          Trouble.Code.CORRUPT, "Something that is not a file stands in the way of " + place + ".");
    }
    tree.put(place, blob);
  }

  // Without them a checkout with CRLF line ends, or the copies that Jupyter makes, would hide
  // what is new from learners.
  private void companions(TreeEditor tree, ObjectInserter inserter) throws IOException, Trouble {
    companion(tree, inserter, ".gitattributes", ATTRIBUTES);
    companion(tree, inserter, ".gitignore", ".ipynb_checkpoints/\n");
  }

  private void companion(TreeEditor tree, ObjectInserter inserter, String path, String text)
      throws IOException, Trouble {
    String place = Comparison.inRepository(hub, path);
    if (tree.file(place).isEmpty() && !tree.isBlocked(place)) {
      put(tree, inserter, path, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  // A child is never older than its parent: git's own walks rely on it.
  private Instant time(Base base) {
    long parentTime = base.commit().map(RevCommit::getCommitTime).orElse(0);
    return Instant.ofEpochSecond(Math.max(revision.time().getEpochSecond(), parentTime));
  }

  private CommitBuilder commit(ObjectId tree, Base base, Instant time) {
    Optional<RevCommit> parent = base.commit();
    PersonIdent who = new PersonIdent(NAME, EMAIL, time, ZoneOffset.UTC);
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(tree);
    parent.ifPresent(commit::setParentId);
    commit.setAuthor(who);
    commit.setCommitter(who);
    return commit;
  }

  private static String message(Comparison comparison, Occasion occasion, int number) {
    StringBuilder overwrote = new StringBuilder();
    comparison
        .overwritten()
        .forEach((path, blob) -> overwrote.append(OVERWROTE + blob.name() + " " + path + "\n"));
    return occasion.title()
        + "\n\n"
        + "New: %d, changed: %d, withdrawn: %d.\n\n"
            .formatted(
                comparison.added().size(), comparison.changed().size(), comparison.removed().size())
        + comparison.goal().source().map(source -> SOURCE + source + "\n").orElse("")
        + occasion.restores().map(restored -> RESTORED + restored + "\n").orElse("")
        + overwrote
        + PUBLICATION
        + number
        + "\n";
  }
}
