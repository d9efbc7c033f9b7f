package org.chasqui.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the words of a message from its markup, without changing the place of anything. */
final class Prose {
  private static final Pattern MARKUP =
      Pattern.compile(
          // Most letters begin none of these: the look ahead tells before each is tried.
          "(?=[`!\\[\\]<h{$&:])(?:(?<!`)(`+)(?!`).+?(?<!`)\\1(?!`)"
              + "|!?\\[(?=[^\\]]*\\]\\()|\\]\\((?:[^()\\s]|\\([^()\\s]*\\))*(?:\\s+\"[^\"]*\")?\\)"
              + "|<?https?://[^\\s<>]+[^\\s<>.,;:!?)]>?"
              + "|</?[a-zA-Z][^<>]*>|<!--.*?-->"
              + "|\\{\\{.*?\\}\\}|\\{%.*?%\\}|\\{[^{}]*\\}(?:`[^`]*`)?"
              + "|\\$(?=\\S)[^$]+(?<=\\S)\\$(?!\\d)"
              + "|&#?\\w+;|\\[\\^[^\\]\\s]+\\]|:[a-z0-9_+-]+:)",
          Pattern.DOTALL);

  private Prose() {}

  static String of(String message) {
    Matcher matcher = MARKUP.matcher(message);
    StringBuilder masked = new StringBuilder(message);
    while (matcher.find()) {
      for (int i = matcher.start(); i < matcher.end(); i++) {
        masked.setCharAt(i, Markdown.NO_PROSE);
      }
    }
    return masked.toString();
  }
}
