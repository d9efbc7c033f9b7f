package org.chasqui.site;

/**
 * An address below the site's root, before any base URL: {@code /es/lessons/git/intro/}. Begins
 * with {@code /}; a page's ends with {@code /}, a file's does not.
 *
 * @param value the path, not percent-encoded
 */
public record SitePath(String value) implements Comparable<SitePath> {
  /** The root. */
  public static final SitePath ROOT = new SitePath("/");

  /**
   * @throws IllegalArgumentException if it does not begin with a slash
   */
  public SitePath {
    if (!value.startsWith("/")) {
      throw new IllegalArgumentException("a site path begins with a slash: " + value);
    }
  }

  /** The file that answers to it: {@code es/lessons/git/intro/index.html}. */
  public OutputPath output() {
    String relative = value.substring(1);
    return OutputPath.of(value.endsWith("/") ? relative + "index.html" : relative);
  }

  /** A path below this one (this one must end with a slash). */
  public SitePath resolve(String relative) {
    return new SitePath(value + relative);
  }

  /**
   * The relative URL that leads from this path to another, so that a site works below any folder
   * and from a disk: from {@code /a/b/} to {@code /a/c/} it is {@code ../c/}; to itself {@code ./}.
   */
  public String relativize(SitePath target) {
    int folder = 0;
    int limit = Math.min(value.lastIndexOf('/'), target.value.lastIndexOf('/'));
    for (int i = 0; i <= limit && value.charAt(i) == target.value.charAt(i); i++) {
      if (value.charAt(i) == '/') {
        folder = i;
      }
    }
    StringBuilder url = new StringBuilder();
    for (int i = folder + 1; i < value.length(); i++) {
      if (value.charAt(i) == '/') {
        url.append("../");
      }
    }
    String rest = target.value.substring(folder + 1);
    if (url.isEmpty() && (rest.isEmpty() || rest.indexOf(':') >= 0)) {
      url.append("./");
    }
    return url.append(rest).toString();
  }

  @Override
  public int compareTo(SitePath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
