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
 * @param succession fits a file to the one that it replaces
 */
public record HubContent(Hub hub, SortedMap<OutputPath, OutputFile> files, Succession succession) {

  /** What becomes of a text file that replaces one that we published before. */
  @FunctionalInterface
  public interface Succession {
    /** Publishes every file as it is. */
    Succession AS_WANTED = (path, published, wanted) -> wanted;

    /**
     * The content to publish. A pure function: the same two texts give the same third, and a text
     * that was fitted already stays as it is.
     *
     * @param path where
     * @param published what is there
     * @param wanted what is to take its place
     */
    String fitted(OutputPath path, String published, String wanted);
  }

  /** Copies, so that nobody can change it. */
  public HubContent {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** Content that is published as it is. */
  public HubContent(Hub hub, SortedMap<OutputPath, OutputFile> files) {
    this(hub, files, Succession.AS_WANTED);
  }

  /** Where the embedded repositories of a site lie. */
  public static Path embedded(Path siteFolder, Hub hub) {
    return siteFolder.resolve(".chasqui").resolve("hubs").resolve(hub.id() + ".git");
  }
}
