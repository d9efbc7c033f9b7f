package org.chasqui.markdown;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where the things end that begin with {@code <} or {@code &} within a line: tags, comments,
 * addresses in angle brackets, entities. What the rest of a text has no end for is looked for once.
 */
final class InlineHtml {
  private static final Pattern MAIL =
      Pattern.compile(
          "<[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]++@"
              + "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}+(?<!-))?"
              + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}+(?<!-))?)*+>");
  private static final Pattern ADDRESS =
      Pattern.compile("<[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\\x00-\\x20]*+>");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});");

  private final String text;
  private final Set<String> missing = new HashSet<>();

  InlineHtml(String text) {
    this.text = text;
  }

  /** The end of a mail address in angle brackets, or -1. */
  int mail(int at) {
    return match(MAIL, at);
  }

  /** The end of an address in angle brackets, or -1. */
  int address(int at) {
    return match(ADDRESS, at);
  }

  /** The end of an entity, or -1. */
  int entity(int at) {
    return match(ENTITY, at);
  }

  private int match(Pattern pattern, int at) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    return matcher.lookingAt() ? matcher.end() : -1;
  }

  /** The end of a tag, comment, processing instruction, declaration or CDATA section, or -1. */
  int html(int at) {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : '\0';
    if (next == '?') {
      return until("?>", at + 2);
    }
    if (next != '!') {
      return HtmlSyntax.tagEnd(text, at);
    }
    if (text.startsWith("<!--", at)) {
      return text.startsWith("<!-->", at)
          ? at + 5
          : text.startsWith("<!--->", at) ? at + 6 : until("-->", at + 4);
    }
    if (text.startsWith("<![CDATA[", at)) {
      return until("]]>", at + 9);
    }
    boolean declaration = at + 2 < text.length() && HtmlSyntax.isLetter(text.charAt(at + 2));
    return declaration ? until(">", at + 3) : -1;
  }

  private int until(String end, int from) {
    if (missing.contains(end)) {
      return -1;
    }
    int at = text.indexOf(end, from);
    if (at < 0) {
      missing.add(end);
    }
    return at < 0 ? -1 : at + end.length();
  }

  static boolean isComment(BasedSequence chars) {
    return chars.length() >= 5 && chars.startsWith("<!--");
  }
}
