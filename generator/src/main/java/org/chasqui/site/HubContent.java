package org.chasqui.site;

import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a hub's repository should hold of ours.
 *
 * @param hub the hub
 * @param files every file below the hub's folder: notebooks as {@link OutputFile.Text}, data and
 *     pictures as {@link OutputFile.Copy}
 */
public record HubContent(Hub hub, SortedMap<OutputPath, OutputFile> files) {
  /** Copies, so that nobody can change it. */
  public HubContent {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** Where the embedded repositories of a site lie. */
  public static Path embedded(Path siteFolder, Hub hub) {
    return siteFolder.resolve(".chasqui").resolve("hubs").resolve(hub.id() + ".git");
  }
}
