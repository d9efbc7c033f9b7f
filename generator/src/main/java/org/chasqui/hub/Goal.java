package org.chasqui.hub;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.HubContent;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.SourceRevision;

/** What a hub's repository shall hold of ours. */
sealed interface Goal {
  /** Where the bytes of entries are. */
  interface Blobs {
    byte[] of(Manifest.Entry entry) throws IOException;
  }

  /** The commit of the sources it was made from, if that is known. */
  Optional<String> source();

  /** What shall be at each path below the hub's folder. */
  SortedMap<OutputPath, Manifest.Entry> files();

  /** The bytes at one of those paths. */
  byte[] bytes(OutputPath path) throws IOException, Trouble;

  /** Whether those bytes cannot change while they are published: they are no file of the site. */
  default boolean isFixed(OutputPath path) {
    return false;
  }

  /** What stays as it is, because there is nothing good to put there today. */
  default Set<OutputPath> held() {
    return Set.of();
  }

  /** Whether what we put there and no longer want is taken away, rather than replaced by a stub. */
  default boolean prunes() {
    return false;
  }

  /**
   * What the site makes today.
   *
   * @param content the files
   * @param source the commit they were made from
   * @param contents the names of their bytes
   * @param files what they are
   */
  record OfSite(
      HubContent content,
      Optional<String> source,
      Contents contents,
      SortedMap<OutputPath, Manifest.Entry> files)
      implements Goal {
    static OfSite of(HubContent content, SourceRevision revision, Contents contents)
        throws Trouble {
      SortedMap<OutputPath, Manifest.Entry> files = new TreeMap<>();
      for (Map.Entry<OutputPath, OutputFile> file : content.files().entrySet()) {
        files.put(file.getKey(), Manifest.Entry.of(contents.of(file.getValue()), false));
      }
      return new OfSite(content, revision.commit(), contents, files);
    }

    @Override
    public Set<OutputPath> held() {
      return content.held();
    }

    @Override
    public boolean isFixed(OutputPath path) {
      return content.files().get(path) instanceof OutputFile.Text;
    }

    @Override
    public byte[] bytes(OutputPath path) throws Trouble {
      OutputFile file = content.files().get(path);
      return file == null ? StubNotebook.of(path) : Contents.bytes(file);
    }
  }

  /**
   * What a publication of the past put there.
   *
   * @param manifest what it says of itself
   * @param blobs where its bytes are
   */
  record OfPast(Manifest manifest, Blobs blobs) implements Goal {
    @Override
    public Optional<String> source() {
      return manifest.source();
    }

    @Override
    public SortedMap<OutputPath, Manifest.Entry> files() {
      return manifest.files();
    }

    @Override
    public byte[] bytes(OutputPath path) throws IOException {
      Manifest.Entry entry = manifest.files().get(path);
      return entry == null ? StubNotebook.of(path) : blobs.of(entry);
    }
  }

  /**
   * What is there already, without what we put there and no longer want.
   *
   * @param manifest what is there
   * @param wanted what the site makes today
   */
  record OfWeeding(Manifest manifest, Goal wanted) implements Goal {
    @Override
    public Optional<String> source() {
      return manifest.source();
    }

    @Override
    public SortedMap<OutputPath, Manifest.Entry> files() {
      SortedMap<OutputPath, Manifest.Entry> files = new TreeMap<>(manifest.files());
      files.values().removeIf(Manifest.Entry::stub);
      files.keySet().removeIf(p -> !wanted.files().containsKey(p) && !wanted.held().contains(p));
      return files;
    }

    @Override
    public byte[] bytes(OutputPath path) {
      throw new IllegalStateException("nothing is put there: " + path);
    }

    @Override
    public boolean prunes() {
      return true;
    }
  }
}
