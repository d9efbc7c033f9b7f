package org.chasqui.offline;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chasqui.site.Language;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;

/** Texts as XHTML has them. */
final class Xhtml {
  static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

  private Xhtml() {}

  /** A whole document around the inside of its body. */
  static String page(Language language, String title, String body) {
    String tag = language.tag();
    return DECLARATION
        + "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\""
        + tag
        + "\" xml:lang=\""
        + tag
        + "\" dir=\""
        + language.direction()
        + "\">\n<head><title>"
        + escape(title)
        + "</title><link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/></head>\n<body>\n"
        + body
        + "\n</body>\n</html>\n";
  }

  static String escape(String text) {
    return allowed(
        Entities.escape(
            text,
            new org.jsoup.nodes.Document.OutputSettings()
                .syntax(org.jsoup.nodes.Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)));
  }

  /** A text without the characters that XML forbids. */
  static String allowed(String text) {
    return FORBIDDEN.matcher(text).replaceAll("");
  }

  /** Inline Markdown or HTML as plain text, well enough for a title. */
  static String plain(String text) {
    return Jsoup.parse(text.replaceAll("[*`]", "")).text();
  }

  /** The media type of a picture that every reading device must show. */
  static Optional<String> pictureType(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return switch (lower.substring(lower.lastIndexOf('.') + 1)) {
      case "png" -> Optional.of("image/png");
      case "jpg", "jpeg" -> Optional.of("image/jpeg");
      case "gif" -> Optional.of("image/gif");
      case "svg" -> Optional.of("image/svg+xml");
      default -> Optional.empty();
    };
  }
}
