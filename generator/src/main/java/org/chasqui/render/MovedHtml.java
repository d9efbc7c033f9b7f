package org.chasqui.render;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.site.SitePath;

/** Finished HTML that is shown on another page than the one it was made for. */
final class MovedHtml {
  private static final Pattern TAG =
      Pattern.compile("<[a-zA-Z](?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "(\\s(?:(href|src|poster)|(id|for|aria-labelledby|aria-describedby))=\")([^\"]*)(?=\")");
  private static final Pattern HEADING = Pattern.compile("<(/?)h([2-5])\\b");

  private MovedHtml() {}

  /**
   * Changes addresses and ids.
   *
   * @param address the new address for one, both as they stand in HTML without entities
   * @param id the new id for one
   */
  static String of(String html, UnaryOperator<String> address, UnaryOperator<String> id) {
    Matcher tag = TAG.matcher(html);
    StringBuilder out = new StringBuilder(html.length() + 256);
    int from = 0;
    while (tag.find()) {
      if (tag.group().indexOf('=') > 0) {
        out.append(html, from, tag.start());
        attributes(tag.group(), address, id, out);
        from = tag.end();
      }
    }
    return out.append(html, from, html.length()).toString();
  }

  private static void attributes(
      String tag, UnaryOperator<String> address, UnaryOperator<String> id, StringBuilder out) {
    Matcher attribute = ATTRIBUTE.matcher(tag);
    int from = 0;
    while (attribute.find()) {
      String value = attribute.group(4).replace("&amp;", "&");
      String moved = attribute.group(2) == null ? each(value, id) : address.apply(value);
      out.append(tag, from, attribute.end(1)).append(moved.replace("&", "&amp;"));
      from = attribute.end();
    }
    out.append(tag, from, tag.length());
  }

  private static String each(String ids, UnaryOperator<String> id) {
    return String.join(" ", java.util.Arrays.stream(ids.split(" ")).map(id).toList());
  }

  /** Moves from one address to another; ids stay. */
  static String of(String html, SitePath from, SitePath to) {
    return of(html, url -> rebased(url, from, to), UnaryOperator.identity());
  }

  /** A relative URL of one page as another must write it. */
  static String rebased(String url, SitePath from, SitePath to) {
    if (url.isEmpty() || url.startsWith("#") || url.startsWith("/") || Urls.isAbsolute(url)) {
      return url;
    }
    int tail = tail(url);
    return Urls.relative(to, target(url, from)) + url.substring(tail);
  }

  /** Where the query or fragment of a URL begins. */
  static int tail(String url) {
    int hash = url.indexOf('#');
    int question = url.indexOf('?');
    int end = hash < 0 ? url.length() : hash;
    return question < 0 ? end : Math.min(question, end);
  }

  /** The address to which a relative URL leads. */
  static SitePath target(String url, SitePath from) {
    String path = Urls.decode(url.substring(0, tail(url)));
    String folder = from.value().substring(0, from.value().lastIndexOf('/') + 1);
    String all = Urls.normalize(folder + path).orElse("");
    boolean slash = path.isEmpty() || path.endsWith("/") || path.endsWith(".");
    return new SitePath("/" + all + (slash && !all.isEmpty() ? "/" : ""));
  }

  /** The ids that elements of it have. */
  static Set<String> ids(String html) {
    Set<String> ids = new HashSet<>();
    of(
        html,
        UnaryOperator.identity(),
        id -> {
          ids.add(id);
          return id;
        });
    return ids;
  }

  /** Lets every heading sink by one level. */
  static String sunk(String html) {
    return HEADING
        .matcher(html)
        .replaceAll(h -> "<" + h.group(1) + "h" + (Integer.parseInt(h.group(2)) + 1));
  }
}
