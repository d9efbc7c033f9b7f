package org.chasqui.markdown;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MyST's roles, as far as they can be told as text. */
final class Roles {
  private static final Pattern TITLED = Pattern.compile("(.*?)\\s*<([^<>]*)>\\s*");
  private static final Set<String> LINKS =
      Set.of("ref", "doc", "numref", "eq", "term", "download", "button-ref", "button-link", "any");

  private Roles() {}

  /** What a reader sees: the title of {@code title <target>}, otherwise the text. */
  static String text(Nodes.Role role) {
    String text = PlainText.collapse(role.text);
    Matcher matcher = TITLED.matcher(text);
    return matcher.matches() && !matcher.group(1).isEmpty() && isLink(role.name)
        ? matcher.group(1)
        : text;
  }

  /** What a role that links leads to, or an empty string. */
  static String target(Nodes.Role role) {
    String text = PlainText.collapse(role.text);
    Matcher matcher = TITLED.matcher(text);
    if (!isLink(role.name) || role.name.equals("term") || role.name.equals("eq")) {
      return "";
    }
    String target = matcher.matches() ? matcher.group(2) : text;
    boolean label = role.name.endsWith("ref") && !target.contains("/") && !target.contains(".");
    return label && !target.startsWith("#") ? "#" + target : target;
  }

  /** The HTML element in which a role's text stands, or an empty string. */
  static String element(String name) {
    return switch (name) {
      case "kbd" -> "kbd";
      case "code", "file", "command", "program", "py:func", "func", "class", "mod", "envvar" ->
          "code";
      case "sub", "subscript" -> "sub";
      case "sup", "superscript" -> "sup";
      case "abbr" -> "abbr";
      case "guilabel", "menuselection", "strong" -> "strong";
      case "emphasis" -> "em";
      default -> "";
    };
  }

  private static boolean isLink(String name) {
    return LINKS.contains(name);
  }
}
