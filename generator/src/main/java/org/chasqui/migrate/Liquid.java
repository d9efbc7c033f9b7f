package org.chasqui.migrate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.SourceFile;

/** Finds Liquid in a text. It is not run: whoever imports decides what each tag becomes. */
final class Liquid {
  private static final Pattern TAG =
      Pattern.compile(
          "\\{%-?\\s*(\\w*)(?:[^%]|%(?!\\})){0,2000}+%\\}|\\{\\{(?![<%])[^\\n{}]{0,2000}+\\}\\}");

  private Liquid() {}

  /** Reports every tag and output of a page, by line. */
  static void report(SourceFile page, Draft draft) {
    Matcher tag = TAG.matcher(page.text());
    while (tag.find()) {
      String written = tag.group().replaceAll("\\s+", " ");
      String shown = written.length() <= 80 ? written : written.substring(0, 77) + "…";
      draft.add(
          Diagnostic.warning(
                  "import-liquid",
                  page.span(tag.start(), tag.end()),
                  "Liquid is not evaluated: " + shown)
              .help(help(tag.group(1) == null ? "" : tag.group(1))));
    }
  }

  private static String help(String name) {
    return switch (name) {
      case "link", "post_url" -> "Link to the file: [text](../posts/file.md).";
      case "include", "include_relative" -> "Write a shortcode for it, or the text itself.";
      case "highlight", "endhighlight" -> "Use a fenced code block.";
      case "raw", "endraw" -> "Remove it.";
      case "if", "for", "unless", "case", "assign", "capture" ->
          "Write what it produces, or make it a list, a record or a shortcode.";
      default -> "Write what it stands for.";
    };
  }
}
