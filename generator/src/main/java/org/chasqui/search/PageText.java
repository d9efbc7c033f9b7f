package org.chasqui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is to be read on a finished page, by headings: the text between its tags, in one pass and
 * without a tree, because this looks at every page of every build.
 *
 * <p>Only {@code <main>} counts, without navigation, notices, scripts, and whatever bears {@code
 * data-nosnippet} or {@code hidden}.
 */
final class PageText {
  private static final Set<String> SKIPPED =
      Set.of("nav", "script", "style", "template", "svg", "button", "progress", "annotation", "h1");
  private static final Set<String> HEADINGS = Set.of("h2", "h3", "h4", "dt");

  // Tags within a word; every other tag ends it.
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "code", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
          "small", "span", "strong", "sub", "sup", "u", "var", "wbr");
  private static final Set<String> VOID =
      Set.of("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr");
  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "nbsp", " ", "apos", "'");

  /**
   * A stretch of a page.
   *
   * @param id the anchor of its heading; empty before the first
   * @param heading its heading
   * @param text its text, without the heading
   * @param names what the heading is called in other languages, if it is a term of a glossary
   */
  record Section(String id, String heading, String text, List<String> names) {
    Section withoutText() {
      return new Section(id, heading, "", names);
    }
  }

  private final String html;
  // Asked letter by letter: an array answers much faster than a string.
  private final char[] letters;
  private final int end;
  private int at;
  private final List<Section> sections = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private String id = "";
  private String heading = "";

  private PageText(String html) {
    this.html = html;
    this.letters = html.toCharArray();
    int main = html.indexOf("<main");
    int close = html.lastIndexOf("</main>");
    this.at = Math.max(0, main);
    this.end = close < at ? html.length() : close;
  }

  /** The sections of a page, in order. */
  static List<Section> of(String html) {
    PageText reader = new PageText(html);
    reader.read();
    return reader.sections;
  }

  private void read() {
    while (at < end) {
      if (letters[at] == '<') {
        tag();
      } else {
        text(text);
      }
    }
    finish();
  }

  private void finish() {
    sections.add(new Section(id, heading, text.toString(), List.copyOf(names)));
    text.setLength(0);
    names.clear();
  }

  // The text up to the next tag, with its entities resolved.
  private void text(StringBuilder out) {
    int from = at;
    while (at < end && letters[at] != '<') {
      if (letters[at] == '&') {
        out.append(html, from, at);
        at += entity(at, end, out);
        from = at;
      } else {
        at++;
      }
    }
    out.append(html, from, at);
  }

  private int entity(int amp, int to, StringBuilder out) {
    int semicolon = amp + 1;
    while (semicolon < Math.min(to, amp + 10) && letters[semicolon] != ';') {
      semicolon++;
    }
    if (semicolon >= to || letters[semicolon] != ';') {
      out.append('&');
      return 1;
    }
    String name = html.substring(amp + 1, semicolon);
    if (name.startsWith("#")) {
      out.append(character(name.substring(1)));
    } else {
      out.append(ENTITIES.getOrDefault(name, " "));
    }
    return semicolon + 1 - amp;
  }

  private static String character(String number) {
    try {
      int code =
          number.startsWith("x") || number.startsWith("X")
              ? Integer.parseInt(number.substring(1), 16)
              : Integer.parseInt(number);
      return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
    } catch (NumberFormatException e) {
      return " ";
    }
  }

  private void tag() {
    if (html.startsWith("<!--", at)) {
      int over = html.indexOf("-->", at);
      at = over < 0 ? end : over + 3;
      return;
    }
    int close = html.indexOf('>', at);
    if (close < 0 || close >= end) {
      at = end;
      return;
    }
    String tag = html.substring(at + 1, close);
    String name = name(tag);
    boolean opens = !name.isEmpty() && Character.isLetter(tag.charAt(0));
    at = close + 1;
    if (opens && !VOID.contains(name) && (SKIPPED.contains(name) || isHidden(name, tag))) {
      skip(name);
      text.append(' ');
    } else if (opens && HEADINGS.contains(name) && !attribute(tag, "id").isEmpty()) {
      finish();
      id = attribute(tag, "id");
      heading = heading(name);
    } else if (!INLINE.contains(name)) {
      text.append(' ');
    }
  }

  private static boolean isHidden(String name, String tag) {
    return tag.contains(" data-nosnippet")
        || tag.contains(" hidden")
        || (name.equals("aside") && tag.contains("class=\"notice"))
        || (name.equals("details") && tag.contains("class=\"contents"));
  }

  private static String name(String tag) {
    int from = tag.startsWith("/") ? 1 : 0;
    int to = from;
    while (to < tag.length() && Character.isLetterOrDigit(tag.charAt(to))) {
      to++;
    }
    return tag.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static String attribute(String tag, String name) {
    int from = tag.indexOf(" " + name + "=\"");
    if (from < 0) {
      return "";
    }
    int start = from + name.length() + 3;
    int stop = tag.indexOf('"', start);
    return stop < 0 ? "" : tag.substring(start, stop);
  }

  // Past the end of an element, whatever it holds of its own kind.
  private void skip(String name) {
    int depth = 1;
    while (depth > 0) {
      int next = html.indexOf('<', at);
      if (next < 0 || next >= end) {
        at = end;
        return;
      }
      boolean closes = next + 1 < end && letters[next + 1] == '/';
      if (!closes && next + 1 < end && !Character.isLetter(letters[next + 1])) {
        // Smaller than, in a script.
        at = next + 1;
        continue;
      }
      int from = next + (closes ? 2 : 1);
      boolean same =
          html.regionMatches(true, from, name, 0, name.length())
              && !Character.isLetterOrDigit(letters[Math.min(from + name.length(), end)]);
      if (same) {
        depth += closes ? -1 : 1;
      }
      int close = html.indexOf('>', next);
      at = close < 0 || close >= end ? end : close + 1;
    }
  }

  // The words of a heading; the names that a term has in other languages are not among them.
  private String heading(String name) {
    StringBuilder words = new StringBuilder();
    boolean foreign = false;
    StringBuilder other = new StringBuilder();
    while (at < end) {
      if (letters[at] != '<') {
        text(foreign ? other : words);
        continue;
      }
      int close = html.indexOf('>', at);
      if (close < 0 || close >= end) {
        at = end;
        break;
      }
      String tag = html.substring(at + 1, close);
      at = close + 1;
      if (tag.equals("/" + name)) {
        break;
      } else if (tag.equals("span class=\"names\"")) {
        foreign = true;
      } else if (foreign && tag.startsWith("i ")) {
        other.setLength(0);
      } else if (foreign && tag.equals("/i")) {
        names.add(other.toString().strip());
      } else if (tag.startsWith("button")) {
        skip("button");
      }
    }
    return words.toString().strip().replaceAll("\\s+", " ");
  }
}
