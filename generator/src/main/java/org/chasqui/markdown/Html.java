package org.chasqui.markdown;

import com.vladsch.flexmark.util.sequence.Escaping;

/** Small pieces of HTML. */
final class Html {
  private Html() {}

  /** Appends text with its special characters escaped, fit for text and for quoted attributes. */
  static void escape(StringBuilder out, CharSequence text) {
    String all = SourceText.of(text);
    int from = 0;
    for (int i = 0; i < all.length(); i++) {
      switch (all.charAt(i)) {
        case '&', '<', '>', '"', '\0' -> {
          out.append(all, from, i);
          escape(out, all.charAt(i));
          from = i + 1;
        }
        default -> {}
      }
    }
    out.append(all, from, all.length());
  }

  static void escape(StringBuilder out, char c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\0' -> out.append('\ufffd');
      default -> out.append(c);
    }
  }

  static String escaped(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    escape(out, text);
    return out.toString();
  }

  /** {@code name="value"} with a leading blank, or nothing if the value is empty. */
  static String attribute(String name, CharSequence value) {
    return value.isEmpty() ? "" : " " + name + "=\"" + escaped(value) + "\"";
  }

  /**
   * The URL of a link as CommonMark's reference writes it: what browsers do not take is encoded.
   */
  static String url(String target) {
    for (int i = 0; i < target.length(); i++) {
      if (!isPlain(target.charAt(i))) {
        return escaped(Escaping.percentEncodeUrl(target));
      }
    }
    return target; // most
  }

  // Whether it stands for itself in a URL and in an attribute.
  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '-' && c <= ':') // with the figures
        || "#?=_~+,;!$()*@".indexOf(c) >= 0;
  }

  /** Whether following a link would run a program instead of opening a page. */
  static boolean isUnsafe(String url) {
    StringBuilder bare = new StringBuilder();
    for (int i = 0; i < url.length() && bare.length() < 16; i++) {
      char c = url.charAt(i);
      if (c > ' ' && c != '\u00a0' && c != '\u00ad' && c != '\u200b') {
        bare.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
      }
    }
    String start = bare.toString();
    return start.startsWith("javascript:")
        || start.startsWith("vbscript:")
        || start.startsWith("data:text/html")
        || start.startsWith("data:image/svg");
  }
}
