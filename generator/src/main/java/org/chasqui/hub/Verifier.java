package org.chasqui.hub;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.Hub;
import org.chasqui.site.OutputPath;
import org.eclipse.jgit.lib.ObjectId;

/** Holds a hub's branch against its manifest: names of git, then digests of the bytes. */
final class Verifier {
  private final Hub hub;
  private final Remote remote;
  private final Base base;

  private final List<OutputPath> missing = new ArrayList<>();
  private final List<OutputPath> changed = new ArrayList<>();
  private final List<OutputPath> wrong = new ArrayList<>();
  private final List<OutputPath> adopted = new ArrayList<>();

  Verifier(Hub hub, Remote remote, Base base) {
    this.hub = hub;
    this.remote = remote;
    this.base = base;
  }

  HubVerification verify() throws IOException, Trouble {
    SortedMap<OutputPath, Manifest.Entry> files =
        base.manifest().map(Manifest::files).orElseGet(TreeMap::new);
    SortedMap<OutputPath, Manifest.Entry> whole = new TreeMap<>();
    for (Map.Entry<OutputPath, Manifest.Entry> file : files.entrySet()) {
      name(file.getKey(), file.getValue(), whole);
    }
    remote.fetchBlobs(whole.values().stream().map(Manifest.Entry::blob).toList());
    for (Map.Entry<OutputPath, Manifest.Entry> file : whole.entrySet()) {
      byte[] bytes = remote.blob(file.getValue().blob());
      if (!Contents.Content.of(bytes).sha256().equals(file.getValue().sha256())) {
        wrong.add(file.getKey());
      }
    }
    return new HubVerification(
        hub,
        base.tip().commit().map(ObjectId::name),
        base.manifest().map(Manifest::publication).orElse(0),
        files.size(),
        missing,
        changed,
        wrong,
        adopted,
        Optional.empty());
  }

  private void name(
      OutputPath path, Manifest.Entry entry, SortedMap<OutputPath, Manifest.Entry> whole)
      throws IOException {
    Optional<ObjectId> there = base.tree().file(Comparison.inRepository(hub, path.value()));
    if (entry.adopted()) {
      adopted.add(path);
    } else if (there.isEmpty()) {
      missing.add(path);
    } else if (entry.isUntouched(there)) {
      whole.put(path, entry);
    } else {
      changed.add(path);
    }
  }
}
