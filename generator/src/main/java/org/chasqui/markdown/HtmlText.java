package org.chasqui.markdown;

import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the raw HTML that stands in Markdown. */
final class HtmlText {
  private static final Pattern ID =
      Pattern.compile("\\s(?:id|name)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");
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

  /** The texts that readers see in a block of HTML. */
  static List<Stretch> stretches(String text, Node node) {
    // A block in a quote has prefixes on its lines: its HTML cannot be read in one piece.
    int from = node.getStartOffset();
    int to = node.getEndOffset();
    List<Stretch> found = new ArrayList<>();
    HtmlTags tag = new HtmlTags(text, from, to);
    int runStart = from;
    String silent = "";
    while (tag.find()) {
      String name = tag.name();
      if (!silent.isEmpty()) {
        if (tag.isClosing() && name.equals(silent)) {
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
      if (!tag.isClosing() && !name.isEmpty()) {
        attributes(text, tag, found);
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
    if (end > start && Message.hasWords(HtmlTags.replaced(text.substring(start, end), " "))) {
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
    return HtmlTags.replaced(text.substring(from, to), "").isBlank();
  }

  private static void attributesIn(String text, int from, int to, List<Stretch> found) {
    if (to > from) {
      HtmlTags tag = new HtmlTags(text, from, to);
      while (tag.find()) {
        attributes(text, tag, found);
      }
    }
  }

  private static void attributes(String text, HtmlTags tag, List<Stretch> found) {
    if (tag.name().isEmpty()) {
      return;
    }
    Matcher attribute = TEXT_ATTRIBUTE.matcher(text).region(tag.attributes(), tag.end());
    while (attribute.find()) {
      int group = attribute.group(1) == null ? 2 : 1;
      found.add(new Stretch(attribute.start(group), attribute.end(group), true));
    }
  }
}
