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
   * @param adopted whether the file is the hub's own from now on; its bytes are then what we last
   *     put or would have put there
   */
  record Entry(ObjectId blob, String sha256, boolean stub, boolean adopted) {
    static Entry of(Contents.Content content, boolean stub) {
      return new Entry(content.blob(), content.sha256(), stub, false);
    }

    Entry adoptedByHub() {
      return new Entry(blob, sha256, stub, true);
    }

    /** Whether what is there is what we put there. */
    boolean isUntouched(Optional<ObjectId> there) {
      return !adopted && there.equals(Optional.of(blob));
    }
  }

  Manifest {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }
}
