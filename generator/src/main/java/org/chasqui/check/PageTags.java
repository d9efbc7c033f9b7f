package org.chasqui.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * The opening tags of a finished page, in one pass and without a tree, because every page of every
 * build is looked at. What is no tag by HTML's rules, as in comments and scripts, is none here.
 */
final class PageTags {
  private static final Set<String> RAW =
      Set.of("script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes");

  /**
   * A tag that opens an element.
   *
   * @param name in lower case
   * @param attributes by their names in lower case, values without entities
   * @param end behind its last character
   * @param main whether it stands in {@code <main>}
   * @param content whether it stands in {@code <main>} or {@code <article>}, or is one of them
   */
  record Tag(String name, Map<String, String> attributes, int end, boolean main, boolean content) {
    boolean has(String attribute) {
      return attributes.containsKey(attribute);
    }

    /** The value of an attribute, or an empty string. */
    String value(String attribute) {
      return attributes.getOrDefault(attribute, "");
    }

    /** Whether an attribute has a value, in whatever case. */
    boolean is(String attribute, String value) {
      return value(attribute).strip().equalsIgnoreCase(value);
    }

    /** Whether it is one of {@code h1} to {@code h6}. */
    boolean isHeading() {
      return name.length() == 2
          && name.charAt(0) == 'h'
          && name.charAt(1) >= '1'
          && name.charAt(1) <= '6';
    }
  }

  private final String html;
  // Asked letter by letter: an array answers much faster than a string.
  private final char[] letters;
  private final List<Tag> tags = new ArrayList<>();
  private int at;
  private int mains;
  private int articles;

  private PageTags(String html) {
    this.html = html;
    this.letters = html.toCharArray();
  }

  static List<Tag> of(String html) {
    PageTags reader = new PageTags(html);
    while (reader.next()) {
      // Each turn reads one tag or comment.
    }
    return reader.tags;
  }

  /** The text that stands in an element itself, not in those within it. */
  static String ownText(String html, Tag element) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    int from = element.end();
    while (depth >= 0) {
      int open = html.indexOf('<', from);
      int close = open < 0 ? -1 : html.indexOf('>', open);
      if (close < 0) {
        break;
      }
      if (depth == 0) {
        text.append(html, from, open);
      }
      boolean alone = html.charAt(close - 1) == '/' || html.charAt(open + 1) == '!';
      depth += html.charAt(open + 1) == '/' ? -1 : alone ? 0 : 1;
      from = close + 1;
    }
    return Parser.unescapeEntities(text.toString(), false).strip().replaceAll("\\s+", " ");
  }

  /** The text of a heading with that of the elements within it. */
  static String headingText(String html, Tag heading) {
    int end = html.indexOf("</" + heading.name(), heading.end());
    String inside = html.substring(heading.end(), Math.max(heading.end(), end));
    String text = inside.replaceAll("<[^>]*>", "");
    return Parser.unescapeEntities(text, false).strip().replaceAll("\\s+", " ");
  }

  private boolean next() {
    at = html.indexOf('<', at);
    if (at < 0 || at + 1 >= letters.length) {
      return false;
    }
    char c = letters[at + 1];
    if (isLetter(c)) {
      return opening();
    }
    if (c == '/' && at + 2 < letters.length && isLetter(letters[at + 2])) {
      at += 2;
      String name = name();
      count(name, -1);
      return behind(">", at);
    }
    if (html.startsWith("<!--", at)) {
      boolean empty = html.startsWith(">", at + 4) || html.startsWith("->", at + 4);
      return empty ? behind(">", at) : behind("-->", at + 4);
    }
    if (c == '!' || c == '?' || c == '/') {
      return behind(">", at);
    }
    at++;
    return true;
  }

  private boolean behind(String end, int from) {
    int found = html.indexOf(end, from);
    at = found + end.length();
    return found >= 0;
  }

  private boolean opening() {
    at++;
    String name = name();
    Map<String, String> attributes = attributes();
    if (at >= letters.length) {
      return false;
    }
    at++;
    count(name, 1);
    tags.add(new Tag(name, attributes, at, mains > 0, mains + articles > 0));
    return !RAW.contains(name) || behindRaw(name);
  }

  private void count(String name, int by) {
    if (name.equals("main")) {
      mains = Math.max(0, mains + by);
    } else if (name.equals("article")) {
      articles = Math.max(0, articles + by);
    }
  }

  private boolean behindRaw(String name) {
    int found = html.indexOf("</", at);
    while (found >= 0 && !html.regionMatches(true, found + 2, name, 0, name.length())) {
      found = html.indexOf("</", found + 2);
    }
    at = found;
    return found >= 0;
  }

  private String name() {
    int from = at;
    while (at < letters.length
        && !isBlank(letters[at])
        && letters[at] != '/'
        && letters[at] != '>') {
      at++;
    }
    return html.substring(from, at).toLowerCase(Locale.ROOT);
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = Map.of();
    while (at < letters.length) {
      char c = letters[at];
      if (c == '>') {
        return attributes;
      }
      if (isBlank(c) || c == '/') {
        at++;
        continue;
      }
      if (attributes.isEmpty()) {
        attributes = new LinkedHashMap<>();
      }
      attribute(attributes);
    }
    return attributes;
  }

  private void attribute(Map<String, String> attributes) {
    int from = at++;
    while (at < letters.length && !isBlank(letters[at]) && "/>=".indexOf(letters[at]) < 0) {
      at++;
    }
    String name = html.substring(from, at).toLowerCase(Locale.ROOT);
    skipBlanks();
    if (at >= letters.length || letters[at] != '=') {
      attributes.putIfAbsent(name, "");
      return;
    }
    at++;
    skipBlanks();
    attributes.putIfAbsent(name, value());
  }

  private String value() {
    char quote = at < letters.length ? letters[at] : '>';
    int from = at;
    int end;
    if (quote == '"' || quote == '\'') {
      from++;
      end = html.indexOf(quote, from);
      end = end < 0 ? letters.length : end;
      at = Math.min(letters.length, end + 1);
    } else {
      while (at < letters.length && !isBlank(letters[at]) && letters[at] != '>') {
        at++;
      }
      end = at;
    }
    String value = html.substring(from, end);
    return value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
  }

  private void skipBlanks() {
    while (at < letters.length && isBlank(letters[at])) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
