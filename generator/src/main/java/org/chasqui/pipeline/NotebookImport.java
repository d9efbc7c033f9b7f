package org.chasqui.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.ipynb.NotebookSource;
import org.chasqui.load.SourceTree;
import org.chasqui.output.SingleFiles;

/** Makes an episode of a notebook: a Markdown file, and the pictures that the notebook holds. */
public final class NotebookImport {
  private static final Pattern TITLE = Pattern.compile("(?m)\\A\\s*# +(.+?)\\s*#*\\s*$\\n*");
  private static final Pattern NUMBERED = Pattern.compile("(\\d+)[-_].*");

  private NotebookImport() {}

  /**
   * Reads a notebook and writes the episode.
   *
   * @param siteFolder the site
   * @param lesson the short name of the lesson
   * @param notebook the file
   * @param diagnostics takes what is wrong with it; with an error nothing is written
   * @return the files that were made, relative to the site's folder; none after an error
   * @throws RunStopped.Usage if there is no such lesson or file, or the episode is there already
   */
  public static List<String> run(
      Path siteFolder, String lesson, Path notebook, Diagnostics diagnostics) {
    Path folder = siteFolder.resolve("lessons").resolve(lesson);
    if (!Files.isDirectory(folder)) {
      throw new RunStopped.Usage(
          "There is no lesson '" + lesson + "'. 'chasqui new lesson " + lesson + "' makes one.");
    }
    if (!Files.isRegularFile(notebook)) {
      throw new RunStopped.Usage("There is no file " + notebook + ".");
    }
    Path source = notebook.toAbsolutePath().normalize();
    Path root = source.resolveSibling("");
    SourceFile json = SourceTree.read(root, source, diagnostics);
    String name = name(folder, notebook.getFileName().toString());
    NotebookSource.Converted converted = NotebookSource.read(json, false, diagnostics);
    if (diagnostics.hasErrors()) {
      return List.of();
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    String text = converted.page().text();
    for (Map.Entry<String, byte[]> file : converted.files().entrySet()) {
      String path = "images/" + name + "-" + file.getKey().replaceFirst(".*/", "");
      text = text.replace("](" + file.getKey() + ")", "](" + path + ")");
      files.put(path, file.getValue());
    }
    files.put(name + ".md", bytes(text.startsWith("---\n") ? text : withFrontMatter(text, name)));
    return write(siteFolder, folder, files);
  }

  private static List<String> write(Path siteFolder, Path folder, SortedMap<String, byte[]> files) {
    for (String path : files.keySet()) {
      if (path.endsWith(".md") && Files.exists(folder.resolve(path))) {
        throw new RunStopped.Usage(
            folder.resolve(path) + " is there already; nothing was changed.");
      }
    }
    List<String> made = new ArrayList<>();
    files.forEach(
        (path, bytes) -> {
          SingleFiles.create(folder.resolve(path), bytes);
          made.add(siteFolder.relativize(folder.resolve(path)).toString().replace('\\', '/'));
        });
    return made;
  }

  private static byte[] bytes(String text) {
    return (text.stripTrailing() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String withFrontMatter(String text, String name) {
    Matcher title = TITLE.matcher(text);
    boolean titled = title.find();
    String words = titled ? title.group(1) : name.replaceFirst("^\\d+[-_]", "").replace('-', ' ');
    return "---\ntitle: "
        + "\""
        + words.replace("\\", "\\\\").replace("\"", "\\\"")
        + "\"\nteaching: 10\nexercises: 10\nquestions: []\nobjectives: []\nkeypoints: []\n---\n\n"
        + (titled ? text.substring(title.end()) : text);
  }

  // Behind the episodes that are there, unless it has a number of its own.
  private static String name(Path folder, String file) {
    String stem =
        java.text.Normalizer.normalize(
                file.replaceFirst("\\.[^.]*$", ""), java.text.Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    if (NUMBERED.matcher(stem).matches()) {
      return stem;
    }
    String[] there = folder.toFile().list();
    int highest = 0;
    for (String other : there == null ? new String[0] : there) {
      Matcher number = NUMBERED.matcher(other);
      if (number.matches() && number.group(1).length() < 4) {
        highest = Math.max(highest, Integer.parseInt(number.group(1)));
      }
    }
    return String.format(Locale.ROOT, "%02d-%s", highest + 1, stem.isEmpty() ? "notebook" : stem);
  }
}
