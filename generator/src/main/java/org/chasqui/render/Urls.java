package org.chasqui.render;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.chasqui.site.SitePath;
import org.chasqui.site.Slugs;
import org.chasqui.theme.Html;

/** Addresses as text: encoding, decoding, joining, slugs. */
final class Urls {
  private Urls() {}

  /** The relative URL from one address to another, percent-encoded. */
  static String relative(SitePath from, SitePath to) {
    return encode(from.relativize(to));
  }

  /** A path as it stands in a URL: what is not allowed there percent-encoded. */
  static String encode(String path) {
    if (path.chars().allMatch(c -> isPlain((char) c) || c == '/' || c == '-' || c == '.')) {
      return path; // most, and every page has hundreds
    }
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      return path;
    }
  }

  /** The path that a percent-encoded one means; malformed escapes stay as they are. */
  static String decode(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  /**
   * A path with its {@code .} and {@code ..} worked out, without slashes at its ends, or nothing if
   * it leads out of the root.
   */
  static Optional<String> normalize(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }

  /**
   * A word as it may stand in an address: lower case, accents dropped, anything but letters and
   * digits a hyphen. Letters of other scripts stay.
   */
  static String slug(String text) {
    return Slugs.of(text);
  }

  /** Whether a target names a scheme or a host of its own. */
  static boolean isAbsolute(String target) {
    if (target.startsWith("//")) {
      return true;
    }
    int end = 0;
    while (end < target.length() && isOfAScheme(target.charAt(end))) {
      end++;
    }
    return end > 0
        && end < target.length()
        && target.charAt(end) == ':'
        && Character.isLetter(target.charAt(0));
  }

  private static boolean isOfAScheme(char c) {
    return isPlain(c) || c == '+' || c == '.' || c == '-';
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** The name of the site that a whole URL leads to. */
  static Html host(String url) {
    return Html.escape(Objects.requireNonNullElse(URI.create(encode(url)).getHost(), url));
  }
}
