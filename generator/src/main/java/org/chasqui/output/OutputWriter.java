package org.chasqui.output;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.site.OutputFile;
import org.chasqui.site.PathClash;

/**
 * Writes a set of files as the whole content of a folder: all of them or none.
 *
 * <p>The new tree is made beside the folder, on the same file system, and takes its place by
 * renaming; files that hold the same bytes as before are linked, not written again. Whoever is
 * interrupted, even by {@code kill -9}, leaves the old tree or the new one; if it happened between
 * the two renamings, the next write puts the old one back first. Where only a few files differ,
 * these alone are replaced, one by one ({@link Patch}); if it happened between them, the next write
 * or {@link #finish} replaces the rest.
 *
 * <pre>{@code
 * WriteResult result = OutputWriter.write(Path.of("public"), rendered.files());
 * }</pre>
 */
public final class OutputWriter {
  private OutputWriter() {}

  /**
   * Makes {@code files} the content of a folder.
   *
   * @param out the folder; made if it is not there
   * @throws RunStopped.Usage if the folder holds what Chasqui did not write, is a link or a file,
   *     holds files that are to be copied, or two files want the same place
   * @throws RunStopped.Environment if the disk is full or says no; the folder is then as it was
   */
  public static WriteResult write(Path out, List<OutputFile> files) {
    return write(out, files, List.of(), () -> {});
  }

  /**
   * Likewise, and refuses to replace any of some folders or a folder that holds one of them.
   *
   * @param out the folder; made if it is not there
   * @param files what it shall hold
   * @param guarded folders that must survive: the site's own, the user's home
   * @param afterwards what is done once it holds them, before another run can write it
   */
  public static WriteResult write(
      Path out, List<OutputFile> files, Collection<Path> guarded, Runnable afterwards) {
    Path target = out.toAbsolutePath().normalize();
    refuseClashes(files);
    Guard.check(target, files, guarded);
    try (WorkFolder work = WorkFolder.open(target)) {
      WriteResult result = replace(target, files, work);
      afterwards.run();
      return result;
    } catch (IOException e) {
      throw environment(target, e);
    }
  }

  private static WriteResult replace(Path target, List<OutputFile> files, WorkFolder work)
      throws IOException {
    Guard.checkContent(target);
    OldTree old = OldTree.read(target);
    Map<String, Boolean> unchanged = new ConcurrentHashMap<>();
    InParallel.each(files, file -> unchanged.put(file.path().value(), old.holds(file)));
    int same = (int) unchanged.values().stream().filter(Boolean::booleanValue).count();
    List<String> removed = old.without(unchanged.keySet());
    WriteResult result = new WriteResult(files.size() - same, same, removed.size());
    if (same == files.size() && removed.isEmpty() && old.tidy()) {
      return result;
    }
    List<OutputFile> changed =
        files.stream().filter(file -> !unchanged.getOrDefault(file.path().value(), false)).toList();
    List<String> put = changed.stream().map(file -> file.path().value()).toList();
    if (Patch.isFor(old, put, removed)) {
      Staging.write(work.fresh(), changed);
      work.patch(Patch.of(put, removed));
    } else {
      new Staging(work.fresh(), old).fill(files, unchanged);
      work.swap();
    }
    return result;
  }

  /**
   * Ends a write that was interrupted when it had begun to change files, so that whoever looks at
   * them sees one state. Does nothing while another run writes.
   */
  public static void finish(Path out) {
    Path target = out.toAbsolutePath().normalize();
    try {
      if (WorkFolder.isInterrupted(target)) {
        WorkFolder.open(target).close();
      }
    } catch (IOException e) {
      return; // the next write does it, or says what is in the way
    }
  }

  private static void refuseClashes(List<OutputFile> files) {
    List<PathClash> clashes = PathClash.among(files.stream().map(OutputFile::path).toList());
    if (!clashes.isEmpty()) {
      throw new RunStopped.Usage(
          "Some files of the output want the same place, so nothing was written: "
              + String.join("; ", clashes.stream().limit(5).map(PathClash::toString).toList())
              + ". Give one of the pages another slug or file name.");
    }
  }

  private static RunStopped environment(Path target, IOException e) {
    String why =
        e instanceof FileSystemException f && f.getReason() != null
            ? f.getReason() + " (" + f.getFile() + ")"
            : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String state =
        WorkFolder.isInterrupted(target)
            ? "Some of its files are new already: the next build replaces the rest."
            : Files.exists(target) ? "It is as it was before." : "Nothing was left half written.";
    return new RunStopped.Environment("Could not write " + target + ": " + why + ". " + state, e);
  }
}
