package org.chasqui.markdown;

import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the raw HTML that stands in Markdown. */
final class HtmlText {
  private static final Pattern ID =
      Pattern.compile("\\s(?:id|name)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");
  private static final Pattern TAG =
      Pattern.compile(
          "<!--[\\s\\S]*?(?:-->|\\z)"
              + "|<(/?)([A-Za-z][\\w-]*)((?:\"[^\"]*+\"|'[^']*+'|[^>\"'])*+)>"
              + "|<[!?][^>]*+>");
  private static final Pattern TEXT_ATTRIBUTE =
      Pattern.compile(
          "\\s(?:alt|title|aria-label|placeholder)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "img",
          "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time",
          "u", "var", "wbr");
  private static final Set<String> SILENT =
      Set.of("script", "style", "pre", "code", "textarea", "svg", "math");

  private HtmlText() {}

  /**
   * A stretch of text in HTML.
   *
   * @param start where it begins in the document
   * @param end where it ends
   * @param attribute whether it is an attribute's value
   */
  record Stretch(int start, int end, boolean attribute) {}

  /** Adds the ids that a piece of HTML has. */
  static void collectIds(CharSequence html, Set<String> ids) {
    Matcher matcher = ID.matcher(html);
    while (matcher.find()) {
      for (int group = 1; group <= 3; group++) {
        if (matcher.group(group) != null) {
          ids.add(matcher.group(group));
        }
      }
    }
  }

  /** Finds the tags of a piece of HTML. */
  static Matcher tags(CharSequence html) {
    return TAG.matcher(html);
  }

  /** The texts that readers see in a block of HTML. */
  static List<Stretch> stretches(String text, Node node) {
    // A block in a quote has prefixes on its lines: its HTML cannot be read in one piece.
    int from = node.getStartOffset();
    int to = node.getEndOffset();
    List<Stretch> found = new ArrayList<>();
    Matcher tag = TAG.matcher(text).region(from, to);
    int runStart = from;
    String silent = "";
    while (tag.find()) {
      String name = tag.group(2) == null ? "" : tag.group(2).toLowerCase(Locale.ROOT);
      boolean closing = tag.group(1) != null && !tag.group(1).isEmpty();
      if (!silent.isEmpty()) {
        if (closing && name.equals(silent)) {
          silent = "";
          runStart = tag.end();
        }
        continue;
      }
      if (INLINE.contains(name)) {
        continue;
      }
      run(text, runStart, tag.start(), found);
      runStart = tag.end();
      if (!closing && !name.isEmpty()) {
        attributes(tag, found);
        silent = SILENT.contains(name) ? name : "";
      }
    }
    if (silent.isEmpty()) {
      run(text, runStart, to, found);
    }
    return found;
  }

  // Text with the inline tags in it; lines of nothing but tags at its ends stay out of it, because
  // where such a line ends decides how Markdown reads it.
  private static void run(String text, int from, int to, List<Stretch> found) {
    int start = from;
    int end = to;
    while (start < end && isTags(text, start, lineEnd(text, start, end))) {
      attributesIn(text, start, lineEnd(text, start, end), found);
      start = lineEnd(text, start, end);
    }
    while (end > start && isTags(text, lineStart(text, start, end), end)) {
      end = lineStart(text, start, end);
    }
    if (end > start && Message.hasWords(TAG.matcher(text.substring(start, end)).replaceAll(" "))) {
      found.add(new Stretch(start, end, false));
    } else {
      attributesIn(text, start, end, found);
    }
    attributesIn(text, end, to, found);
  }

  private static int lineEnd(String text, int from, int end) {
    int at = text.indexOf('\n', from);
    return at < 0 || at >= end ? end : at + 1;
  }

  private static int lineStart(String text, int start, int end) {
    int at = text.lastIndexOf('\n', end - 2);
    return at < start ? start : at + 1;
  }

  private static boolean isTags(String text, int from, int to) {
    return TAG.matcher(text.substring(from, to)).replaceAll("").isBlank();
  }

  private static void attributesIn(String text, int from, int to, List<Stretch> found) {
    if (to > from) {
      Matcher tag = TAG.matcher(text).region(from, to);
      while (tag.find()) {
        attributes(tag, found);
      }
    }
  }

  private static void attributes(Matcher tag, List<Stretch> found) {
    if (tag.group(3) == null) {
      return;
    }
    Matcher attribute = TEXT_ATTRIBUTE.matcher(tag.group(3));
    while (attribute.find()) {
      int group = attribute.group(1) == null ? 2 : 1;
      int base = tag.start(3);
      found.add(new Stretch(base + attribute.start(group), base + attribute.end(group), true));
    }
  }
}
