package org.chasqui.markdown;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the raw HTML that stands in Markdown. */
final class HtmlText {
  private static final Pattern ID =
      Pattern.compile("\\s(?:id|name)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");

  private HtmlText() {}

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
}
