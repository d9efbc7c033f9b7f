package org.chasqui.hub;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.HubContent;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What a hub's repository holds of ours beside what it should hold, file by file. Three states
 * decide: what is there, what the manifest says that we put there, and what is wanted. What is
 * there and is not what we put there is somebody else's, and stays.
 */
final class Comparison {
  private final HubContent content;
  private final Contents contents;
  private final TreeEditor tree;
  private final SortedMap<OutputPath, Manifest.Entry> before;

  private final List<OutputPath> added = new ArrayList<>();
  private final List<OutputPath> changed = new ArrayList<>();
  private final List<OutputPath> removed = new ArrayList<>();
  private final List<OutputPath> kept = new ArrayList<>();
  private final SortedMap<OutputPath, Manifest.Entry> after = new TreeMap<>();

  /**
   * @param tree what is there
   * @param manifest what we put there, if anything
   * @param content what is wanted
   * @param contents the names of wanted bytes
   */
  Comparison(TreeEditor tree, Optional<Manifest> manifest, HubContent content, Contents contents)
      throws IOException, Trouble {
    this.tree = tree;
    this.content = content;
    this.contents = contents;
    this.before = manifest.map(Manifest::files).orElseGet(TreeMap::new);
    for (Map.Entry<OutputPath, OutputFile> file : content.files().entrySet()) {
      wanted(file.getKey(), Manifest.Entry.of(contents.of(file.getValue()), false));
    }
    for (Map.Entry<OutputPath, Manifest.Entry> file : before.entrySet()) {
      if (!content.files().containsKey(file.getKey())) {
        unwanted(file.getKey(), file.getValue());
      }
    }
    kept.sort(null);
  }

  private void wanted(OutputPath path, Manifest.Entry wanted) throws IOException {
    Optional<ObjectId> there = tree.file(inRepository(path));
    Optional<Manifest.Entry> ours = Optional.ofNullable(before.get(path));
    if (there.equals(Optional.of(wanted.blob()))) {
      after.put(path, wanted);
    } else if (there.isEmpty() && ours.isEmpty() && !tree.isBlocked(inRepository(path))) {
      added.add(path);
      after.put(path, wanted);
    } else if (ours.isPresent() && there.equals(ours.map(Manifest.Entry::blob))) {
      changed.add(path);
      after.put(path, wanted);
    } else {
      kept.add(path);
      ours.ifPresent(entry -> after.put(path, entry));
    }
  }

  private void unwanted(OutputPath path, Manifest.Entry ours) throws IOException {
    Optional<ObjectId> there = tree.file(inRepository(path));
    Manifest.Entry stub = stub(path);
    if (there.equals(Optional.of(ours.blob()))) {
      boolean replace = StubNotebook.replaces(path) && !ours.blob().equals(stub.blob());
      if (replace) {
        removed.add(path);
      }
      after.put(path, replace ? stub : ours);
    } else if (StubNotebook.replaces(path) && there.equals(Optional.of(stub.blob()))) {
      after.put(path, stub);
    } else {
      // Gone already, which is as good; or somebody's own by now.
      if (there.isPresent()) {
        kept.add(path);
      }
      after.put(path, ours);
    }
  }

  private static Manifest.Entry stub(OutputPath path) {
    return Manifest.Entry.of(Contents.Content.of(StubNotebook.of(path)), true);
  }

  /** A path below the hub's folder, as a path in the repository. */
  static String inRepository(HubContent content, String path) {
    String folder = content.hub().folder();
    return folder.isEmpty() ? path : folder + "/" + path;
  }

  private String inRepository(OutputPath path) {
    return inRepository(content, path.value());
  }

  /** Whether nothing has to be sent. */
  boolean nothing() {
    return published().isEmpty() && after.equals(before);
  }

  /** The bytes to put at each path that changes. */
  SortedMap<OutputPath, byte[]> bytes() throws Trouble {
    SortedMap<OutputPath, byte[]> bytes = new TreeMap<>();
    for (OutputPath path : published()) {
      OutputFile file = content.files().get(path);
      byte[] now = file == null ? StubNotebook.of(path) : Contents.bytes(file);
      ObjectId expected = file == null ? stub(path).blob() : contents.of(file).blob();
      if (!Contents.Content.of(now).blob().equals(expected)) {
        throw new Trouble(Trouble.Code.LOCAL_DISK, path + " changed while it was published.");
      }
      bytes.put(path, now);
    }
    return bytes;
  }

  /** Every path that changes, sorted. */
  List<OutputPath> published() {
    List<OutputPath> all = new ArrayList<>(added);
    all.addAll(changed);
    all.addAll(removed);
    all.sort(null);
    return all;
  }

  List<OutputPath> added() {
    return added;
  }

  List<OutputPath> changed() {
    return changed;
  }

  List<OutputPath> removed() {
    return removed;
  }

  List<OutputPath> kept() {
    return kept;
  }

  /** What the next manifest says of our files. */
  SortedMap<OutputPath, Manifest.Entry> files() {
    return after;
  }
}
