package org.chasqui.migrate;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page calls itself, for a label of the menu. */
final class Titles {
  private static final Pattern TITLE =
      Pattern.compile("(?m)^(?:title\\s*[:=]|#)[ \\t]+[\"']?(.*?)[\"']?[ \\t#]*$");

  private Titles() {}

  /** The title of a page: of its front matter or first heading, else its name, spoken. */
  static String of(Source source, String path) {
    if (source.has(path) && Source.isMarkdown(path)) {
      Matcher title = TITLE.matcher(source.text(path).text());
      if (title.find() && !title.group(1).isBlank()) {
        return title.group(1).replaceAll("[*_`]", "").strip();
      }
    }
    String name = Source.stem(Source.name(path)).replaceAll("^\\d+[-_]", "");
    String spoken = name.replaceAll("[-_]+", " ").strip();
    return spoken.isEmpty()
        ? path
        : spoken.substring(0, 1).toUpperCase(Locale.ROOT) + spoken.substring(1);
  }
}
