package org.chasqui.e2e;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Follows every link of a finished site through its files, as a web server would serve them below
 * an address. Knows nothing of how the site was made, and shares no code with the program's check.
 */
final class Crawler {
  private static final Pattern XML_URL =
      Pattern.compile("(?:<loc>|href=\"|<id>|<icon>|<logo>)([^\"<]+)");

  private final Path folder;
  private final URI base;
  private final List<String> elsewhere;
  private final Map<Path, Set<String>> ids = new HashMap<>();
  private final Set<String> dead = new TreeSet<>();
  private final Set<String> foreign = new TreeSet<>();
  private int followed;

  private Crawler(Path folder, String base, List<String> elsewhere) {
    this.folder = folder;
    this.base = URI.create(base);
    this.elsewhere = elsewhere;
  }

  /**
   * What was found.
   *
   * @param followed how many links within the site were followed
   * @param dead the page and the link for every link to nothing
   * @param foreign what a browser would fetch from elsewhere
   */
  record Report(int followed, Set<String> dead, Set<String> foreign) {}

  /**
   * Crawls a site.
   *
   * @param folder its files
   * @param base where they are served
   * @param elsewhere paths on that host, from its root, that somebody else serves
   */
  static Report crawl(Path folder, String base, String... elsewhere) {
    Crawler crawler = new Crawler(folder, base, List.of(elsewhere));
    for (Path file : Tree.files(folder)) {
      String name = file.getFileName().toString();
      if (name.endsWith(".html")) {
        crawler.page(file);
      } else if (name.endsWith(".xml")) {
        crawler.xml(file);
      }
    }
    return new Report(crawler.followed, crawler.dead, crawler.foreign);
  }

  private void page(Path file) {
    Document page = Jsoup.parse(Tree.text(file));
    for (Element element : page.select("[href], [src], [poster], [action], [data]")) {
      for (String attribute : List.of("href", "src", "poster", "action", "data")) {
        if (element.hasAttr(attribute)) {
          follow(file, element.attr(attribute), fetched(element, attribute));
        }
      }
    }
    for (Element element : page.select("[srcset]")) {
      for (String candidate : element.attr("srcset").split(",")) {
        follow(file, candidate.strip().split("\\s")[0], true);
      }
    }
    for (Element refresh : page.select("meta[http-equiv=refresh]")) {
      follow(file, refresh.attr("content").replaceFirst("(?i)^.*url=", ""), false);
    }
  }

  // What a browser loads by itself, other than what it only goes to when somebody asks.
  private static boolean fetched(Element element, String attribute) {
    String rel = element.attr("rel");
    return !attribute.equals("action")
        && !element.normalName().equals("a")
        && !rel.contains("canonical")
        && !rel.contains("alternate");
  }

  private void xml(Path file) {
    Matcher urls = XML_URL.matcher(Tree.text(file));
    while (urls.find()) {
      if (!urls.group(1).startsWith("tag:")) {
        follow(file, urls.group(1).replace("&amp;", "&"), false);
      }
    }
  }

  private void follow(Path from, String link, boolean fetched) {
    if (link.isEmpty() && fetched) {
      dead.add(address(from) + " -> an empty address");
      return;
    }
    URI target;
    try {
      target = address(from).resolve(link.isEmpty() ? "#" : link);
    } catch (IllegalArgumentException e) {
      dead.add(address(from) + " -> " + link + " (not an address)");
      return;
    }
    boolean here =
        base.getScheme().equals(target.getScheme())
            && base.getAuthority().equals(target.getAuthority());
    if (!here) {
      if (fetched && !"data".equals(target.getScheme())) {
        foreign.add(address(from) + " -> " + link);
      }
      return;
    }
    // Below the host's root there may be other sites, but only a full address leads there.
    boolean beside = target.isAbsolute() && !target.getRawPath().startsWith(base.getRawPath());
    if (elsewhere.stream().anyMatch(target.getRawPath()::startsWith)
        || (beside && link.startsWith(base.getScheme() + "://"))) {
      return;
    }
    followed++;
    if (!answers(target)) {
      dead.add(address(from) + " -> " + link);
    }
  }

  private boolean answers(URI target) {
    if (!target.getRawPath().startsWith(base.getRawPath())) {
      return false;
    }
    Path file = folder.resolve(decoded(target.getRawPath().substring(base.getRawPath().length())));
    if (Files.isDirectory(file)) {
      // A server would have to redirect an address without its slash: not a right link.
      if (!target.getRawPath().endsWith("/")) {
        return false;
      }
      file = file.resolve("index.html");
    }
    if (!Files.isRegularFile(file)) {
      return false;
    }
    String fragment = Optional.ofNullable(target.getRawFragment()).map(Crawler::decoded).orElse("");
    return fragment.isEmpty()
        || !file.toString().endsWith(".html")
        || ids.computeIfAbsent(file, Crawler::idsOf).contains(fragment);
  }

  private static Set<String> idsOf(Path file) {
    Set<String> ids = new HashSet<>();
    Jsoup.parse(Tree.text(file)).select("[id]").forEach(e -> ids.add(e.id()));
    return ids;
  }

  private URI address(Path file) {
    List<String> parts = new ArrayList<>();
    for (Path part : folder.relativize(file)) {
      parts.add(encoded(part.toString()));
    }
    String path = String.join("/", parts).replaceFirst("(^|/)index\\.html$", "$1");
    return base.resolve(path);
  }

  private static String encoded(String part) {
    return java.net.URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decoded(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
