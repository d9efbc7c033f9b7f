package org.chasqui.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.kernels.Recording;
import org.chasqui.notebook.CodeInsertions;
import org.chasqui.output.SingleFiles;
import org.chasqui.site.Episode;
import org.chasqui.site.Language;
import org.chasqui.site.Lesson;
import org.chasqui.site.LessonHome;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.Site;

/**
 * What the code of lessons gave when it was tested, kept in {@code lessons/NAME/outputs}: to be
 * committed with the lesson, and shown on its pages by a machine that has no Jupyter. Where code
 * has changed since, nothing is shown.
 */
final class RecordedOutputs {
  private RecordedOutputs() {}

  /** The site with recorded outputs in its episodes. */
  static Site shown(Path siteFolder, Site site) {
    Map<PageId, Lesson> lessons = new HashMap<>();
    Language source = site.config().sourceLanguage();
    for (LessonHome home : site.pages(LessonHome.class, source)) {
      if (Files.isDirectory(folder(siteFolder, home.id()).resolve("outputs"))) {
        lessons.put(home.id(), home.lesson());
      }
    }
    return lessons.isEmpty()
        ? site
        : site.mapping(page -> shown(siteFolder, source, lessons, page));
  }

  private static Page shown(
      Path siteFolder, Language source, Map<PageId, Lesson> lessons, Page page) {
    if (!(page instanceof Episode episode)) {
      return page;
    }
    Lesson lesson = lessons.get(episode.details().lesson());
    if (lesson == null) {
      return page;
    }
    Path folder = folder(siteFolder, episode.details().lesson());
    Map<String, String> recorded = new HashMap<>(read(folder.resolve(file(episode.ref(), source))));
    read(folder.resolve(file(episode.ref().in(source), source))).forEach(recorded::putIfAbsent);
    return recorded.isEmpty()
        ? page
        : CodeInsertions.into(
            episode, lesson, code -> recorded.getOrDefault(Recording.hash(code), ""));
  }

  private static Map<String, String> read(Path file) {
    try {
      return Files.isRegularFile(file) ? Recording.read(Files.readString(file)) : Map.of();
    } catch (IOException e) {
      throw new RunStopped.Environment("Could not read " + file + ": " + e, e);
    }
  }

  private static Path folder(Path siteFolder, PageId lesson) {
    return siteFolder.resolve(lesson.value());
  }

  private static String file(PageRef episode, Language source) {
    String tag = episode.language().equals(source) ? "" : "." + episode.language();
    return "outputs/" + episode.id().name() + tag + ".json";
  }

  /** Writes recordings; those of a translation only if it gives something else than the source. */
  static int write(Path siteFolder, Site site, Map<PageRef, Recording> recordings) {
    Language source = site.config().sourceLanguage();
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Map.Entry<PageRef, Recording> entry : recordings.entrySet()) {
      PageRef ref = entry.getKey();
      String id = ref.id().value();
      String lesson = id.substring(0, id.lastIndexOf('/') + 1);
      Recording recording = entry.getValue();
      Recording original = recordings.get(ref.in(source));
      boolean same = original != null && original.text().equals(recording.text());
      if (!recording.isEmpty() && (ref.language().equals(source) || !same)) {
        String text = recording.text();
        files.put(lesson + file(ref, source), text.getBytes(StandardCharsets.UTF_8));
        recording.pictures().forEach((path, bytes) -> files.put(lesson + path, bytes));
      }
    }
    files.entrySet().removeIf(file -> holds(siteFolder.resolve(file.getKey()), file.getValue()));
    SingleFiles.put(siteFolder, files);
    return files.size();
  }

  private static boolean holds(Path file, byte[] bytes) {
    try {
      return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes);
    } catch (IOException e) {
      return false;
    }
  }
}
