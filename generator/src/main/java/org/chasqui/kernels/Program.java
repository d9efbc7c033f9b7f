package org.chasqui.kernels;

import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.site.LessonCode;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;

/**
 * A notebook to be run.
 *
 * @param code its cells
 * @param withSolutions whether the cells of solutions are among them
 * @param files the files beside it, by their path in a hub
 * @param kernelPlace where its lesson names the kernel
 */
public record Program(
    LessonCode code,
    boolean withSolutions,
    SortedMap<OutputPath, OutputFile> files,
    SourceSpan kernelPlace) {
  /** Copies, so that nobody can change it. */
  public Program {
    files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * The files beside the notebook by their path from there. Which language and lesson it is, code
   * is not told: the same code is then run once for all languages.
   */
  SortedMap<String, OutputFile> beside() {
    String notebook = code.notebook().value();
    String folder = notebook.substring(0, notebook.lastIndexOf('/') + 1);
    SortedMap<String, OutputFile> beside = new TreeMap<>();
    files.forEach(
        (path, file) -> {
          if (path.value().startsWith(folder)) {
            beside.put(path.value().substring(folder.length()), file);
          }
        });
    return beside;
  }
}
