package org.chasqui.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.site.Asset;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Page;
import org.chasqui.site.RenderedSite;
import org.chasqui.site.Site;
import org.chasqui.site.SiteConfig;

/** The files of the output, and what URLs in them mean. */
final class OutputIndex {
  private static final String INDEX = "index.html";

  private final URI base;
  private final List<String> externalPaths;
  private final Set<String> files = new HashSet<>();
  // Every path that a file answers to: nearly each link of each page asks.
  private final Set<String> answering = new HashSet<>();
  // Those of them that need no escapes in a URL.
  private final Set<String> plain = new HashSet<>();
  private final String root;
  private final Map<OutputPath, Page> pages = new HashMap<>();
  private final Map<OutputPath, Asset> assets = new HashMap<>();

  /** The files alone: nothing is known of pages and what they were made from. */
  OutputIndex(SiteConfig config, List<OutputFile> files) {
    base = config.baseUrl();
    root = base.toString();
    externalPaths = config.externalPaths();
    for (OutputFile file : files) {
      String path = file.path().value();
      this.files.add(path);
      answering.add("/" + path);
      if (path.equals(INDEX)) {
        answering.add("/");
      } else if (path.endsWith("/" + INDEX)) {
        String folder = path.substring(0, path.length() - INDEX.length() - 1);
        answering.add("/" + folder);
        answering.add("/" + folder + "/");
      }
    }
    for (String path : answering) {
      if (path.chars().allMatch(OutputIndex::isPlain)) {
        plain.add(path);
      }
    }
  }

  OutputIndex(Site site, RenderedSite rendered) {
    this(site.config(), rendered.files());
    site.pages().forEach(page -> pages.putIfAbsent(page.path().output(), page));
    site.assets().values().forEach(asset -> assets.putIfAbsent(asset.path().output(), asset));
  }

  /** The page that a file shows. */
  Optional<Page> page(OutputPath file) {
    return Optional.ofNullable(pages.get(file));
  }

  /** Where people find what a file was made from: its source, or else the file itself. */
  SourceSpan origin(OutputPath file) {
    Page page = pages.get(file);
    if (page != null) {
      return page.header().source().top();
    }
    Asset asset = assets.get(file);
    return new SourceFile(asset == null ? file.value() : asset.source(), "").top();
  }

  /** The absolute form of a URL that stands in a file; nothing if it is no URL that is fetched. */
  Optional<URI> resolve(OutputPath file, String url) {
    String text = url.strip().replace(" ", "%20");
    try {
      URI written = new URI(text);
      String scheme = written.getScheme();
      if (scheme != null && !scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
        return Optional.empty();
      }
      String folder = file.value().substring(0, file.value().lastIndexOf('/') + 1);
      return Optional.of(base.resolve(new URI(null, null, folder, null)).resolve(written));
    } catch (URISyntaxException noUrl) {
      return Optional.empty();
    }
  }

  /**
   * The path below the site's root of a URL that leads to a file of ours as nearly all do: without
   * scheme, query and escapes, or below the site's own address; nothing if it takes a closer look
   * to tell.
   */
  Optional<String> known(OutputPath file, String url) {
    int hash = url.indexOf('#');
    String path = hash < 0 ? url : url.substring(0, hash);
    if (path.isEmpty() || !externalPaths.isEmpty()) {
      return Optional.empty();
    }
    if (path.startsWith(root)) {
      return ifPlain("/" + path.substring(root.length()));
    }
    String folder = file.value();
    int above = folder.lastIndexOf('/') + 1;
    int from = path.startsWith("./") ? 2 : 0;
    for (; path.startsWith("../", from); from += 3) {
      if (above == 0) {
        return Optional.empty();
      }
      above = folder.lastIndexOf('/', above - 2) + 1;
    }
    return ifPlain("/" + folder.substring(0, above) + path.substring(from));
  }

  private Optional<String> ifPlain(String path) {
    return plain.contains(path) ? Optional.of(path) : Optional.empty();
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.'
        || c == '/';
  }

  /** Whether a URL names another host than the site's, as it is written. */
  boolean isElsewhere(String url) {
    if (!url.startsWith("http://") && !url.startsWith("https://")) {
      return false;
    }
    int from = url.indexOf(':') + 3;
    int to = from;
    while (to < url.length() && "/?#".indexOf(url.charAt(to)) < 0) {
      to++;
    }
    return !url.substring(from, to).equalsIgnoreCase(base.getAuthority());
  }

  /** What of the configuration its answers depend on. */
  String settings() {
    return base + " " + externalPaths;
  }

  /** Whether a URL is on the site's own host (with or without TLS). */
  boolean ownHost(URI url) {
    String host = url.getAuthority();
    return host == null || host.equalsIgnoreCase(base.getAuthority());
  }

  /** The path below the site's root, not encoded, with a leading slash; nothing if not ours. */
  Optional<String> ownPath(URI url) {
    String path = url.getPath() == null || url.getPath().isEmpty() ? "/" : url.getPath();
    if (!ownHost(url) || !path.startsWith(base.getPath())) {
      return Optional.empty();
    }
    String below = "/" + path.substring(base.getPath().length());
    String folder = below.endsWith("/") ? below : below + "/";
    return externalPaths.stream().anyMatch(folder::startsWith)
        ? Optional.empty()
        : Optional.of(below);
  }

  /** The path of ours that a link has as it is written on its page. */
  Optional<String> address(Site site, RenderedSite.LinkUse link) {
    return site.page(link.from())
        .flatMap(page -> resolve(page.path().output(), link.written()))
        .flatMap(this::ownPath);
  }

  /** Whether a file answers to a path of ours. */
  boolean answers(String path) {
    return answering.contains(path);
  }

  /** The file that answers to a path of ours. */
  OutputPath file(String path) {
    String relative = path.substring(1);
    return OutputPath.of(
        files.contains(relative)
            ? relative
            : relative + (relative.isEmpty() || relative.endsWith("/") ? "" : "/") + INDEX);
  }
}
