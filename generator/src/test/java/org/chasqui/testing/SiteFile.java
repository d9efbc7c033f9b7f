package org.chasqui.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A whole site in one text file, so that a test can be read at one glance:
 *
 * <pre>
 * -- site-content/site.yaml --
 * title: A site
 * -- site-content/about.md --
 * # About
 * </pre>
 *
 * What stands before the first such line is a remark. Every file ends with the line end before the
 * next mark; an empty section is an empty file.
 */
public final class SiteFile {
  private SiteFile() {}

  /**
   * Writes the files of a site file below a folder.
   *
   * @return the folder
   */
  public static Path unpack(Path dir, String text) {
    files(text).forEach((path, content) -> write(dir.resolve(path), content));
    return dir;
  }

  /** The files of a site file with their paths. */
  public static Map<String, String> files(String text) {
    Map<String, String> files = new LinkedHashMap<>();
    String path = "";
    StringBuilder content = new StringBuilder();
    for (String line : text.split("(?<=\n)")) {
      String bare = line.strip();
      if (bare.startsWith("-- ") && bare.endsWith(" --") && bare.length() > 6) {
        put(files, path, content);
        path = bare.substring(3, bare.length() - 3).strip();
        content.setLength(0);
      } else {
        content.append(line);
      }
    }
    put(files, path, content);
    return files;
  }

  private static void put(Map<String, String> files, String path, StringBuilder content) {
    if (!path.isEmpty() && files.put(path, content.toString()) != null) {
      throw new IllegalArgumentException("two sections " + path);
    }
  }

  private static void write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
