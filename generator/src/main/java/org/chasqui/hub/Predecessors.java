package org.chasqui.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.HubContent;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Fits what a hub is to hold to what we published there before, file by file, as the {@link
 * HubContent.Succession} of the content says. Only files that change are read.
 */
final class Predecessors {
  private final Base base;
  private final HubContent content;
  private final Contents contents;

  Predecessors(Base base, HubContent content, Contents contents) {
    this.base = base;
    this.content = content;
    this.contents = contents;
  }

  /** The content as it is published on top of the base. */
  HubContent fitted(Remote remote) throws IOException, Trouble {
    SortedMap<OutputPath, ObjectId> published = replaced();
    if (published.isEmpty()) {
      return content;
    }
    remote.fetchBlobs(published.values());
    SortedMap<OutputPath, OutputFile> files = new TreeMap<>(content.files());
    for (Map.Entry<OutputPath, ObjectId> old : published.entrySet()) {
      OutputPath path = old.getKey();
      String before = new String(remote.blob(old.getValue()), StandardCharsets.UTF_8);
      if (files.get(path) instanceof OutputFile.Text wanted) {
        String text = content.succession().fitted(path, before, wanted.content());
        files.put(path, new OutputFile.Text(path, text));
      }
    }
    return new HubContent(content.hub(), files, content.succession(), content.held());
  }

  // What somebody else changed is not ours to go on from.
  private SortedMap<OutputPath, ObjectId> replaced() throws IOException, Trouble {
    SortedMap<OutputPath, ObjectId> replaced = new TreeMap<>();
    if (base.manifest().isEmpty() || content.succession() == HubContent.Succession.AS_WANTED) {
      return replaced;
    }
    SortedMap<OutputPath, Manifest.Entry> before = base.manifest().get().files();
    for (Map.Entry<OutputPath, OutputFile> file : content.files().entrySet()) {
      Manifest.Entry ours = before.get(file.getKey());
      if (ours != null && !ours.stub() && file.getValue() instanceof OutputFile.Text wanted) {
        String place = Comparison.inRepository(content.hub(), file.getKey().value());
        boolean untouched = base.tree().file(place).filter(ours.blob()::equals).isPresent();
        if (untouched && !contents.of(wanted).blob().equals(ours.blob())) {
          replaced.put(file.getKey(), ours.blob());
        }
      }
    }
    return replaced;
  }
}
