package org.chasqui.markdown;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the words of a message from its markup, without changing the place of anything. Each place
 * is looked at once: what has no end further on is not looked for again.
 */
final class Prose {
  private static final Pattern TARGET =
      Pattern.compile("\\]\\([^()\\s]*+(?:\\([^()\\s]*+\\)[^()\\s]*+)*+(?:\\s++\"[^\"]*+\")?\\)");
  private static final Pattern NOTE = Pattern.compile("\\[\\^[^\\[\\]\\s]++\\]");
  private static final Pattern ADDRESS = Pattern.compile("<?https?://[^\\s<>]++");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*+>");
  private static final Pattern BRACES = Pattern.compile("\\{[^{}]*+\\}(?:`[^`]*+`)?");
  private static final Pattern ENTITY = Pattern.compile("&#?\\w++;");
  private static final Pattern EMOJI = Pattern.compile(":[a-z0-9_+-]++:");

  private final String text;
  private final Matcher matcher;
  private final Set<String> missing = new HashSet<>();
  private final Map<Integer, Integer> lastTicks = new HashMap<>();
  private int bracket = -1;

  private Prose(String text) {
    this.text = text;
    this.matcher = NOTE.matcher(text).useTransparentBounds(true);
    for (int at = text.indexOf('`'); at >= 0; at = text.indexOf('`', ticks(at))) {
      lastTicks.put(ticks(at) - at, at);
    }
  }

  static String of(String message) {
    char[] masked = message.toCharArray();
    int at = next(masked, 0);
    if (at == masked.length) {
      return message;
    }
    Prose prose = new Prose(message);
    boolean changed = false;
    for (; at < masked.length; at = next(masked, at)) {
      int end = prose.end(at);
      if (end > at) {
        Arrays.fill(masked, at, end, Markdown.NO_PROSE);
        changed = true;
        at = end;
      } else {
        at = masked[at] == '`' ? prose.ticks(at) : at + 1;
      }
    }
    return changed ? new String(masked) : message;
  }

  // Where markup may begin next. Letters are no such place, but for the h of an address.
  private static int next(char[] text, int from) {
    for (int at = from; at < text.length; at++) {
      char c = text[at];
      boolean letter = c >= 'a' ? c <= 'z' || c >= 0x80 : c == ' ' || (c >= 'A' && c <= 'Z');
      if (!letter || (c == 'h' && at + 1 < text.length && text[at + 1] == 't')) {
        return at;
      }
    }
    return text.length;
  }

  // The end of the markup that begins here, or -1.
  private int end(int at) {
    return switch (text.charAt(at)) {
      case '`' -> code(at);
      case '!' -> text.startsWith("[", at + 1) && opensLink(at + 1) ? at + 2 : -1;
      case '[' -> opensLink(at) ? at + 1 : match(NOTE, at);
      case ']' -> match(TARGET, at);
      case 'h' -> text.startsWith("http", at) ? address(at) : -1;
      case '<' -> angle(at);
      case '{' -> brace(at);
      case '$' -> formula(at);
      case '&' -> match(ENTITY, at);
      case ':' -> emoji(at);
      default -> -1;
    };
  }

  private int match(Pattern pattern, int at) {
    matcher.usePattern(pattern).region(at, text.length());
    return matcher.lookingAt() ? matcher.end() : -1;
  }

  // Behind most colons stands a space.
  private int emoji(int at) {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    return next == ' ' ? -1 : match(EMOJI, at);
  }

  private int ticks(int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    return end;
  }

  private int code(int at) {
    int open = ticks(at);
    int length = open - at;
    int last = lastTicks.getOrDefault(length, -1);
    for (int i = text.indexOf('`', open); i >= 0 && i <= last; i = text.indexOf('`', ticks(i))) {
      if (ticks(i) - i == length) {
        return i + length;
      }
    }
    return -1;
  }

  // A target stands behind the next bracket that closes.
  private boolean opensLink(int at) {
    if (bracket < at) {
      int next = text.indexOf(']', at);
      bracket = next < 0 ? text.length() : next;
    }
    return text.startsWith("](", bracket);
  }

  private int address(int at) {
    int end = match(ADDRESS, at);
    if (end < 0) {
      return -1;
    }
    boolean closed = end < text.length() && text.charAt(end) == '>';
    int first = text.indexOf("://", at) + 3;
    int last = end;
    while (last > first && ".,;:!?)".indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    return last < first + 2 ? -1 : closed && last == end ? end + 1 : last;
  }

  private int angle(int at) {
    int end = text.startsWith("<http", at) ? address(at) : -1;
    if (end < 0) {
      end = match(TAG, at);
    }
    return end < 0 ? between(at, "<!--", "-->") : end;
  }

  private int brace(int at) {
    int end = between(at, "{{", "}}");
    if (end < 0) {
      end = between(at, "{%", "%}");
    }
    return end < 0 ? match(BRACES, at) : end;
  }

  private int between(int at, String open, String close) {
    if (!text.startsWith(open, at) || missing.contains(close)) {
      return -1;
    }
    int end = text.indexOf(close, at + open.length());
    if (end < 0) {
      missing.add(close);
      return -1;
    }
    return end + close.length();
  }

  private int formula(int at) {
    int close = text.indexOf('$', at + 1);
    boolean formula =
        close > at + 1
            && !Character.isWhitespace(text.charAt(at + 1))
            && !Character.isWhitespace(text.charAt(close - 1));
    boolean price =
        close + 1 < text.length() && text.charAt(close + 1) >= '0' && text.charAt(close + 1) <= '9';
    return formula && !price ? close + 1 : -1;
  }
}
