package org.chasqui.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.Hub;
import org.chasqui.site.OutputPath;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/** Reads the notebooks that somebody changed in a hub's branch, and what we had put there. */
final class ChangedThere {
  private final Hub hub;
  private final Remote remote;
  private final Base base;

  ChangedThere(Hub hub, Remote remote, Base base) {
    this.hub = hub;
    this.remote = remote;
    this.base = base;
  }

  HubChanges read() throws IOException, Trouble {
    SortedMap<OutputPath, ObjectId> there = changed();
    if (there.isEmpty()) {
      return new HubChanges(hub, List.of(), Optional.empty());
    }
    remote.fetchBlobs(there.values());
    SortedMap<OutputPath, byte[]> now = new TreeMap<>();
    for (Map.Entry<OutputPath, ObjectId> file : there.entrySet()) {
      now.put(file.getKey(), remote.blob(file.getValue()));
    }
    List<HubChanges.Changed> files = new ArrayList<>();
    try (ObjectReader past = remote.history(base.tip().commit().orElseThrow()).newObjectReader()) {
      for (Map.Entry<OutputPath, byte[]> file : now.entrySet()) {
        ObjectId ours =
            Objects.requireNonNull(base.manifest().orElseThrow().files().get(file.getKey())).blob();
        Optional<String> published =
            past.has(ours)
                ? Optional.of(text(past.open(ours, Constants.OBJ_BLOB).getBytes()))
                : Optional.empty();
        files.add(new HubChanges.Changed(file.getKey(), text(file.getValue()), published));
      }
    }
    return new HubChanges(hub, files, Optional.empty());
  }

  private SortedMap<OutputPath, ObjectId> changed() throws IOException {
    SortedMap<OutputPath, ObjectId> changed = new TreeMap<>();
    SortedMap<OutputPath, Manifest.Entry> files =
        base.manifest().map(Manifest::files).orElseGet(TreeMap::new);
    for (Map.Entry<OutputPath, Manifest.Entry> file : files.entrySet()) {
      Optional<ObjectId> there =
          base.tree().file(Comparison.inRepository(hub, file.getKey().value()));
      boolean notebook = StubNotebook.replaces(file.getKey()) && !file.getValue().stub();
      if (notebook && there.isPresent() && !there.get().equals(file.getValue().blob())) {
        changed.put(file.getKey(), there.get());
      }
    }
    return changed;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
