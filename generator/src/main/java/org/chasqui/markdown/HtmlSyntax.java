package org.chasqui.markdown;

import java.util.Locale;
import java.util.Set;

/**
 * CommonMark's rules for raw HTML (0.31, sections 4.6 and 6.6), read by hand: a regular expression
 * for them overflows the stack on long tags and looks for missing ends again and again.
 */
final class HtmlSyntax {
  private static final Set<String> BLOCK =
      Set.of(
          "address",
          "article",
          "aside",
          "base",
          "basefont",
          "blockquote",
          "body",
          "caption",
          "center",
          "col",
          "colgroup",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "frame",
          "frameset",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "header",
          "hr",
          "html",
          "iframe",
          "legend",
          "li",
          "link",
          "main",
          "menu",
          "menuitem",
          "meta",
          "nav",
          "noframes",
          "ol",
          "optgroup",
          "option",
          "p",
          "param",
          "search",
          "section",
          "source",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "title",
          "tr",
          "track",
          "ul");
  private static final Set<String> RAW = Set.of("script", "pre", "style", "textarea");

  private HtmlSyntax() {}

  /** Whether an element of this name is a block of its own. */
  static boolean isBlock(String name) {
    return BLOCK.contains(name);
  }

  /** Whether the inside of an element of this name is no HTML. */
  static boolean isRaw(String name) {
    return RAW.contains(name);
  }

  /** The name of a tag that begins behind an offset, in lower case, or an empty string. */
  static String name(CharSequence text, int from) {
    int end = from;
    if (end < text.length() && isLetter(text.charAt(end))) {
      while (end < text.length() && isNamePart(text.charAt(end))) {
        end++;
      }
    }
    return text.subSequence(from, end).toString().toLowerCase(Locale.ROOT);
  }

  /** Where a whole opening or closing tag that begins at an offset ends, or -1. */
  static int tagEnd(CharSequence text, int at) {
    boolean closing = at + 1 < text.length() && text.charAt(at + 1) == '/';
    int from = closing ? at + 2 : at + 1;
    int end = from + name(text, from).length();
    if (end == from) {
      return -1;
    }
    if (!closing) {
      end = attributes(text, end);
    }
    end = skipSpace(text, end);
    if (!closing && end < text.length() && text.charAt(end) == '/') {
      end++;
    }
    return end < text.length() && text.charAt(end) == '>' ? end + 1 : -1;
  }

  private static int attributes(CharSequence text, int from) {
    int at = from;
    while (true) {
      int name = skipSpace(text, at);
      if (name == at || name >= text.length() || !isAttributeStart(text.charAt(name))) {
        return at;
      }
      int end = name + 1;
      while (end < text.length() && isAttributePart(text.charAt(end))) {
        end++;
      }
      int value = value(text, end);
      if (value < 0) {
        return end;
      }
      at = value;
    }
  }

  // The end of "= value", the given place if there is none, -1 if it is no value.
  private static int value(CharSequence text, int from) {
    int at = skipSpace(text, from);
    if (at >= text.length() || text.charAt(at) != '=') {
      return from;
    }
    at = skipSpace(text, at + 1);
    if (at >= text.length()) {
      return -1;
    }
    char quote = text.charAt(at);
    if (quote == '"' || quote == '\'') {
      int end = at + 1;
      while (end < text.length() && text.charAt(end) != quote) {
        end++;
      }
      return end < text.length() ? end + 1 : -1;
    }
    int end = at;
    while (end < text.length() && isUnquoted(text.charAt(end))) {
      end++;
    }
    return end == at ? -1 : end;
  }

  private static int skipSpace(CharSequence text, int from) {
    int at = from;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNamePart(char c) {
    return isLetter(c) || isDigit(c) || c == '-';
  }

  private static boolean isAttributeStart(char c) {
    return isLetter(c) || c == '_' || c == ':';
  }

  private static boolean isAttributePart(char c) {
    return isAttributeStart(c) || isDigit(c) || c == '.' || c == '-';
  }

  private static boolean isUnquoted(char c) {
    return !isSpace(c) && "\"'=<>`".indexOf(c) < 0;
  }
}
