package org.chasqui.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.site.OutputFile;

/**
 * One state of a site in memory, as a web server shows it.
 *
 * @param build a name for this state; differs from that of every other
 * @param files the files of the last good build, by path
 * @param problems what is wrong with the sources now; empty if nothing is
 */
record ServedSite(String build, Map<String, OutputFile> files, String problems) {

  /** Before the first build. */
  static final ServedSite NOTHING = new ServedSite("0", Map.of(), "");

  /** The state after a good build. */
  ServedSite next(String build, List<OutputFile> newFiles) {
    Map<String, OutputFile> map = new HashMap<>();
    newFiles.forEach(file -> map.put(file.path().value(), file));
    return new ServedSite(build, Map.copyOf(map), "");
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
