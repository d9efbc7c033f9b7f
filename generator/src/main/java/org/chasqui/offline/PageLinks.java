package org.chasqui.offline;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Changes where the links of a finished page lead. All else of the page stays as it is, so its tags
 * are read and nothing is made of them: a site's pages are packed in a fraction of what it takes to
 * build each as a tree.
 */
final class PageLinks {
  private static final Set<String> LINKS = Set.of("href", "src", "poster", "action");
  private static final Set<String> DROPPED = Set.of("srcset", "sizes");
  private static final Set<String> RAW = Set.of("script", "style", "textarea", "title", "xmp");
  private static final Pattern LEFT_OUT =
      Pattern.compile("class\\s*=\\s*(?:\"[^\">]*|'[^'>]*|)\\boffline\\b");

  private final String html;
  private final Change change;
  private final StringBuilder out;
  private int at;
  // Whether the tag says so far that it leads to another form of the page.
  private boolean alternate;

  private PageLinks(String html, Change change) {
    this.html = html;
    this.change = change;
    this.out = new StringBuilder(html.length() + 256);
  }

  /** Says where a link leads from now on. */
  interface Change {
    /**
     * The new URL, or nothing if it stays.
     *
     * @param element the name of the element
     * @param url the URL as it is written, without entities
     */
    Optional<String> of(String element, String attribute, String url);
  }

  /**
   * The page with its links changed, without other sizes of pictures, alternatives of itself, and
   * what is of no use offline.
   */
  static String changed(String html, Change change) {
    // Only a tree tells where an element ends.
    return LEFT_OUT.matcher(html).find()
        ? parsed(html, change)
        : new PageLinks(html, change).scan();
  }

  /** The same by way of a tree. */
  static String parsed(String html, Change change) {
    Document document = Jsoup.parse(html);
    document.outputSettings().prettyPrint(false);
    document.select(".offline, link[rel=alternate]").remove();
    document.select("[srcset]").removeAttr("srcset").removeAttr("sizes");
    for (String attribute : LINKS) {
      for (Element element : document.select("[" + attribute + "]")) {
        change
            .of(element.normalName(), attribute, element.attr(attribute).strip())
            .ifPresent(url -> element.attr(attribute, url));
      }
    }
    return document.outerHtml();
  }

  private String scan() {
    while (at < html.length()) {
      int open = html.indexOf('<', at);
      if (open < 0 || open + 1 >= html.length()) {
        break;
      }
      out.append(html, at, open);
      at = open;
      if (html.startsWith("<!--", at)) {
        copyTo(after("-->", at + 4));
      } else if (Character.isLetter(html.charAt(at + 1))) {
        tag();
      } else {
        copyTo(open + 1);
      }
    }
    return out.append(html, at, html.length()).toString();
  }

  private int after(String sign, int from) {
    int found = html.indexOf(sign, from);
    return found < 0 ? html.length() : found + sign.length();
  }

  private void copyTo(int end) {
    out.append(html, at, end);
    at = end;
  }

  private void tag() {
    int start = out.length();
    int end = at + 1;
    while (end < html.length() && " \t\n\r\f/>".indexOf(html.charAt(end)) < 0) {
      end++;
    }
    String name = html.substring(at + 1, end).toLowerCase(Locale.ROOT);
    copyTo(end);
    alternate = false;
    while (at < html.length() && html.charAt(at) != '>') {
      if (" \t\n\r\f/".indexOf(html.charAt(at)) >= 0) {
        copyTo(at + 1);
      } else {
        attribute(name);
      }
    }
    copyTo(Math.min(at + 1, html.length()));
    if (alternate && name.equals("link")) {
      out.setLength(start);
    } else if (RAW.contains(name)) {
      copyTo(endOfRaw(name));
    }
  }

  private int endOfRaw(String name) {
    int close = html.indexOf("</", at);
    while (close >= 0 && !html.regionMatches(true, close + 2, name, 0, name.length())) {
      close = html.indexOf("</", close + 2);
    }
    return close < 0 ? html.length() : close;
  }

  private void attribute(String element) {
    int from = at;
    int end = at + 1;
    while (end < html.length() && " \t\n\r\f/>=".indexOf(html.charAt(end)) < 0) {
      end++;
    }
    String name = html.substring(from, end).toLowerCase(Locale.ROOT);
    int value = blanks(end);
    if (value >= html.length() || html.charAt(value) != '=') {
      copyTo(end);
      return;
    }
    value = blanks(value + 1);
    char quote = value < html.length() ? html.charAt(value) : ' ';
    boolean quoted = quote == '"' || quote == '\'';
    int first = quoted ? value + 1 : value;
    int last = quoted ? html.indexOf(quote, first) : first;
    while (!quoted && last < html.length() && " \t\n\r\f>".indexOf(html.charAt(last)) < 0) {
      last++;
    }
    last = last < 0 ? html.length() : last;
    at = from;
    write(
        element,
        name,
        html.substring(first, last),
        Math.min(html.length(), quoted ? last + 1 : last));
    alternate |= name.equals("rel") && html.substring(first, last).equals("alternate");
  }

  private int blanks(int from) {
    int to = from;
    while (to < html.length() && Character.isWhitespace(html.charAt(to))) {
      to++;
    }
    return to;
  }

  private void write(String element, String name, String value, int end) {
    if (DROPPED.contains(name)) {
      at = end;
      return;
    }
    Optional<String> changed = Optional.empty();
    boolean other = alternate && element.equals("link");
    if (LINKS.contains(name) && !other) {
      String url = value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
      changed = change.of(element, name, url.strip());
    }
    if (changed.isEmpty()) {
      copyTo(end);
      return;
    }
    String url = changed.get().replace("&", "&amp;").replace("\"", "&quot;");
    out.append(name).append("=\"").append(url).append('"');
    at = end;
  }
}
