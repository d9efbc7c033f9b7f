package org.chasqui.hub;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.Hub;
import org.chasqui.site.OutputPath;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** What we published in a hub's branch before. */
final class Past implements AutoCloseable {
  private final Hub hub;
  private final Remote.Tip tip;
  private final RevWalk walk;

  private Past(Hub hub, Remote.Tip tip, RevWalk walk) {
    this.hub = hub;
    this.tip = tip;
    this.walk = walk;
  }

  /** All that led to a tip; fetches what is not here. */
  static Past of(Remote remote, Remote.Tip tip, Hub hub) throws IOException, Trouble {
    if (tip.commit().isEmpty()) {
      throw new Trouble(Trouble.Code.NOT_FOUND, "Nothing has been published there yet.");
    }
    return new Past(hub, tip, new RevWalk(remote.history(tip.commit().get())));
  }

  /**
   * What a publication put there.
   *
   * @throws Trouble NOT_FOUND if the branch does not know it
   */
  Goal publication(int number) throws IOException, Trouble {
    walk.markStart(walk.parseCommit(tip.commit().orElseThrow()));
    int newest = 0;
    for (RevCommit commit : walk) {
      int here = Base.numberOf(commit);
      if (here == 0) {
        continue;
      }
      Optional<Manifest> manifest = here == number ? manifest(commit) : Optional.empty();
      // Another folder of the same branch counts its publications by itself.
      if (manifest.filter(found -> found.publication() == number).isPresent()) {
        return goal(manifest.get(), tree(commit));
      }
      newest = Math.max(newest, here);
    }
    throw new Trouble(
        Trouble.Code.NOT_FOUND,
        "The branch knows no publication " + number + "; the newest is " + newest + ".");
  }

  private TreeEditor tree(RevCommit commit) throws IOException {
    return new TreeEditor(walk.getObjectReader(), commit.getTree().getId());
  }

  private Optional<Manifest> manifest(RevCommit commit) throws IOException, Trouble {
    Optional<ObjectId> blob = tree(commit).file(Comparison.inRepository(hub, Manifest.PATH));
    ObjectReader reader = walk.getObjectReader();
    return blob.isEmpty()
        ? Optional.empty()
        : ManifestFormat.read(reader.open(blob.get(), Constants.OBJ_BLOB).getBytes());
  }

  // What was the hub's own then comes back as they had it.
  private Goal goal(Manifest manifest, TreeEditor tree) throws IOException {
    SortedMap<OutputPath, Manifest.Entry> files = new TreeMap<>();
    for (Map.Entry<OutputPath, Manifest.Entry> file : manifest.files().entrySet()) {
      Manifest.Entry entry = file.getValue();
      Optional<ObjectId> there = tree.file(Comparison.inRepository(hub, file.getKey().value()));
      if (!entry.adopted()) {
        files.put(file.getKey(), entry);
      } else if (there.isPresent()) {
        byte[] bytes = walk.getObjectReader().open(there.get()).getBytes();
        files.put(file.getKey(), Manifest.Entry.of(Contents.Content.ofNotebook(bytes), false));
      }
    }
    return new Goal.OfPast(
        new Manifest(manifest.source(), manifest.publication(), files),
        entry -> walk.getObjectReader().open(entry.blob(), Constants.OBJ_BLOB).getBytes());
  }

  @Override
  public void close() {
    walk.close();
  }
}
