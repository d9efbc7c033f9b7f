package org.chasqui.hub;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.OutputPath;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What we published in a hub's repository, as its {@code .lessons/manifest.json} says. It is the
 * only memory we have of it.
 *
 * @param source the commit of the sources
 * @param publication the number of the publication, from 1
 * @param files what we put at each path below the hub's folder
 */
record Manifest(Optional<String> source, int publication, SortedMap<OutputPath, Entry> files) {
  /** Where it lies below the hub's folder. */
  static final String PATH = ".lessons/manifest.json";

  /**
   * A file that we put there.
   *
   * @param blob git's name of its bytes
   * @param sha256 their digest, in hexadecimal
   * @param stub whether it stands for a notebook that we no longer publish
   */
  record Entry(ObjectId blob, String sha256, boolean stub) {
    static Entry of(Contents.Content content, boolean stub) {
      return new Entry(content.blob(), content.sha256(), stub);
    }
  }

  Manifest {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }
}
