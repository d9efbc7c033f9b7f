package org.chasqui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the first line of a fenced div or MyST directive is read. */
final class DirectiveSyntax {
  private static final Pattern MYST = Pattern.compile("\\{([A-Za-z][\\w:+.-]*)\\}[ \\t]*(.*)");
  private static final Pattern PLAIN = Pattern.compile("([A-Za-z][\\w-]*)[ \\t]*(.*)");
  private static final Pattern OPTION = Pattern.compile(":([\\w-]+):(?:[ \\t]+(.*))?");

  /** MyST directives whose inside is not Markdown: they stay code blocks. */
  private static final Set<String> LITERAL =
      Set.of(
          "code-cell",
          "code",
          "code-block",
          "sourcecode",
          "literalinclude",
          "include",
          "math",
          "mermaid",
          "raw",
          "eval-rst",
          "toctree",
          "tableofcontents",
          "contents",
          "bibliography",
          "csv-table",
          "list-table",
          "iframe",
          "image",
          "anywidget",
          "embed",
          "index",
          "glue",
          "r",
          "python",
          "bash",
          "sql",
          "julia",
          "js",
          "css",
          "html",
          "stan",
          "rcpp",
          "ojs",
          "dot",
          "plantuml",
          "graphviz",
          "parsed-literal",
          "code-snippet",
          "ipython",
          "doctest",
          "console");

  private DirectiveSyntax() {}

  /**
   * The opening of a directive.
   *
   * @param name what it is; empty if the author gave attributes only
   * @param title the title, empty if none
   * @param titleStart where the title begins, relative to the text read
   * @param attributes attributes in braces
   * @param myst whether options may follow
   */
  record Opening(String name, String title, int titleStart, Attributes attributes, boolean myst) {}

  /**
   * A MyST option.
   *
   * @param key the option
   * @param value its value, with its place in the document
   */
  record Option(String key, Attributes.Value value) {}

  /** Whether the info string of a code fence opens a directive with Markdown inside. */
  static boolean isMarkdownFence(CharSequence info) {
    Matcher matcher = MYST.matcher(info.toString().strip());
    return matcher.matches() && !LITERAL.contains(matcher.group(1).toLowerCase(Locale.ROOT));
  }

  /** Reads what follows the colons or backticks, or nothing if that opens no directive. */
  static Optional<Opening> opening(CharSequence rest) {
    String text = rest.toString();
    int from = 0;
    while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    int end = text.length();
    while (end > from
        && (Character.isWhitespace(text.charAt(end - 1)) || text.charAt(end - 1) == ':')) {
      end--;
    }
    if (from >= end) {
      return Optional.empty();
    }
    String body = text.substring(from, end);
    Matcher myst = MYST.matcher(body);
    if (myst.matches()) {
      return Optional.of(
          new Opening(
              myst.group(1).toLowerCase(Locale.ROOT),
              myst.group(2),
              from + myst.start(2),
              Attributes.NONE,
              true));
    }
    Optional<Attributes> attributes = Attributes.parse(body, 0);
    if (attributes.isPresent()) {
      return Optional.of(withAttributes("", body, from, 0, attributes.get()));
    }
    Matcher plain = PLAIN.matcher(body);
    if (!plain.matches()) {
      return Optional.empty();
    }
    String name = plain.group(1);
    Optional<Attributes> more = Attributes.parse(body, plain.start(2));
    return Optional.of(
        withAttributes(name, body, from, plain.start(2), more.orElse(Attributes.NONE)));
  }

  private static Opening withAttributes(
      String name, String body, int from, int restStart, Attributes attributes) {
    int titleStart = attributes.equals(Attributes.NONE) ? restStart : attributes.end();
    while (titleStart < body.length() && Character.isWhitespace(body.charAt(titleStart))) {
      titleStart++;
    }
    String called = name.isEmpty() ? nameAmong(attributes.classes()) : name;
    return new Opening(
        called.toLowerCase(Locale.ROOT),
        body.substring(titleStart),
        from + titleStart,
        attributes,
        false);
  }

  private static String nameAmong(List<String> classes) {
    for (String name : classes) {
      if (Callouts.isKnown(name.toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
    return classes.isEmpty() ? "" : classes.get(0);
  }

  /** Reads a line {@code :key: value} whose first character stands at an offset. */
  static Optional<Option> option(CharSequence line, int offset) {
    Matcher matcher = OPTION.matcher(line.toString().stripTrailing());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(option(matcher, offset));
  }

  /** An option whose key and value are the first two groups of what was found at an offset. */
  static Option option(Matcher matcher, int offset) {
    String value = matcher.group(2) == null ? "" : matcher.group(2).strip();
    String bare = unquoted(value);
    int start = matcher.group(2) == null ? matcher.end() : matcher.start(2);
    int from = offset + start + (bare.length() < value.length() ? 1 : 0);
    return new Option(matcher.group(1), new Attributes.Value(bare, from, from + bare.length()));
  }

  /** A value without the quotation marks around it: MyST reads options as YAML. */
  static String unquoted(String value) {
    int last = value.length() - 1;
    char mark = last > 0 ? value.charAt(0) : ' ';
    boolean quoted = (mark == '"' || mark == '\'') && value.indexOf(mark, 1) == last;
    return quoted ? value.substring(1, last) : value;
  }

  private static boolean isOneWord(String info) {
    for (int i = 0; i < info.length(); i++) {
      if (!Character.isLetterOrDigit(info.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Splits an info string into words, with quoted and braced parts kept together. */
  static Map<String, String> infoAttributes(String info) {
    Map<String, String> all = new TreeMap<>();
    if (isOneWord(info)) {
      return all;
    }
    String rest = info;
    int brace = rest.indexOf('{');
    if (brace >= 0) {
      Optional<Attributes> attributes = Attributes.parse(rest, brace);
      if (attributes.isPresent()) {
        all.putAll(attributes.get().plain());
        if (!attributes.get().id().isEmpty()) {
          all.put("id", attributes.get().id());
        }
        for (String name : attributes.get().classes()) {
          all.put("." + name, "");
        }
        rest = rest.substring(0, brace) + rest.substring(attributes.get().end());
      }
    }
    List<String> words = new ArrayList<>(List.of(rest.strip().split("\\s+")));
    for (String word : words.subList(Math.min(1, words.size()), words.size())) {
      int equals = word.indexOf('=');
      String value = equals < 0 ? "" : word.substring(equals + 1).replaceAll("^[\"']|[\"']$", "");
      all.put(equals < 0 ? word : word.substring(0, equals), value);
    }
    return all;
  }
}
