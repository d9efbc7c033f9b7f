package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stretches of a code cell that learners do not get, marked as nbgrader marks them: comments
 * that say {@code BEGIN SOLUTION} and {@code END SOLUTION}, or {@code BEGIN HIDDEN TESTS} and
 * {@code END HIDDEN TESTS}. A solution leaves a place to write one behind.
 */
final class SolutionRegions {
  private static final String KINDS = "(SOLUTION|HIDDEN TESTS)";
  private static final Pattern BEGIN = Pattern.compile("^(\\s*)\\W+\\s*BEGIN " + KINDS + "\\b.*");
  private static final Pattern END = Pattern.compile("^\\s*\\W+\\s*END " + KINDS + "\\b.*");

  // What stops a run where something is still to be written; as nbgrader has it for Python.
  private static final Map<String, String> NOT_DONE =
      Map.of(
          "python", "raise NotImplementedError()",
          "R", "stop(\"not written yet\")",
          "julia", "error(\"not written yet\")");

  private SolutionRegions() {}

  /** Whether code has such a stretch. */
  static boolean in(String code) {
    return code.contains("BEGIN ") && code.lines().anyMatch(line -> BEGIN.matcher(line).matches());
  }

  /** The line, from 0, that begins a stretch which nothing ends. */
  static Optional<Integer> unclosed(String code) {
    Optional<Integer> open = Optional.empty();
    List<String> lines = code.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (open.isEmpty() && BEGIN.matcher(lines.get(i)).matches()) {
        open = Optional.of(i);
      } else if (END.matcher(lines.get(i)).matches()) {
        open = Optional.empty();
      }
    }
    return open;
  }

  /** The code as learners get it. A stretch that nothing ends reaches to the end of the cell. */
  static String without(String code, Kernel kernel) {
    if (!in(code)) {
      return code;
    }
    List<String> kept = new ArrayList<>();
    boolean hidden = false;
    for (String line : code.lines().toList()) {
      Matcher begin = BEGIN.matcher(line);
      if (!hidden && begin.matches()) {
        hidden = true;
        if (begin.group(2).equals("SOLUTION")) {
          kept.add(begin.group(1) + "# YOUR CODE HERE");
          Optional.ofNullable(NOT_DONE.get(kernel.language()))
              .ifPresent(stop -> kept.add(begin.group(1) + stop));
        }
      } else if (hidden && END.matcher(line).matches()) {
        hidden = false;
      } else if (!hidden) {
        kept.add(line);
      }
    }
    return String.join("\n", kept) + "\n";
  }

  /** The whole code, without the lines that only mark. */
  static String whole(String code) {
    return code.lines()
            .filter(line -> !BEGIN.matcher(line).matches() && !END.matcher(line).matches())
            .collect(java.util.stream.Collectors.joining("\n"))
        + "\n";
  }
}
