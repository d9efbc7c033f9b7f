package org.chasqui.offline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.site.OutputFile;
import org.chasqui.site.SitePath;

/** A lesson in one language, to be packed: its pages, what they load, and what lies with it. */
final class LessonPart implements OfflineSite.Part {
  private final LessonFiles lesson;
  private final FinishedFiles files;
  private final String top;
  private final Map<SitePath, OutputFile.Text> pages;
  private final Map<String, OutputFile> more = new TreeMap<>();

  /**
   * @param index the search of the lesson, if it has one: below the folder of {@link
   *     Packs#searchFolder}
   */
  LessonPart(LessonFiles lesson, FinishedFiles files, List<OutputFile> index) {
    this.lesson = lesson;
    this.files = files;
    this.top = lesson.home().lesson().name() + "-" + lesson.home().language().tag() + "/";
    this.pages = new LinkedHashMap<>(lesson.pages());
    addSearch(index);
  }

  // The site's page to search, with the pages of the lesson alone in its list.
  private void addSearch(List<OutputFile> index) {
    SitePath search = files.config().searchPage(lesson.home().language());
    files
        .page(search)
        .filter(page -> !index.isEmpty())
        .ifPresent(
            page -> {
              String html = LessonSearch.of(page.content(), search, lesson.pages().keySet(), files);
              pages.put(search, new OutputFile.Text(page.path(), html));
              index.forEach(file -> more.put(top + file.path().value(), file));
            });
  }

  /** Of everything that could be in it. */
  String fingerprint() {
    Fingerprint print = new Fingerprint("offline").add(files.config().baseUrl().toString());
    files.below(lesson.home().path()).forEach(print::add);
    files.below(lesson.source()).stream()
        .filter(file -> file instanceof OutputFile.Copy)
        .forEach(print::add);
    SitePath search = files.config().searchPage(lesson.home().language());
    Optional.ofNullable(pages.get(search)).ifPresent(print::add);
    more.values().forEach(print::add);
    return print.hex();
  }

  @Override
  public Map<SitePath, OutputFile.Text> pages() {
    return pages;
  }

  @Override
  public Map<String, OutputFile> more() {
    return more;
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
