package org.chasqui.offline;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.chasqui.site.SitePath;

/** Addresses in finished pages. */
final class Links {
  private Links() {}

  /** Whether a URL leads out of the site, or is no address of a file at all. */
  static boolean isForeign(String url) {
    return url.startsWith("//") || url.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*");
  }

  /** The query and fragment of a URL. */
  static String tail(String url) {
    int at = url.length();
    for (char sign : new char[] {'#', '?'}) {
      int found = url.indexOf(sign);
      at = found < 0 ? at : Math.min(at, found);
    }
    return url.substring(at);
  }

  /**
   * The address that a relative URL of a page means.
   *
   * @param base the path below which the site is served
   */
  static SitePath target(String url, SitePath page, String base) {
    String bare = url.substring(0, url.length() - tail(url).length());
    String path = URLDecoder.decode(bare.replace("+", "%2B"), StandardCharsets.UTF_8);
    if (path.startsWith(base)) {
      path = "/" + path.substring(base.length());
    }
    String folder = page.value().substring(0, page.value().lastIndexOf('/') + 1);
    String full = path.startsWith("/") ? path : folder + path;
    Deque<String> steps = new ArrayDeque<>();
    for (String step : full.split("/")) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    boolean slash = full.endsWith("/") || full.endsWith("/.") || full.endsWith("/..");
    String joined = String.join("/", steps);
    return new SitePath("/" + joined + (slash && !joined.isEmpty() ? "/" : ""));
  }

  /** The relative path from one file of an archive to another. */
  static String relative(String from, String to) {
    String[] a = from.split("/");
    String[] b = to.split("/");
    int same = 0;
    while (same < a.length - 1 && same < b.length - 1 && a[same].equals(b[same])) {
      same++;
    }
    StringBuilder out = new StringBuilder("../".repeat(a.length - 1 - same));
    for (int i = same; i < b.length; i++) {
      out.append(encoded(b[i])).append(i < b.length - 1 ? "/" : "");
    }
    return out.toString();
  }

  private static String encoded(String step) {
    try {
      return new java.net.URI(null, null, "/" + step, null).toASCIIString().substring(1);
    } catch (java.net.URISyntaxException e) {
      return step;
    }
  }
}
