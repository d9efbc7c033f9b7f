package org.chasqui.notebook;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Asset;
import org.chasqui.site.Episode;
import org.chasqui.site.Lesson;
import org.chasqui.site.NotebookFile;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;

/**
 * Where the links of one episode lead from its notebook: to the notebooks of the same lesson and to
 * the files beside them by relative path, to everything else on the site by its full address.
 */
final class EpisodeTargets implements ProseRewriter.Targets {
  private static final Pattern ABSOLUTE = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|//).*");

  private final Site site;
  private final LessonFiles files;
  private final Lesson lesson;
  private final Episode episode;
  private final String readOnPage;
  private final RoleText roles;
  private final Map<String, String> anchors = new HashMap<>();
  private final Set<Asset> used = new TreeSet<>(java.util.Comparator.comparing(Asset::source));

  /**
   * @param words what the interface says
   */
  EpisodeTargets(Site site, LessonFiles files, Lesson lesson, Episode episode, Words words) {
    this.site = site;
    this.files = files;
    this.lesson = lesson;
    this.episode = episode;
    this.readOnPage = words.text("notebook.shortcode");
    this.roles = new RoleText(episode.body().markdown(), this, words);
  }

  /** Tells of a heading, so that links to its anchor stay in the notebook. */
  void heading(String id, String markdown) {
    anchors.putIfAbsent(id, markdown);
  }

  /** The files beside the notebook that its links and pictures name. */
  Set<Asset> used() {
    return used;
  }

  /** The full address of the episode's page. */
  String pageUrl() {
    return site.config().absolute(episode.path());
  }

  @Override
  public String link(String target, boolean image) {
    if (target.isEmpty() || ABSOLUTE.matcher(target).matches()) {
      return target;
    }
    int hash = target.indexOf('#');
    String fragment = hash < 0 ? "" : target.substring(hash);
    String path = decode(hash < 0 ? target : target.substring(0, hash));
    if (path.isEmpty()) {
      return anchor(fragment);
    }
    String source = path.startsWith("/") ? path.substring(1) : against(sourceFolder(), path);
    Optional<String> found = path.startsWith("/") ? Optional.empty() : bySource(source, fragment);
    return found
        .or(() -> bySite(path.startsWith("/") ? path : against(pageFolder(), path), fragment))
        .orElseGet(() -> absolute(pageFolder(), path) + fragment);
  }

  /** {@code Figure 2} for the figure of a label, if the text speaks of numbers anywhere. */
  Optional<String> figure(String label) {
    return roles.figure(label);
  }

  /** The title of the page that a target leads to. */
  Optional<String> title(String target) {
    return files
        .page(target.startsWith("/") ? target.substring(1) : against(sourceFolder(), target))
        .flatMap(this::inThisLanguage)
        .map(page -> Markdown.plain(page.header().title().value()));
  }

  /** Where another page marks a place with a label. */
  Optional<String> labelled(String label) {
    return files.labelled(label).flatMap(this::inThisLanguage).map(p -> page(p, "#" + label));
  }

  /** The heading or caption at such a place; the page's title where there is none. */
  Optional<String> headed(String label) {
    return files.labelled(label).flatMap(this::inThisLanguage).map(page -> headed(page, label));
  }

  /** The title of the episode. */
  String episodeTitle() {
    return Markdown.plain(episode.header().title().value());
  }

  private static String headed(Page page, String label) {
    String heading = Markdown.labels(page.body().markdown()).getOrDefault(label, "");
    return heading.isEmpty() ? Markdown.plain(page.header().title().value()) : heading;
  }

  /** Where the lesson's glossary has a term. */
  Optional<String> term(String name) {
    return files.term(episode, name);
  }

  @Override
  public String role(String name, String inside) {
    return roles.of(name, inside);
  }

  @Override
  public String shortcode(String name, Map<String, String> arguments) {
    String picture = arguments.getOrDefault("src", "");
    if (name.equals("figure") && !picture.isEmpty()) {
      String caption = arguments.getOrDefault("caption", arguments.getOrDefault("title", ""));
      String alt = arguments.getOrDefault("alt", caption);
      String shown = "![" + alt + "](" + Brackets.writable(link(picture, true)) + ")";
      return caption.isEmpty() || caption.equals(alt) ? shown : shown + "\n\n" + slanted(caption);
    }
    return "[" + readOnPage + "](" + pageUrl() + ")";
  }

  // What is slanted already, or has several paragraphs, cannot stand between two stars.
  private static String slanted(String caption) {
    if (caption.contains("\n\n") || (caption.contains("*") && caption.contains("_"))) {
      return caption;
    }
    String sign = caption.contains("*") ? "_" : "*";
    return sign + caption + sign;
  }

  private String anchor(String fragment) {
    String heading = anchors.get(decode(fragment.substring(1)));
    // Jupyter makes the anchor of a heading from its text, and only turns blanks into dashes.
    return heading == null ? pageUrl() + fragment : "#" + Markdown.plain(heading).replace(' ', '-');
  }

  private Optional<String> bySource(String source, String fragment) {
    return files
        .asset(source)
        .map(this::file)
        .or(() -> files.page(source).flatMap(this::inThisLanguage).map(p -> page(p, fragment)))
        .or(
            () ->
                files
                    .page(source + "/index")
                    .flatMap(this::inThisLanguage)
                    .map(p -> page(p, fragment)));
  }

  private Optional<String> bySite(String path, String fragment) {
    SitePath exact = new SitePath(path);
    SitePath folder = new SitePath(path.endsWith("/") ? path : path + "/");
    Asset asset = site.assets().get(exact);
    if (asset != null) {
      return Optional.of(file(asset));
    }
    return site.at(exact)
        .or(() -> site.at(folder))
        .map(page -> page(inThisLanguage(page.id()).orElse(page), fragment));
  }

  private Optional<Page> inThisLanguage(PageId id) {
    return site.page(new PageRef(id, episode.language()))
        .or(() -> site.page(new PageRef(id, site.config().sourceLanguage())));
  }

  private String page(Page page, String fragment) {
    if (page instanceof Episode other
        && other.details().lesson().equals(episode.details().lesson())
        && lesson.episodes().contains(other.id())) {
      return NotebookFile.pathOf(other).fileName();
    }
    return site.config().absolute(page.path()) + fragment;
  }

  private String file(Asset asset) {
    Asset own = files.in(episode.language(), asset);
    return LessonFiles.beside(lesson, asset)
        .map(
            path -> {
              used.add(asset);
              return encode(path);
            })
        .orElseGet(() -> site.config().absolute(own.path()));
  }

  private String absolute(String folder, String path) {
    return site.config().absolute(new SitePath(against(folder, path)));
  }

  private String sourceFolder() {
    String path = episode.header().source().path();
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private String pageFolder() {
    return episode.path().value();
  }

  // Dots are resolved as a browser does: what would climb above the top stays there.
  private static String against(String folder, String path) {
    Deque<String> parts = new ArrayDeque<>();
    String whole = path.startsWith("/") ? path : folder + path;
    for (String part : whole.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.equals(".") && !(part.isEmpty() && !parts.isEmpty())) {
        parts.addLast(part);
      }
    }
    String joined = String.join("/", parts);
    String rooted = whole.startsWith("/") && !joined.startsWith("/") ? "/" + joined : joined;
    return whole.endsWith("/") && !rooted.endsWith("/") ? rooted + "/" : rooted;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  private static String encode(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (java.net.URISyntaxException e) {
      return path;
    }
  }
}
