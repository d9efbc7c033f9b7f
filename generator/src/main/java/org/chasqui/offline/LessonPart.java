package org.chasqui.offline;

import java.util.Map;
import org.chasqui.site.OutputFile;
import org.chasqui.site.SitePath;

/** A lesson in one language, to be packed: its pages, what they load, and what lies with it. */
final class LessonPart implements OfflineSite.Part {
  private final LessonFiles lesson;
  private final FinishedFiles files;
  private final String top;

  LessonPart(LessonFiles lesson, FinishedFiles files) {
    this.lesson = lesson;
    this.files = files;
    this.top = lesson.home().lesson().name() + "-" + lesson.home().language().tag() + "/";
  }

  /** Of everything that could be in it. */
  String fingerprint() {
    Fingerprint print = new Fingerprint("offline").add(files.config().baseUrl().toString());
    files.below(lesson.home().path()).forEach(print::add);
    files.below(lesson.source()).stream()
        .filter(file -> file instanceof OutputFile.Copy)
        .forEach(print::add);
    return print.hex();
  }

  @Override
  public Map<SitePath, OutputFile.Text> pages() {
    return lesson.pages();
  }

  @Override
  public String name(SitePath path) {
    String value = path.value().endsWith("/") ? path.value() + "index.html" : path.value();
    String home = lesson.home().path().value();
    String source = lesson.source().value();
    if (value.startsWith(home)) {
      return top + value.substring(home.length());
    }
    return top
        + "files/"
        + (value.startsWith(source) ? value.substring(source.length()) : value.substring(1));
  }

  @Override
  public boolean takes(SitePath file, boolean loads) {
    String value = file.value();
    boolean own =
        value.startsWith(lesson.home().path().value()) || value.startsWith(lesson.source().value());
    boolean pack = value.endsWith(".epub") || value.endsWith(".zip");
    return !FinishedFiles.isPage(file) && (loads || (own && !pack));
  }
}
