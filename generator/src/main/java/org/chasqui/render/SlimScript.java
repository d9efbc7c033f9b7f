package org.chasqui.render;

import java.util.stream.Collectors;

/**
 * Scripts without what browsers do not need: lines that are comments, indentation, and blanks
 * between signs. Lines stay lines, so nothing that a script says changes.
 */
final class SlimScript {
  private SlimScript() {}

  /** The same script, shorter; as it is if a text in it may go on over several lines. */
  static String of(String script) {
    return script.indexOf('`') >= 0 || script.contains("/*") || script.contains("\\\n")
        ? script
        : script
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("//"))
            .map(SlimScript::withoutBlanks)
            .collect(Collectors.joining("\n", "", "\n"));
  }

  // A stroke may begin a regular expression, whose blanks and quotes mean something else.
  private static String withoutBlanks(String line) {
    if (line.indexOf('/') >= 0) {
      return line;
    }
    StringBuilder out = new StringBuilder(line.length());
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote == 0 && c == ' ' && !parts(out.charAt(out.length() - 1), line.charAt(i + 1))) {
        continue;
      }
      out.append(c);
      if (quote != 0 && c == '\\' && i + 1 < line.length()) {
        out.append(line.charAt(++i));
      } else if (quote == c) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      }
    }
    return out.toString();
  }

  // Whether these would be read as one: words, "+ +", "1 .".
  private static boolean parts(char before, char after) {
    boolean word = Character.isJavaIdentifierPart(before);
    return word && (Character.isJavaIdentifierPart(after) || after == '.')
        || before == after && (before == '+' || before == '-');
  }
}
