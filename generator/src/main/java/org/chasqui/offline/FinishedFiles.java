package org.chasqui.offline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Site;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.SitePath;

/** The finished files of a site, by address. */
final class FinishedFiles {
  private final Site site;
  private final Map<String, OutputFile> files = new HashMap<>();

  FinishedFiles(Site site, List<OutputFile> all) {
    this.site = site;
    all.forEach(file -> files.put(file.path().value(), file));
  }

  Site site() {
    return site;
  }

  SiteConfig config() {
    return site.config();
  }

  Optional<OutputFile> at(SitePath path) {
    return Optional.ofNullable(files.get(path.output().value()));
  }

  /** The finished page at an address. */
  Optional<OutputFile.Text> page(SitePath path) {
    return at(path)
        .filter(OutputFile.Text.class::isInstance)
        .map(OutputFile.Text.class::cast)
        .filter(file -> file.path().value().endsWith(".html"));
  }

  /** What a page loads to be shown, by address: styles, scripts, pictures. No other pages. */
  SortedMap<SitePath, OutputFile> loaded(SitePath page, String html) {
    SortedMap<SitePath, OutputFile> loaded = new TreeMap<>();
    String base = config().baseUrl().getRawPath();
    PageLinks.changed(
        html,
        (element, attribute, url) -> {
          boolean foreign = url.isEmpty() || url.startsWith("#") || Links.isForeign(url);
          if (isLoaded(element, attribute) && !foreign) {
            SitePath target = Links.target(url, page, base);
            at(target).filter(file -> !isPage(target)).ifPresent(f -> loaded.put(target, f));
          }
          return Optional.empty();
        });
    return loaded;
  }

  /** Whether a browser fetches what an attribute names, without being asked. */
  static boolean isLoaded(String element, String attribute) {
    return attribute.equals("href") ? element.equals("link") : !attribute.equals("action");
  }

  /** Whether an address is that of a page. */
  static boolean isPage(SitePath path) {
    return path.value().endsWith("/") || path.value().endsWith(".html");
  }

  /** The finished files below an address, by address. */
  List<OutputFile> below(SitePath folder) {
    String prefix = folder.value().substring(1);
    return files.values().stream()
        .filter(file -> file.path().value().startsWith(prefix))
        .sorted(java.util.Comparator.comparing(OutputFile::path))
        .toList();
  }
}
