package org.chasqui.pipeline;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.site.Site;

/**
 * Paths of an imported site's host that another site seems to serve: its pages name them by their
 * whole address, or its menu leads there, and nothing of the site is below them.
 */
final class Neighbours {
  private static final Pattern NOTHING = Pattern.compile("site answers to (\\S+)\\.");
  private static final Pattern PAGE = Pattern.compile("(?m)^ +page: \"?(/[^\"\\n]*)\"?$");

  private final Site site;
  private final Set<String> menu = new TreeSet<>();
  private final Map<String, SourceSpan> found = new TreeMap<>();

  private Neighbours(Site site) {
    this.site = site;
  }

  /**
   * The paths, each with a place that names it.
   *
   * @param record the text of {@code site.yaml}
   * @param trouble what building the site says
   */
  static Map<String, SourceSpan> of(Site site, String record, Collection<Diagnostic> trouble) {
    Neighbours neighbours = new Neighbours(site);
    PAGE.matcher(record).results().forEach(page -> neighbours.menu.add(page.group(1)));
    trouble.forEach(neighbours::look);
    return neighbours.found;
  }

  private void look(Diagnostic said) {
    Matcher nothing = NOTHING.matcher(said.message());
    if (!Set.of("link-dead", "output-link-dead").contains(said.code()) || !nothing.find()) {
      return;
    }
    String written = nothing.group(1);
    if (said.code().equals("link-dead") && written.startsWith("http")) {
      String base = site.config().baseUrl().toString().replaceFirst("^https?:", "");
      String bare = written.replaceFirst("^https?:", "");
      if (bare.startsWith(base)) {
        take("/" + bare.substring(base.length()), said.span());
      }
    } else if (menu.contains(written)) {
      take(written, said.span());
    }
  }

  private void take(String path, SourceSpan span) {
    String plain = path.replaceFirst("[?#].*$", "");
    String[] steps = plain.substring(1).split("/");
    String prefix = "/" + steps[0] + "/";
    boolean language =
        site.config().languages().stream().anyMatch(l -> l.tag().equalsIgnoreCase(steps[0]));
    if (!steps[0].isEmpty() && !language && !isOurs(prefix, steps[steps.length - 1])) {
      found.putIfAbsent(prefix, span);
    }
  }

  // Below a folder of ours, or with the name of a page of ours, it is an address that changed.
  private boolean isOurs(String prefix, String name) {
    String last = "/" + name.toLowerCase(Locale.ROOT) + "/";
    return site.pages().stream()
        .map(page -> page.path().value())
        .anyMatch(path -> path.startsWith(prefix) || path.toLowerCase(Locale.ROOT).endsWith(last));
  }
}
