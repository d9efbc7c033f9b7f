package org.chasqui.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Comments by which authors steer translation: {@code <!-- i18n: skip -->}. */
final class Controls {
  private static final Pattern CONTROL =
      Pattern.compile("<!--\\s*(?:i18n|mdbook-xgettext)\\s*:\\s*(.*?)\\s*-->\\s*", Pattern.DOTALL);
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
    return comment.length() > 8 && CONTROL.matcher(comment).matches();
  }

  /** What a comment says, or null if it says nothing to us. */
  static @Nullable Control parse(CharSequence comment) {
    Matcher matcher = CONTROL.matcher(comment);
    if (!matcher.matches()) {
      return null;
    }
    String body = matcher.group(1);
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
