package org.chasqui.markdown;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What MyST's roles mean, as far as their text alone tells. */
final class Roles {
  private static final Pattern TITLED = Pattern.compile("(.*?)\\s*<([^<>]*)>\\s*");
  private static final Set<String> LINKS =
      Set.of(
          "ref",
          "doc",
          "numref",
          "eq",
          "term",
          "download",
          "button-ref",
          "button-link",
          "any",
          "link",
          "bdg-ref");
  private static final Set<String> WORDS =
      Set.of(
          "math",
          "abbr",
          "kbd",
          "guilabel",
          "menuselection",
          "sub",
          "subscript",
          "sup",
          "superscript",
          "strong",
          "emphasis",
          "code",
          "file",
          "command",
          "program",
          "envvar",
          "samp",
          "func",
          "class",
          "mod",
          "meth",
          "attr",
          "data",
          "exc",
          "obj",
          "option",
          "dfn",
          "del",
          "strike",
          "underline",
          "u",
          "smallcaps",
          "small",
          "cite",
          "index",
          "octicon",
          "fas",
          "fab",
          "far",
          "icon",
          "rst",
          "pep",
          "rfc",
          "literal",
          "raw",
          "html",
          "title",
          "eval",
          "glue",
          "footcite",
          "bibcite",
          "si",
          "chem",
          "button",
          "span",
          "div",
          "iast");

  /** Every role, for suggestions. */
  static final Set<String> NAMES = names();

  private Roles() {}

  private static Set<String> names() {
    Set<String> names = new TreeSet<>(LINKS);
    names.addAll(WORDS);
    return java.util.Collections.unmodifiableSet(names);
  }

  static boolean isKnown(String name) {
    int colon = name.indexOf(':');
    String first = colon < 0 ? name : name.substring(0, colon);
    return NAMES.contains(name)
        || name.startsWith("bdg-")
        || name.startsWith("material-")
        || Set.of("py", "cite", "glue", "c", "cpp", "js", "r").contains(first);
  }

  /** The title of {@code title <target>}. */
  static Optional<String> title(Nodes.Role role) {
    Matcher matcher = TITLED.matcher(PlainText.collapse(role.text));
    return matcher.matches() && isLink(role.name)
        ? Optional.of(matcher.group(1)).filter(title -> !title.isEmpty())
        : Optional.empty();
  }

  /** What a reader sees: the title of {@code title <target>}, otherwise the text. */
  static String text(Nodes.Role role) {
    String text = PlainText.collapse(role.text);
    if (role.name.equals("menuselection")) {
      return text.replace("-->", "▸");
    }
    if (role.name.equals("guilabel")) {
      return text.replaceAll("&(?=\\S)", "");
    }
    return title(role).orElse(text);
  }

  /** What a role that links leads to, or an empty string. */
  static String target(Nodes.Role role) {
    if (!isLink(role.name)) {
      return "";
    }
    String text = PlainText.collapse(role.text);
    Matcher matcher = TITLED.matcher(text);
    return matcher.matches() ? matcher.group(2) : text;
  }

  /** Whether all of a role's text is words for readers, which translators may change. */
  static boolean isTranslated(Nodes.Role role) {
    return Set.of(
                "guilabel",
                "menuselection",
                "abbr",
                "strong",
                "emphasis",
                "dfn",
                "small",
                "button",
                "del",
                "strike",
                "underline",
                "u",
                "smallcaps")
            .contains(role.name)
        || (role.name.startsWith("bdg-") && !isLink(role.name))
        || (role.name.equals("term") && title(role).isEmpty());
  }

  /** The HTML element in which a role's text stands, or an empty string. */
  static String element(String name) {
    return switch (name) {
      case "kbd" -> "kbd";
      case "code",
          "file",
          "command",
          "program",
          "func",
          "class",
          "mod",
          "envvar",
          "literal",
          "meth",
          "attr",
          "data",
          "exc",
          "obj",
          "option" ->
          "code";
      case "samp" -> "samp";
      case "sub", "subscript" -> "sub";
      case "sup", "superscript" -> "sup";
      case "guilabel", "menuselection", "strong" -> "strong";
      case "emphasis" -> "em";
      case "dfn" -> "dfn";
      case "del", "strike" -> "del";
      case "underline", "u" -> "u";
      case "small" -> "small";
      default -> name.startsWith("py:") ? "code" : "";
    };
  }

  private static boolean isLink(String name) {
    return LINKS.contains(name);
  }
}
