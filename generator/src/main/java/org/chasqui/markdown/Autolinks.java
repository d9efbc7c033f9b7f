package org.chasqui.markdown;

/** Bare addresses in text that become links, by GitHub's rules. */
final class Autolinks {
  private Autolinks() {}

  /** Whether an address may begin with a character. */
  static boolean begins(char c) {
    return switch (c) {
      case 'h', 'H', 'w', 'W', 'f', 'F' -> true;
      default -> false;
    };
  }

  /** Whether an address may stand somewhere in a text: most texts need not be searched for one. */
  static boolean mayBeIn(String text) {
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
      if (text.regionMatches(true, dot - 3, "www", 0, 3)) {
        return true;
      }
    }
    return text.contains("://");
  }

  /** The end of the address that begins at an offset, or -1 if none does. */
  static int end(CharSequence text, int at) {
    int host = hostStart(text, at);
    if (host < 0 || !mayBegin(text, at)) {
      return -1;
    }
    int end = host;
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    end = trimmed(text, at, end);
    return hasHost(text, host, end) ? end : -1;
  }

  /** The end of the mail address whose first character stands at an offset, or -1. */
  static int mailEnd(CharSequence text, int at) {
    if (!mayBegin(text, at)) {
      return -1;
    }
    int i = at;
    int limit = Math.min(text.length(), at + 64);
    while (i < limit && isMailName(text.charAt(i))) {
      i++;
    }
    if (i == at || i >= text.length() || text.charAt(i) != '@') {
      return -1;
    }
    int host = i + 1;
    int end = host;
    boolean dot = false;
    while (end < text.length() && (isHost(text.charAt(end)) || text.charAt(end) == '_')) {
      dot |= text.charAt(end) == '.' && end > host;
      end++;
    }
    while (end > host && text.charAt(end - 1) == '.') {
      end--;
    }
    boolean whole = end > host && Character.isLetterOrDigit(text.charAt(end - 1));
    return dot && whole && text.subSequence(host, end).toString().indexOf('.') > 0 ? end : -1;
  }

  private static int hostStart(CharSequence text, int at) {
    if (starts(text, at, "https://")) {
      return at + 8;
    }
    if (starts(text, at, "http://")) {
      return at + 7;
    }
    if (starts(text, at, "ftp://")) {
      return at + 6;
    }
    return starts(text, at, "www.") ? at : -1;
  }

  private static boolean starts(CharSequence text, int at, String what) {
    if (at + what.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < what.length(); i++) {
      char c = text.charAt(at + i);
      if (c != what.charAt(i) && c != Character.toUpperCase(what.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean mayBegin(CharSequence text, int at) {
    if (at == 0) {
      return true;
    }
    char before = text.charAt(at - 1);
    return Character.isWhitespace(before) || "*_~([\"'«“¿¡:,;".indexOf(before) >= 0;
  }

  private static boolean isPart(char c) {
    return !Character.isWhitespace(c) && c != '<' && c != '>' && c != '"' && c != '«' && c != '»';
  }

  // Punctuation that ends a sentence is not part of the address; nor is an unmatched bracket.
  private static int trimmed(CharSequence text, int start, int from) {
    int opened = 0;
    int closed = 0;
    for (int i = start; i < from; i++) {
      opened += text.charAt(i) == '(' ? 1 : 0;
      closed += text.charAt(i) == ')' ? 1 : 0;
    }
    int end = from;
    while (end > start) {
      char last = text.charAt(end - 1);
      if (last == ')' && closed > opened) {
        closed--;
      } else if ("?!.,:;*_~'”’]".indexOf(last) < 0) {
        break;
      }
      end--;
    }
    return end;
  }

  private static boolean hasHost(CharSequence text, int host, int end) {
    int i = host;
    boolean dot = false;
    while (i < end && isHost(text.charAt(i))) {
      dot |= text.charAt(i) == '.' && i > host && i + 1 < end;
      i++;
    }
    boolean local =
        i - host >= 9 && text.subSequence(host, host + 9).toString().equals("localhost");
    return i > host && (dot || local);
  }

  private static boolean isHost(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '.';
  }

  private static boolean isMailName(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || ".-_+".indexOf(c) >= 0;
  }
}
