package org.chasqui.offline;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.site.OutputFile;
import org.chasqui.site.SitePath;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

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
    Document document = Jsoup.parse(html);
    document.outputSettings().prettyPrint(false);
    document.select(".offline, link[rel=alternate]").remove();
    document.select("[srcset]").removeAttr("srcset").removeAttr("sizes");
    for (Element element : document.select("[href]")) {
      boolean loads = element.normalName().equals("link");
      link(path, element, "href", loads, used);
    }
    document.select("[src]").forEach(element -> link(path, element, "src", true, used));
    document.select("[poster]").forEach(element -> link(path, element, "poster", true, used));
    return document.outerHtml();
  }

  private void link(
      SitePath page,
      Element element,
      String attribute,
      boolean loads,
      Map<String, OutputFile> used) {
    String url = element.attr(attribute).strip();
    if (url.isEmpty() || url.startsWith("#") || Links.isForeign(url)) {
      return;
    }
    SitePath target = Links.target(url, page, files.config().baseUrl().getRawPath());
    String tail = Links.tail(url);
    if (lesson.pages().containsKey(target)) {
      element.attr(attribute, Links.relative(name(page), name(target)) + tail);
      return;
    }
    Optional<OutputFile> file = files.at(target).filter(f -> isTaken(target, loads));
    file.ifPresent(f -> used.put(name(target), f));
    element.attr(
        attribute,
        file.isPresent()
            ? Links.relative(name(page), name(target)) + tail
            : files.config().absolute(target) + tail);
  }

  // What a page loads, and what lies with the lesson: data, notebooks, pictures.
  private boolean isTaken(SitePath target, boolean loads) {
    String value = target.value();
    boolean own =
        value.startsWith(lesson.home().path().value()) || value.startsWith(lesson.source().value());
    boolean page = value.endsWith("/") || value.endsWith(".html");
    boolean pack = value.endsWith(".epub") || value.endsWith(".zip");
    return !page && (loads || (own && !pack));
  }
}
