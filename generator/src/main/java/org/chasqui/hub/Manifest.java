package org.chasqui.hub;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.chasqui.site.OutputPath;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What we published in a hub's repository, as its {@code .lessons/manifest.json} says. It is the
 * only memory we have of it.
 *
 * @param source the commit of the sources
 * @param publication the number of the publication, from 1
 * @param files what we put at each path below the hub's folder
 * @param lineage what came before
 */
record Manifest(
    Optional<String> source, int publication, SortedMap<OutputPath, Entry> files, Lineage lineage) {
  /** Where it lies below the hub's folder. */
  static final String PATH = ".lessons/manifest.json";

  /** The folder in which a JupyterLite site has its files. */
  private static final Pattern LITE = Pattern.compile("^files/");

  /**
   * A file that we put there. Two entries are equal if the files are: what is derived from their
   * bytes does not count.
   *
   * @param blob git's name of its bytes
   * @param sha256 their digest, in hexadecimal
   * @param stub whether it stands for a notebook that we no longer publish
   * @param adopted whether the file is the hub's own from now on; its bytes are then what we last
   *     put or would have put there
   * @param cells of a notebook, the ids of its cells in their order; an id without its ending
   *     {@code -V2} is the key of the cell, the same in every language
   */
  record Entry(ObjectId blob, String sha256, boolean stub, boolean adopted, List<String> cells) {
    Entry {
      cells = List.copyOf(cells);
    }

    static Entry of(Contents.Content content, boolean stub) {
      return new Entry(
          content.blob(), content.sha256(), stub, false, stub ? List.of() : content.cells());
    }

    Entry adoptedByHub() {
      return new Entry(blob, sha256, stub, true, cells);
    }

    /** Whether what is there is what we put there. */
    boolean isUntouched(Optional<ObjectId> there) {
      return !adopted && there.equals(Optional.of(blob));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry that
          && blob.equals(that.blob)
          && sha256.equals(that.sha256)
          && stub == that.stub
          && adopted == that.adopted;
    }

    @Override
    public int hashCode() {
      return Objects.hash(blob, sha256, stub, adopted);
    }
  }

  /**
   * What came before a publication.
   *
   * @param previous the commit that it was put upon, if there was one
   * @param languages the first folders of what is published: the languages
   * @param lessons since when each lesson is as it is, by its folder: {@code es/first-steps}
   */
  record Lineage(
      Optional<String> previous, SortedSet<String> languages, SortedMap<String, Since> lessons) {
    static final Lineage NONE = new Lineage(Optional.empty(), new TreeSet<>(), new TreeMap<>());

    Lineage {
      languages = Collections.unmodifiableSortedSet(new TreeSet<>(languages));
      lessons = Collections.unmodifiableSortedMap(new TreeMap<>(lessons));
    }
  }

  /**
   * Since when a lesson is as it is.
   *
   * @param publication the number of the publication that brought it
   * @param time the time of its commit
   */
  record Since(int publication, Instant time) {}

  Manifest {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** One of which nothing came before. */
  Manifest(Optional<String> source, int publication, SortedMap<OutputPath, Entry> files) {
    this(source, publication, files, Lineage.NONE);
  }

  /** The folder of the lesson that a file belongs to, if it belongs to one. */
  static Optional<String> lessonOf(OutputPath path) {
    String[] names = LITE.matcher(path.value()).replaceFirst("").split("/", 3);
    return names.length < 3 ? Optional.empty() : Optional.of(names[0] + "/" + names[1]);
  }
}
