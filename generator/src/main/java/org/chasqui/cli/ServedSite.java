package org.chasqui.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.site.OutputFile;

/**
 * One state of a site in memory, as a web server shows it.
 *
 * @param build differs from that of the state before if files may have changed that are no text
 * @param files the files of the last good build, by path
 * @param problems what is wrong with the sources now; empty if nothing is
 */
record ServedSite(String build, Map<String, OutputFile> files, String problems) {

  /** Copies, so that nobody can change it. */
  ServedSite {
    files = Map.copyOf(files);
  }

  /** Before the first build. */
  static final ServedSite NOTHING = new ServedSite("0", Map.of(), "");

  /** The state after a good build. */
  ServedSite next(String build, List<OutputFile> newFiles) {
    Map<String, OutputFile> map = new HashMap<>();
    newFiles.forEach(file -> map.put(file.path().value(), file));
    return new ServedSite(build, map, "");
  }

  /** The state after a build that failed: the old pages, and what is wrong. */
  ServedSite broken(String newProblems) {
    return new ServedSite(build, files, newProblems);
  }

  /**
   * The file that a URL path means; {@code /es/} is {@code es/index.html}. What is not a key of the
   * map is not there, whatever dots and slashes it has.
   */
  Optional<OutputFile> at(String path) {
    String key = path.substring(1) + (path.endsWith("/") ? "index.html" : "");
    return Optional.ofNullable(files.get(key));
  }

  /** The same with some files in place of those at their paths. */
  ServedSite with(List<OutputFile> newFiles) {
    Map<String, OutputFile> map = new HashMap<>(files);
    newFiles.forEach(file -> map.put(file.path().value(), file));
    return new ServedSite(build, map, problems);
  }

  /** Whether it has this very file. */
  boolean shows(OutputFile file) {
    return file.equals(files.get(file.path().value()));
  }

  /**
   * A name for what a browser shows at a path: as long as it is the same there is nothing to load
   * again, whatever else has changed.
   */
  String version(String path) {
    return at(path).or(() -> notFound(path)).map(this::version).orElse(build);
  }

  /** Likewise for a file. */
  String version(OutputFile file) {
    return file instanceof OutputFile.Text text
        ? Integer.toHexString(text.content().hashCode()) + "-" + build
        : build;
  }

  /** Whether a path without its last slash is a page of ours. */
  boolean isFolder(String path) {
    return files.containsKey(path.substring(1) + "/index.html");
  }

  /** The page for what is not there: the nearest one above the path. */
  Optional<OutputFile> notFound(String path) {
    int slash = path.lastIndexOf('/');
    while (slash >= 0) {
      OutputFile page = files.get(path.substring(1, slash + 1) + "404.html");
      if (page != null) {
        return Optional.of(page);
      }
      slash = slash == 0 ? -1 : path.lastIndexOf('/', slash - 1);
    }
    return Optional.empty();
  }
}
