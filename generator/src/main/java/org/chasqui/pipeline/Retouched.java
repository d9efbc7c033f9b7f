package org.chasqui.pipeline;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.site.Earlier;
import org.chasqui.site.Memory;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.RenderedSite;

/**
 * The files that became others after they were made, like pages that say how large a download of
 * them is: as they lie in the output they are not what their makers remember.
 */
final class Retouched {
  private static final Memory.Kept<Set<String>> PATHS =
      new Memory.Kept<>("retouched", Memory.Written.texts());

  private Retouched() {}

  /**
   * What is known of a former run, but of these files; of none where nobody knows which they are.
   */
  static Earlier without(Earlier earlier, Memory memory) {
    Optional<Set<String>> paths = memory.unchanged(PATHS, "");
    return new Earlier() {
      @Override
      public Optional<String> inputs(Set<String> apart) {
        return earlier.inputs(apart);
      }

      @Override
      public Optional<String> stamp(String path) {
        return earlier.stamp(path);
      }

      @Override
      public Optional<String> left(OutputPath path) {
        return paths
            .filter(known -> !known.contains(path.value()))
            .flatMap(known -> earlier.left(path));
      }

      @Override
      public Optional<Path> output() {
        return earlier.output();
      }
    };
  }

  /** Keeps which they are, for the run to come. */
  static void keep(RenderedSite made, RenderedSite finished, Memory memory) {
    if (!memory.keeps(PATHS)) {
      return;
    }
    Map<OutputPath, OutputFile> before = new HashMap<>();
    made.files().forEach(file -> before.put(file.path(), file));
    Set<String> paths = new HashSet<>();
    for (OutputFile file : finished.files()) {
      if (before.get(file.path()) instanceof OutputFile.Text then
          && file instanceof OutputFile.Text now
          && !then.digest().equals(now.digest())) {
        paths.add(file.path().value());
      }
    }
    memory.keep(PATHS, "", List.of(), paths);
  }
}
