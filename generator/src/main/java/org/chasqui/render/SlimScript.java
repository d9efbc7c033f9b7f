package org.chasqui.render;

import java.util.stream.Collectors;

/**
 * Scripts without what browsers do not need: lines that are comments, and indentation. Lines stay
 * lines, so nothing that a script says changes.
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
            .collect(Collectors.joining("\n", "", "\n"));
  }
}
