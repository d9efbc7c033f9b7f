package org.chasqui.markdown;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chasqui.markdown.Nodes.LiteralBlock;

/**
 * A code block as its author meant it: the info string taken apart, MyST's options taken off.
 *
 * @param language the language, lower case; empty if none
 * @param directive the MyST directive it was written as, empty if none
 * @param argument what follows the directive's name
 * @param attributes what else the info string and the options say
 * @param lines the lines of code, with their line ends
 */
record CodeFence(
    String language,
    String directive,
    String argument,
    Map<String, String> attributes,
    List<BasedSequence> lines) {
  private static final Pattern WORD_END = Pattern.compile("[\\s{,:]+");

  static CodeFence of(FencedCodeBlock block) {
    String info = block.getInfo().isNull() ? "" : block.getInfo().unescape().strip();
    List<BasedSequence> lines = block.getContentLines();
    if (!info.startsWith("{")) {
      String word = WORD_END.split(info, 2)[0];
      word = word.isEmpty() ? beside(block) : word;
      return new CodeFence(word.toLowerCase(Locale.ROOT), "", "", infoAttributes(info), lines);
    }
    int close = info.indexOf('}');
    String named = WORD_END.split(info.substring(1) + " ", 2)[0].toLowerCase(Locale.ROOT);
    if (Chunk.isEngine(named.replace("}", "")) && info.endsWith("}")) {
      return chunk(named.replace("}", ""), info.substring(1, info.length() - 1), lines);
    }
    if (close < 0) {
      return new CodeFence("", "", "", Map.of(), lines);
    }
    Optional<Attributes> attributes = Attributes.parse(info, 0);
    if (attributes.isPresent()) {
      List<String> classes = attributes.get().classes();
      String language = classes.isEmpty() ? "" : classes.get(0).toLowerCase(Locale.ROOT);
      return new CodeFence(language, "", "", DirectiveSyntax.infoAttributes("x " + info), lines);
    }
    String inside = info.substring(1, close).strip();
    String name = inside.split("[\\s,]+", 2)[0].toLowerCase(Locale.ROOT);
    return directive(name, info.substring(close + 1).strip(), lines);
  }

  // A chunk of R Markdown is no directive, but code to be executed.
  private static CodeFence chunk(String name, String inside, List<BasedSequence> lines) {
    Map<String, String> attributes = Chunk.attributes(inside.substring(name.length()));
    String language = attributes.getOrDefault("engine", name).toLowerCase(Locale.ROOT);
    attributes.remove("engine");
    return new CodeFence(language, "", "", attributes, lines);
  }

  private static Map<String, String> infoAttributes(String info) {
    Map<String, String> attributes = DirectiveSyntax.infoAttributes(info);
    String marked = attributes.isEmpty() ? "" : LineMarks.of(info);
    if (!marked.isEmpty()) {
      attributes.putIfAbsent("emphasize-lines", marked);
    }
    return attributes;
  }

  // kramdown names the language below the code: {: .language-python}, {: .output}.
  private static String beside(FencedCodeBlock block) {
    for (String name : BlockAttributes.of(block).classes()) {
      boolean named = name.startsWith("language-");
      if (named || Set.of("output", "error").contains(name) || Lexers.of(name).isPresent()) {
        return named ? name.substring("language-".length()) : name;
      }
    }
    return "";
  }

  static CodeFence of(LiteralBlock block) {
    return directive(block.opening.name(), block.opening.title(), block.lines);
  }

  private static CodeFence directive(String name, String argument, List<BasedSequence> all) {
    Map<String, String> attributes = new LinkedHashMap<>();
    int from = yaml(all, attributes);
    while (from < all.size()) {
      BasedSequence line = all.get(from);
      Optional<DirectiveSyntax.Option> option = DirectiveSyntax.option(line, line.getStartOffset());
      if (option.isEmpty()) {
        break;
      }
      attributes.put(option.get().key(), option.get().value().text());
      from++;
    }
    String language =
        switch (name) {
          case "literalinclude" ->
              attributes.getOrDefault("language", argument.replaceFirst("^.*\\.", ""));
          case "include" -> attributes.getOrDefault("code", "");
          case "code-cell", "code", "code-block", "sourcecode" ->
              argument.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
          case "doctest", "ipython" -> "python";
          case "math", "raw", "mermaid" -> name;
          default -> name;
        };
    return new CodeFence(language, name, argument, attributes, all.subList(from, all.size()));
  }

  // MyST's other way to write options: YAML between lines of three dashes.
  private static int yaml(List<BasedSequence> all, Map<String, String> attributes) {
    if (all.isEmpty() || !all.get(0).toString().strip().equals("---")) {
      return 0;
    }
    Map<String, String> found = new LinkedHashMap<>();
    String key = "";
    for (int i = 1; i < all.size(); i++) {
      String line = all.get(i).toString().strip();
      int colon = line.indexOf(':');
      if (line.equals("---")) {
        attributes.putAll(found);
        return i + 1;
      } else if (line.startsWith("- ") && !key.isEmpty()) {
        found.merge(key, line.substring(2).strip(), (old, more) -> (old + " " + more).strip());
      } else if (colon > 0) {
        key = line.substring(0, colon).strip();
        found.put(key, DirectiveSyntax.unquoted(line.substring(colon + 1).strip()));
      }
    }
    return 0; // it does not end, so it was code
  }

  /** The name by which others refer to it, or an empty string. */
  String id() {
    return attributes.getOrDefault(
        "name", attributes.getOrDefault("label", attributes.getOrDefault("id", "")));
  }

  /** Whether it was written to be executed. */
  boolean isCell() {
    return directive.equals("code-cell");
  }

  /** The code, ending with a line end unless empty. */
  String code() {
    StringBuilder code = new StringBuilder();
    for (BasedSequence line : lines) {
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        boolean windows = c == '\r' && i + 1 < line.length() && line.charAt(i + 1) == '\n';
        if (!windows) {
          code.append(c == '\r' ? '\n' : c);
        }
      }
    }
    if (!code.isEmpty() && code.charAt(code.length() - 1) != '\n') {
      code.append('\n');
    }
    return code.toString();
  }
}
