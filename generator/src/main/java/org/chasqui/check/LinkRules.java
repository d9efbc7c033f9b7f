package org.chasqui.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.site.Language;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Page;
import org.chasqui.site.RenderedSite.LinkUse;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;

/** Whether the links that authors wrote lead anywhere. */
final class LinkRules {
  private final LinkIndex links;
  private final Map<OutputPath, Set<String>> missing = new HashMap<>();
  private final Map<Language, Map<String, String>> lastParts = new HashMap<>();
  private final Map<String, String> fileNames = new TreeMap<>();

  LinkRules(Site site, LinkIndex links, List<PageReport> reports) {
    this.links = links;
    reports.forEach(report -> missing.put(report.path(), report.missing()));
    for (Page page : site.pages()) {
      lastParts
          .computeIfAbsent(page.language(), language -> new TreeMap<>())
          .putIfAbsent(lastPart(page.path().value()), page.path().value());
    }
    for (SitePath asset : site.assets().keySet()) {
      fileNames.putIfAbsent(lastPart(asset.value()), asset.value());
    }
  }

  /** Looks at every link. */
  void check(Findings findings) {
    for (LinkUse link : links.all()) {
      if (link.target().isEmpty()) {
        findings.add(
            Finding.of(link.from(), link.written(), link.image() ? image(link) : dead(link)));
      } else if (link.fragment().isPresent() && isMissing(link)) {
        findings.add(Finding.of(link.from(), link.written(), fragment(link)));
      }
    }
  }

  private boolean isMissing(LinkUse link) {
    return link.target()
        .map(target -> missing.getOrDefault(target.output(), Set.of()))
        .filter(fragments -> fragments.contains(link.fragment().orElse("")))
        .isPresent();
  }

  private Diagnostic dead(LinkUse link) {
    return Diagnostic.error(
            "link-dead", link.span(), "Nothing of the site answers to " + link.written() + ".")
        .help(
            nearest(link)
                .orElse(
                    "Check the path; if another site serves it under this host, add it to"
                        + " links.external_paths in site.yaml."));
  }

  private static Diagnostic fragment(LinkUse link) {
    String page = link.target().map(SitePath::value).orElse("");
    return Diagnostic.error(
            "link-fragment-dead",
            link.span(),
            "The page " + page + " has no part named #" + link.fragment().orElse("") + ".")
        .help(
            "The name is that of a heading there, in lower case with dashes; or give the heading"
                + " a name with {#name}.");
  }

  private Diagnostic image(LinkUse link) {
    String name = lastPart(link.written());
    return Diagnostic.error(
            "image-missing", link.span(), "There is no picture " + link.written() + ".")
        .help(
            suggestion(name, fileNames)
                .orElse("Paths of pictures count from the folder of the file they stand in."));
  }

  // Authors mistype the name more often than the folder, so the name is compared first.
  private Optional<String> nearest(LinkUse link) {
    String name = lastPart(link.written());
    Map<String, String> pages = lastParts.getOrDefault(link.from().language(), Map.of());
    Set<String> paths = new TreeSet<>(pages.values());
    return suggestion(name, pages)
        .or(() -> Suggestion.didYouMean(link.written(), paths))
        .or(() -> suggestion(name, fileNames));
  }

  private static Optional<String> suggestion(String name, Map<String, String> byName) {
    return Suggestion.closest(name, byName.keySet())
        .map(found -> "Did you mean '" + byName.get(found) + "'?");
  }

  // "intro" of ../intro.md#part, /lessons/git/intro/ and 01-intro.md.
  private static String lastPart(String path) {
    String plain = LinkIndex.decode(path).replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
    plain = plain.replaceFirst("/index\\.[a-z]+$", "");
    String name = plain.substring(plain.lastIndexOf('/') + 1);
    return name.replaceFirst("\\.(md|markdown|html?|Rmd|ipynb)$", "").replaceFirst("^\\d+-", "");
  }
}
