package org.chasqui.site;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a hub's repository should hold of ours.
 *
 * @param hub the hub
 * @param files every file below the hub's folder: notebooks as {@link OutputFile.Text}, data and
 *     pictures as {@link OutputFile.Copy}
 * @param succession fits a file to the one that it replaces
 * @param held files that stay as they are in the hub, or missing if they are: we have nothing good
 *     to put there today
 */
public record HubContent(
    Hub hub,
    SortedMap<OutputPath, OutputFile> files,
    Succession succession,
    SortedSet<OutputPath> held) {

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
    held = Collections.unmodifiableSortedSet(new TreeSet<>(held));
  }

  /** Content of which nothing is held back. */
  public HubContent(Hub hub, SortedMap<OutputPath, OutputFile> files, Succession succession) {
    this(hub, files, succession, new TreeSet<>());
  }

  /** Content that is published as it is. */
  public HubContent(Hub hub, SortedMap<OutputPath, OutputFile> files) {
    this(hub, files, Succession.AS_WANTED, new TreeSet<>());
  }

  /** The same with some of its files left as they are in the hub. */
  public HubContent holding(Set<OutputPath> some) {
    SortedMap<OutputPath, OutputFile> others = new TreeMap<>(files);
    others.keySet().removeAll(some);
    SortedSet<OutputPath> ours = new TreeSet<>(files.keySet());
    ours.retainAll(some);
    return new HubContent(hub, others, succession, ours);
  }

  /** Where the embedded repositories of a site lie. */
  public static Path embedded(Path siteFolder, Hub hub) {
    return siteFolder.resolve(".chasqui").resolve("hubs").resolve(hub.id() + ".git");
  }
}
