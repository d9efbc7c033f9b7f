package org.chasqui.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Comments by which authors steer translation: {@code <!-- i18n: skip -->}. */
final class Controls {
  private static final Pattern NAME = Pattern.compile("(?:i18n|mdbook-xgettext)\\s*+:");
  private static final Pattern VALUE =
      Pattern.compile(
          "(comment|context)\\s*[=:]\\s*(?:\"([^\"]*)\"|'([^']*)'|(.+))", Pattern.DOTALL);

  private Controls() {}

  /** What a comment asks for. */
  enum Kind {
    OFF,
    ON,
    SKIP,
    COMMENT,
    CONTEXT
  }

  /** A control with its value, which may be empty. */
  record Control(Kind kind, String value) {}

  static boolean isControl(CharSequence comment) {
    return body(comment) != null;
  }

  // What stands behind our name in a comment, read without a pattern that tries all its blanks.
  private static @Nullable String body(CharSequence comment) {
    String text = comment.length() < 8 ? "" : comment.toString().strip();
    if (text.length() < 8 || !text.startsWith("<!--") || !text.endsWith("-->")) {
      return null;
    }
    String inside = text.substring(4, text.length() - 3).strip();
    Matcher name = NAME.matcher(inside);
    return name.lookingAt() ? inside.substring(name.end()).strip() : null;
  }

  /** What a comment says, or null if it says nothing to us. */
  static @Nullable Control parse(CharSequence comment) {
    String body = body(comment);
    if (body == null) {
      return null;
    }
    switch (body) {
      case "off":
        return new Control(Kind.OFF, "");
      case "on":
        return new Control(Kind.ON, "");
      case "skip":
        return new Control(Kind.SKIP, "");
      default:
        Matcher value = VALUE.matcher(body);
        if (!value.matches()) {
          return null;
        }
        String text =
            value.group(2) != null
                ? value.group(2)
                : value.group(3) != null ? value.group(3) : value.group(4);
        Kind kind = value.group(1).equals("comment") ? Kind.COMMENT : Kind.CONTEXT;
        return new Control(kind, text.strip());
    }
  }
}
