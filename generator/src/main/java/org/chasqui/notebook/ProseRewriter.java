package org.chasqui.notebook;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes Markdown for the page into Markdown for a notebook cell: links lead where a notebook can
 * follow them, and what Jupyter would show as raw signs is said otherwise or left out.
 *
 * <p>Code, code spans and formulas stay as they are. Comments go: they are the author's, and what
 * is hidden on the page must not be found in the notebook.
 */
final class ProseRewriter {
  private static final int LONGEST_CALL = 2000;
  private static final String SPECIAL = "\\`$<{![";
  private static final Pattern DEFINITION =
      Pattern.compile(
          "(?m)^ {0,3}\\[([^\\]^][^\\]]*)\\]:[ \\t]*(?:<([^>\\n]*)>|([^\\s<]\\S*))"
              + "(?:[ \\t]+(\"[^\"]*\"|'[^']*'|\\([^)]*\\)))?[ \\t]*$\\n?");
  private static final Pattern FENCE = Pattern.compile("(?m)^[ \\t>]*(`{3,}|~{3,})[^\\n]*$");
  private static final Pattern MARKUP_LINE =
      Pattern.compile("(?m)^[ \\t>]*(\\{:[^}\\n]*\\}|\\([\\w-]+\\)=|\\+\\+\\+)[ \\t]*$\\n?");
  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^([^\\]\\s]{1,100})\\](:[ \\t]?)?");
  private static final Pattern ATTRIBUTES = Pattern.compile("\\{[:.#]?[^{}\\n]*\\}");
  private static final Pattern ROLE =
      Pattern.compile("\\{([a-z][a-z:-]*)\\}(`+)(.+?)\\2(?!`)", Pattern.DOTALL);
  private static final Pattern FORMULA =
      Pattern.compile("\\$\\$.+?\\$\\$|\\$(?![\\s$])[^$\\n]*[^\\s$]\\$(?!\\d)", Pattern.DOTALL);
  private static final Pattern TAG =
      Pattern.compile("</?[A-Za-z][A-Za-z0-9-]*(?:\\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)?/?>");
  private static final Pattern TARGET_ATTRIBUTE =
      Pattern.compile("(\\s(src|href)\\s*=\\s*)(\"[^\"]*\"|'[^']*')", Pattern.CASE_INSENSITIVE);

  /** What a notebook shows in the place of links and shortcodes. */
  interface Targets {
    /** Where a link or picture leads from a notebook. */
    String link(String target, boolean image);

    /** Markdown for a MyST role. */
    String role(String name, String inside);

    /** Markdown for a shortcode. */
    String shortcode(String name, Map<String, String> arguments);
  }

  /**
   * Where a reference leads.
   *
   * @param target its target
   * @param title its title in quotes, or empty
   */
  private record Reference(String target, String title) {}

  private final Map<String, Reference> references;
  private final Targets targets;
  private final boolean forInstructors;

  /**
   * @param document the whole text, for its reference definitions: a cell cannot see another's
   * @param targets where things lead
   */
  ProseRewriter(String document, Targets targets) {
    this(document, targets, false);
  }

  /**
   * @param forInstructors whether what learners do not get stays
   */
  ProseRewriter(String document, Targets targets, boolean forInstructors) {
    this.references = definitions(document);
    this.targets = targets;
    this.forInstructors = forInstructors;
  }

  /** A stretch of the document for a cell of its own. */
  String rewrite(String markdown) {
    if (!markdown.contains("```") && !markdown.contains("~~~")) {
      return text(markdown);
    }
    StringBuilder out = new StringBuilder();
    Matcher fence = FENCE.matcher(markdown);
    int at = 0;
    while (fence.find(at)) {
      out.append(text(markdown.substring(at, fence.start())));
      int end = endOfFence(markdown, fence.end(), fence.group(1));
      out.append(markdown, fence.start(), end);
      at = end;
    }
    return out.append(text(markdown.substring(at))).toString();
  }

  private static int endOfFence(String markdown, int from, String opening) {
    Matcher close =
        Pattern.compile("(?m)^[ \\t>]*" + Pattern.quote(opening) + "+[ \\t]*$").matcher(markdown);
    return close.find(from) ? close.end() : markdown.length();
  }

  private static Map<String, Reference> definitions(String document) {
    Map<String, Reference> found = new LinkedHashMap<>();
    if (!document.contains("]:")) {
      return found;
    }
    Matcher matcher = DEFINITION.matcher(document);
    while (matcher.find()) {
      String target = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
      String title = matcher.group(4) == null ? "" : matcher.group(4);
      found.putIfAbsent(label(matcher.group(1)), new Reference(target, title));
    }
    return found;
  }

  private static String label(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private String text(String markdown) {
    boolean defines = markdown.contains("]:");
    String plain = defines ? DEFINITION.matcher(markdown).replaceAll("") : markdown;
    boolean marks = plain.contains("{:") || plain.contains(")=") || plain.contains("+++");
    return inline(marks ? MARKUP_LINE.matcher(plain).replaceAll("") : plain);
  }

  /** A single line: a title, a question. */
  String inline(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int plain = at;
      while (plain < text.length() && SPECIAL.indexOf(text.charAt(plain)) < 0) {
        plain++;
      }
      out.append(text, at, plain);
      at = plain < text.length() ? next(text, plain, out) : plain;
    }
    return out.toString();
  }

  private int next(String text, int at, StringBuilder out) {
    return switch (text.charAt(at)) {
      case '\\' -> copy(text, at, Math.min(at + 2, text.length()), out);
      case '`' -> copy(text, at, endOfCode(text, at), out);
      case '$' -> pattern(FORMULA, text, at, out);
      case '<' -> angle(text, at, out);
      case '{' -> brace(text, at, out);
      case '!' -> text.startsWith("![", at) ? link(text, at, out) : copy(text, at, at + 1, out);
      case '[' -> link(text, at, out);
      default -> copy(text, at, at + 1, out);
    };
  }

  private static int copy(String text, int from, int to, StringBuilder out) {
    out.append(text, from, to);
    return to;
  }

  private static int pattern(Pattern pattern, String text, int at, StringBuilder out) {
    Optional<Matcher> found = match(pattern, text, at);
    return copy(text, at, found.isPresent() ? found.get().end() : at + 1, out);
  }

  private static Optional<Matcher> match(Pattern pattern, String text, int at) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
  }

  private static int endOfCode(String text, int at) {
    int open = at;
    while (open < text.length() && text.charAt(open) == '`') {
      open++;
    }
    String ticks = text.substring(at, open);
    int close = text.indexOf(ticks, open);
    while (close >= 0) {
      int end = close + ticks.length();
      if (end == text.length() || text.charAt(end) != '`') {
        return end;
      }
      while (end < text.length() && text.charAt(end) == '`') {
        end++;
      }
      close = text.indexOf(ticks, end);
    }
    return open;
  }

  private int angle(String text, int at, StringBuilder out) {
    if (text.startsWith("<!--", at)) {
      int end = text.indexOf("-->", at);
      return end < 0 ? text.length() : end + 3;
    }
    Optional<Matcher> tag = match(TAG, text, at);
    if (tag.isEmpty()) {
      return copy(text, at, at + 1, out);
    }
    Matcher attribute = TARGET_ATTRIBUTE.matcher(tag.get().group());
    out.append(
        attribute.replaceAll(
            found -> {
              String quoted = found.group(3);
              boolean image = found.group(2).equalsIgnoreCase("src");
              String target = targets.link(quoted.substring(1, quoted.length() - 1), image);
              return Matcher.quoteReplacement(
                  found.group(1) + "\"" + target.replace("\"", "%22") + "\"");
            }));
    return tag.get().end();
  }

  private int brace(String text, int at, StringBuilder out) {
    if (text.startsWith("{{<", at) || text.startsWith("{{%", at)) {
      String close = text.charAt(at + 2) + "}}";
      String call = text.substring(at, Math.min(text.length(), at + LONGEST_CALL));
      int length = call.indexOf(close.replace('<', '>'), 3);
      int end = length < 0 ? -1 : at + length;
      if (end >= 0) {
        return shortcode(text, at, end, out);
      }
    }
    Optional<Matcher> role = match(ROLE, text, at);
    if (role.isEmpty()) {
      return copy(text, at, at + 1, out);
    }
    out.append(targets.role(role.get().group(1), role.get().group(3)));
    return role.get().end();
  }

  private int shortcode(String text, int at, int end, StringBuilder out) {
    String inside = text.substring(at + 3, end).strip();
    int after = end + 3;
    if (inside.startsWith("/*") && inside.endsWith("*/")) {
      String sign = text.substring(at + 2, at + 3);
      String call = inside.substring(2, inside.length() - 2);
      out.append("{{").append(sign).append(call).append(sign.replace('<', '>')).append("}}");
    } else if (!inside.startsWith("/")) {
      Map<String, String> arguments = Shortcodes.arguments(inside);
      String name = arguments.getOrDefault("", "");
      if (Boxes.kind(name, Map.of()) == Boxes.Kind.LEFT_OUT) {
        if (forInstructors) {
          return after;
        }
        Matcher close =
            Pattern.compile("\\{\\{[<%]\\s*/\\s*" + Pattern.quote(name) + "\\s*[>%]\\}\\}")
                .matcher(text);
        return close.find(after) ? close.end() : text.length();
      }
      out.append(targets.shortcode(name, arguments));
    }
    return after;
  }

  // A link or picture, from its "[" or "![" on; whatever turns out to be none is copied.
  private int link(String text, int at, StringBuilder out) {
    Optional<Matcher> footnote =
        text.startsWith("[^", at) ? match(FOOTNOTE, text, at) : Optional.empty();
    if (footnote.isPresent()) {
      String space = footnote.get().group(2) == null ? "" : " ";
      out.append("<sup>").append(footnote.get().group(1)).append("</sup>").append(space);
      return footnote.get().end();
    }
    boolean image = text.charAt(at) == '!';
    int open = image ? at + 1 : at;
    int close = Brackets.end(text, open);
    if (close < 0) {
      return copy(text, at, open + 1, out);
    }
    String label = text.substring(open + 1, close - 1);
    Optional<Brackets.Destination> inlineTarget = Brackets.destination(text, close);
    if (inlineTarget.isPresent()) {
      Brackets.Destination to = inlineTarget.get();
      return write(text, label, new Reference(to.target(), to.title()), image, to.end(), out);
    }
    return reference(text, at, label, close, out);
  }

  private int reference(String text, int at, String label, int close, StringBuilder out) {
    boolean image = text.charAt(at) == '!';
    int second =
        close < text.length() && text.charAt(close) == '[' ? Brackets.end(text, close) : -1;
    String name = second > close + 2 ? text.substring(close + 1, second - 1) : label;
    Reference known = references.get(label(name));
    if (known != null) {
      return write(text, label, known, image, Math.max(second, close), out);
    }
    Optional<Matcher> attributes = attributes(text, close);
    if (!image && attributes.isPresent()) {
      out.append(inline(label));
      return attributes.get().end();
    }
    return copy(text, at, text.indexOf('[', at) + 1, out);
  }

  private int write(
      String text, String label, Reference to, boolean image, int end, StringBuilder out) {
    Optional<Matcher> attributes = attributes(text, end);
    String shown = image ? label : inline(label);
    if (image && label.isBlank() && attributes.isPresent()) {
      shown = alternative(attributes.get().group());
    }
    out.append(image ? "![" : "[").append(shown).append("](");
    out.append(Brackets.writable(targets.link(to.target(), image)));
    out.append(to.title().isEmpty() ? "" : " " + to.title()).append(')');
    return attributes.isPresent() ? attributes.get().end() : end;
  }

  private static Optional<Matcher> attributes(String text, int at) {
    return text.startsWith("{", at) ? match(ATTRIBUTES, text, at) : Optional.empty();
  }

  private static String alternative(String attributes) {
    Matcher alt = Pattern.compile("alt=(?:\"([^\"]*)\"|'([^']*)')").matcher(attributes);
    if (!alt.find()) {
      return "";
    }
    return alt.group(1) != null ? alt.group(1) : alt.group(2);
  }
}
