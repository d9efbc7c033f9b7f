package org.chasqui.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

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
   * @param attributes names in lower case and values without entities, by turns
   * @param end behind its last character
   * @param main whether it stands in {@code <main>}
   * @param content whether it stands in {@code <main>} or {@code <article>}, or is one of them
   */
  record Tag(String name, List<String> attributes, int end, boolean main, boolean content) {
    boolean has(String attribute) {
      return at(attribute) >= 0;
    }

    /** The value of an attribute, or an empty string. */
    String value(String attribute) {
      int at = at(attribute);
      return at < 0 ? "" : attributes.get(at + 1);
    }

    // Where it is written twice the first counts.
    private int at(String attribute) {
      for (int i = 0; i < attributes.size(); i += 2) {
        if (attributes.get(i).equals(attribute)) {
          return i;
        }
      }
      return -1;
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

  // The names that most tags and attributes have, each at its hash; of two that fall together one
  // is made anew each time.
  private static final @Nullable String[] NAMES = names();

  private static @Nullable String[] names() {
    @Nullable String[] names = new String[1024];
    String usual =
        "a abbr article aside body button caption cite code dd details dfn div dl dt em figcaption"
            + " figure footer h1 h2 h3 h4 h5 h6 head header hr html img input li link main meta nav ol"
            + " option p path picture pre script section select small source span strong style sub"
            + " summary sup svg symbol table tbody td th thead time title tr ul use alt"
            + " aria-current aria-hidden aria-label charset class content d data-copied data-copy"
            + " data-dark data-worker datetime defer dir fill height hidden href hreflang id lang"
            + " loading media name property rel role scope sizes src srcset tabindex type viewbox"
            + " width xmlns";
    for (String name : usual.split(" ")) {
      names[name.hashCode() & (names.length - 1)] = name;
    }
    return names;
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
    List<String> attributes = attributes();
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
    return lower(from, at);
  }

  // A name in lower case; nearly all are known, and need not be made again.
  private String lower(int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + letters[i];
    }
    String known = NAMES[hash & (NAMES.length - 1)];
    if (known != null && known.length() == to - from && isAt(known, from)) {
      return known;
    }
    return html.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private boolean isAt(String name, int from) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != letters[from + i]) {
        return false;
      }
    }
    return true;
  }

  private List<String> attributes() {
    List<String> attributes = List.of();
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
        attributes = new ArrayList<>(6);
      }
      attribute(attributes);
    }
    return attributes;
  }

  private void attribute(List<String> attributes) {
    int from = at++;
    while (at < letters.length && !endsName(letters[at])) {
      at++;
    }
    attributes.add(lower(from, at));
    skipBlanks();
    if (at >= letters.length || letters[at] != '=') {
      attributes.add("");
      return;
    }
    at++;
    skipBlanks();
    attributes.add(value());
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

  private static boolean endsName(char c) {
    return isBlank(c) || c == '/' || c == '>' || c == '=';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
