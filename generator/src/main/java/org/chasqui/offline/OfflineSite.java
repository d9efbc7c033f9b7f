package org.chasqui.offline;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.site.OutputFile;
import org.chasqui.site.SitePath;

/**
 * Pages as they stand on the site, with everything that they show, in an archive: unpacked anywhere
 * they open in a browser without a server. What is not in the archive is linked to where it is on
 * the web.
 */
final class OfflineSite {
  private final Part part;
  private final FinishedFiles files;

  OfflineSite(Part part, FinishedFiles files) {
    this.part = part;
    this.files = files;
  }

  /** What of a site is in the archive. */
  interface Part {
    /** The pages, by address. */
    Map<SitePath, OutputFile.Text> pages();

    /** The name in the archive of what has an address. */
    String name(SitePath path);

    /**
     * Whether a file that a page names is in the archive too.
     *
     * @param loads whether the page cannot be shown without it
     */
    boolean takes(SitePath file, boolean loads);

    /** What else is in it, by name: in place of what the site has under that name. */
    default Map<String, OutputFile> more() {
      return Map.of();
    }
  }

  void write(Archive archive) {
    Map<String, OutputFile> used = new TreeMap<>();
    part.pages()
        .forEach((path, page) -> archive.add(part.name(path), page(path, page.content(), used)));
    used.putAll(part.more());
    used.forEach(archive::add);
  }

  private String page(SitePath path, String html, Map<String, OutputFile> used) {
    return PageLinks.changed(
        html,
        (element, attribute, url) ->
            link(path, url, FinishedFiles.isLoaded(element, attribute), used));
  }

  private Optional<String> link(
      SitePath page, String url, boolean loads, Map<String, OutputFile> used) {
    if (url.isEmpty() || url.startsWith("#") || Links.isForeign(url)) {
      return Optional.empty();
    }
    SitePath target = Links.target(url, page, files.config().baseUrl().getRawPath());
    String tail = Links.tail(url);
    if (part.pages().containsKey(target)) {
      return Optional.of(Links.relative(part.name(page), part.name(target)) + tail);
    }
    Optional<OutputFile> file = files.at(target).filter(f -> part.takes(target, loads));
    file.ifPresent(f -> used.put(part.name(target), f));
    return Optional.of(
        file.isPresent()
            ? Links.relative(part.name(page), part.name(target)) + tail
            : files.config().absolute(target) + tail);
  }
}
