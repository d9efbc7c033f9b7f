package org.chasqui.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands between the braces of a shortcode. */
final class Shortcodes {
  private static final Pattern ARGUMENT =
      Pattern.compile(
          "(?:([\\w-]+)\\s*=\\s*)?(?:\"((?:[^\"\\\\]|\\\\.)*)\"|`([^`]*)`|([^\\s\"`]+))");

  private Shortcodes() {}

  /** Its named arguments; its own name stands under the empty name. */
  static Map<String, String> arguments(String call) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher matcher = ARGUMENT.matcher(call);
    while (matcher.find()) {
      String name = matcher.group(1) == null ? "" : matcher.group(1);
      found.putIfAbsent(name, value(matcher));
    }
    return found;
  }

  private static String value(Matcher matcher) {
    if (matcher.group(2) != null) {
      return matcher.group(2).replaceAll("\\\\(.)", "$1");
    }
    return matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
  }
}
