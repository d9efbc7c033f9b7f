package org.chasqui.hub;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.site.Hub;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * The state of a hub's branch that a publication builds on.
 *
 * @param tip where the branch is
 * @param commit the commit there
 * @param tree its files
 * @param manifest what we published there before
 * @param publication the number of our last publication; 0 if there was none
 * @param reader what the tree still reads from
 */
record Base(
    Remote.Tip tip,
    Optional<RevCommit> commit,
    TreeEditor tree,
    Optional<Manifest> manifest,
    int publication,
    Optional<ObjectReader> reader)
    implements AutoCloseable {
  private static final Pattern NUMBER =
      Pattern.compile("(?m)^" + CommitMaker.PUBLICATION + "(\\d{1,9})$");

  /** Reads it. */
  static Base of(Remote remote, Remote.Tip tip, Hub hub) throws IOException, Trouble {
    if (tip.commit().isEmpty()) {
      return new Base(
          tip, Optional.empty(), new TreeEditor(), Optional.empty(), 0, Optional.empty());
    }
    Repository repository = remote.reading(tip.commit().get());
    ObjectReader reader = repository.newObjectReader();
    try {
      return read(remote, tip, hub, reader);
    } catch (IOException | Trouble | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private static Base read(Remote remote, Remote.Tip tip, Hub hub, ObjectReader reader)
      throws IOException, Trouble {
    RevCommit commit = new RevWalk(reader).parseCommit(tip.commit().orElseThrow());
    TreeEditor tree = new TreeEditor(reader, commit.getTree().getId());
    Optional<ObjectId> blob = tree.file(Comparison.inRepository(hub, Manifest.PATH));
    Optional<Manifest> manifest =
        blob.isPresent() ? ManifestFormat.read(remote.blob(blob.get())) : Optional.empty();
    int number = manifest.map(Manifest::publication).orElseGet(() -> numberOf(commit));
    return new Base(tip, Optional.of(commit), tree, manifest, number, Optional.of(reader));
  }

  // Where somebody broke the manifest, the commit still knows.
  static int numberOf(RevCommit commit) {
    Matcher matcher = NUMBER.matcher(commit.getFullMessage());
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  @Override
  public void close() {
    reader.ifPresent(ObjectReader::close);
  }
}
