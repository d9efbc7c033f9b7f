package org.chasqui.offline;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.site.OutputFile;
import org.chasqui.site.SitePath;

/**
 * The pages of a lesson as they stand on the site, with everything that they show, in an archive:
 * unpacked anywhere they open in a browser without a server. What is not of the lesson is linked to
 * where it is on the web.
 */
final class OfflineSite {
  private final LessonFiles lesson;
  private final FinishedFiles files;
  private final String top;

  OfflineSite(LessonFiles lesson, FinishedFiles files) {
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

  void write(Archive archive) {
    Map<String, OutputFile> used = new TreeMap<>();
    lesson
        .pages()
        .forEach((path, page) -> archive.add(name(path), page(path, page.content(), used)));
    used.forEach(archive::add);
  }

  /** The name in the archive of what has an address. */
  private String name(SitePath path) {
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

  private String page(SitePath path, String html, Map<String, OutputFile> used) {
    return PageLinks.changed(
        html,
        (element, attribute, url) -> {
          return link(path, url, FinishedFiles.isLoaded(element, attribute), used);
        });
  }

  private Optional<String> link(
      SitePath page, String url, boolean loads, Map<String, OutputFile> used) {
    if (url.isEmpty() || url.startsWith("#") || Links.isForeign(url)) {
      return Optional.empty();
    }
    SitePath target = Links.target(url, page, files.config().baseUrl().getRawPath());
    String tail = Links.tail(url);
    if (lesson.pages().containsKey(target)) {
      return Optional.of(Links.relative(name(page), name(target)) + tail);
    }
    Optional<OutputFile> file = files.at(target).filter(f -> isTaken(target, loads));
    file.ifPresent(f -> used.put(name(target), f));
    return Optional.of(
        file.isPresent()
            ? Links.relative(name(page), name(target)) + tail
            : files.config().absolute(target) + tail);
  }

  // What a page loads, and what lies with the lesson: data, notebooks, pictures.
  private boolean isTaken(SitePath target, boolean loads) {
    String value = target.value();
    boolean own =
        value.startsWith(lesson.home().path().value()) || value.startsWith(lesson.source().value());
    boolean pack = value.endsWith(".epub") || value.endsWith(".zip");
    return !FinishedFiles.isPage(target) && (loads || (own && !pack));
  }
}
