package org.chasqui.hub;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.Hub;
import org.chasqui.site.OutputPath;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What a hub's repository holds of ours beside what it should hold, file by file. Three states
 * decide: what is there, what the manifest says that we put there, and what is wanted. What is
 * there and is not what we put there is somebody else's, and stays, unless we are told otherwise.
 */
final class Comparison {
  private final Hub hub;
  private final Goal goal;
  private final HubOptions.Drift drift;
  private final TreeEditor tree;
  private final SortedMap<OutputPath, Manifest.Entry> before;

  private final List<OutputPath> added = new ArrayList<>();
  private final List<OutputPath> changed = new ArrayList<>();
  private final List<OutputPath> removed = new ArrayList<>();
  private final List<OutputPath> kept = new ArrayList<>();
  private final List<OutputPath> adopted = new ArrayList<>();
  private final SortedMap<OutputPath, ObjectId> overwritten = new TreeMap<>();
  private final SortedMap<OutputPath, Manifest.Entry> after = new TreeMap<>();

  /**
   * @param base what is there, and what we put there
   * @param hub whose folder is meant
   * @param goal what is wanted
   * @param drift what happens to what is somebody else's
   */
  Comparison(Base base, Hub hub, Goal goal, HubOptions.Drift drift) throws IOException {
    this.tree = base.tree();
    this.hub = hub;
    this.goal = goal;
    this.drift = drift;
    this.before = base.manifest().map(Manifest::files).orElseGet(TreeMap::new);
    SortedMap<OutputPath, Manifest.Entry> wanted = goal.files();
    for (Map.Entry<OutputPath, Manifest.Entry> file : wanted.entrySet()) {
      wanted(file.getKey(), file.getValue());
    }
    for (Map.Entry<OutputPath, Manifest.Entry> file : before.entrySet()) {
      if (goal.held().contains(file.getKey())) {
        after.put(file.getKey(), file.getValue());
      } else if (!wanted.containsKey(file.getKey())) {
        unwanted(file.getKey(), file.getValue());
      }
    }
    kept.sort(null);
    adopted.sort(null);
  }

  private void wanted(OutputPath path, Manifest.Entry wanted) throws IOException {
    Optional<ObjectId> there = tree.file(inRepository(path));
    Optional<Manifest.Entry> ours = Optional.ofNullable(before.get(path));
    boolean untouched = ours.filter(entry -> entry.isUntouched(there)).isPresent();
    if (there.equals(Optional.of(wanted.blob()))) {
      after.put(path, wanted);
    } else if (there.isEmpty() && ours.isEmpty() && !tree.isBlocked(inRepository(path))) {
      added.add(path);
      after.put(path, wanted);
    } else if (untouched) {
      changed.add(path);
      after.put(path, wanted);
    } else if (overwrites(path)) {
      (there.isEmpty() ? added : changed).add(path);
      there.ifPresent(blob -> overwritten.put(path, blob));
      after.put(path, wanted);
    } else {
      theirs(path, ours, wanted);
    }
  }

  private boolean overwrites(OutputPath path) throws IOException {
    return drift == HubOptions.Drift.OVERWRITE
        && !goal.prunes()
        && !tree.isBlocked(inRepository(path));
  }

  // An older version of this program reads an adopted file as one that somebody changed: it stays.
  private void theirs(OutputPath path, Optional<Manifest.Entry> ours, Manifest.Entry wanted) {
    if (drift == HubOptions.Drift.ADOPT || ours.filter(Manifest.Entry::adopted).isPresent()) {
      adopted.add(path);
      after.put(path, ours.orElse(wanted).adoptedByHub());
    } else {
      kept.add(path);
      ours.ifPresent(entry -> after.put(path, entry));
    }
  }

  private void unwanted(OutputPath path, Manifest.Entry ours) throws IOException {
    Optional<ObjectId> there = tree.file(inRepository(path));
    Manifest.Entry stub = stub(path);
    boolean isStub = StubNotebook.replaces(path) && there.equals(Optional.of(stub.blob()));
    if (goal.prunes() && (there.isEmpty() || isStub || ours.isUntouched(there))) {
      if (there.isPresent()) {
        removed.add(path);
      }
    } else if (isStub) {
      after.put(path, stub);
    } else if (ours.isUntouched(there)) {
      withdraw(path, ours, stub);
    } else if (there.isPresent() && StubNotebook.replaces(path) && overwrites(path)) {
      overwritten.put(path, there.get());
      withdraw(path, ours, stub);
    } else if (there.isPresent()) {
      theirs(path, Optional.of(ours), ours);
    } else {
      after.put(path, ours); // gone already, which is as good
    }
  }

  private void withdraw(OutputPath path, Manifest.Entry ours, Manifest.Entry stub) {
    boolean replace = StubNotebook.replaces(path);
    if (replace) {
      removed.add(path);
    }
    after.put(path, replace ? stub : ours);
  }

  private static Manifest.Entry stub(OutputPath path) {
    return Manifest.Entry.of(Contents.Content.of(StubNotebook.of(path)), true);
  }

  /** A path below the hub's folder, as a path in the repository. */
  static String inRepository(Hub hub, String path) {
    return hub.folder().isEmpty() ? path : hub.folder() + "/" + path;
  }

  private String inRepository(OutputPath path) {
    return inRepository(hub, path.value());
  }

  /** Whether nothing has to be sent. */
  boolean nothing() {
    return published().isEmpty() && after.equals(before);
  }

  /** The blob to put at each path that changes. */
  SortedMap<OutputPath, ObjectId> blobs() {
    SortedMap<OutputPath, ObjectId> blobs = new TreeMap<>();
    for (OutputPath path : put()) {
      blobs.put(path, Objects.requireNonNull(after.get(path)).blob());
    }
    return blobs;
  }

  /** The bytes of one of those. */
  byte[] bytes(OutputPath path) throws IOException, Trouble {
    byte[] now = goal.bytes(path);
    ObjectId expected = Objects.requireNonNull(after.get(path)).blob();
    if (!goal.isFixed(path) && !Contents.Content.of(now).blob().equals(expected)) {
      throw new Trouble(Trouble.Code.LOCAL_DISK, path + " changed while it was published.");
    }
    return now;
  }

  private List<OutputPath> put() {
    return goal.prunes() ? List.of() : published();
  }

  /** The paths that go away altogether. */
  List<OutputPath> gone() {
    return goal.prunes() ? removed : List.of();
  }

  /** Every path that changes, sorted. */
  List<OutputPath> published() {
    List<OutputPath> all = new ArrayList<>(added);
    all.addAll(changed);
    all.addAll(removed);
    all.sort(null);
    return all;
  }

  Collection<OutputPath> adopted() {
    return adopted;
  }

  /** What was there of somebody else's and gives way. */
  SortedMap<OutputPath, ObjectId> overwritten() {
    return overwritten;
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

  Goal goal() {
    return goal;
  }

  /** What the next manifest says of our files. */
  SortedMap<OutputPath, Manifest.Entry> files() {
    return after;
  }
}
