package org.chasqui.notebook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.markdown.Block;

/** Which code blocks of a page are cells that can be run. */
final class CodeRules {
  private static final Set<String> NOT_RUN = Set.of("no-run", "norun");

  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "[\"'](/content/|/home/|/Users/|/mnt/|~/|[A-Za-z]:[\\\\/])[^\"'\\n]*[\"']|google\\.colab");

  private CodeRules() {}

  /** Where in a line of code something stands that only one person's machine has. */
  static Optional<String> elsewhere(String line) {
    Matcher found = ELSEWHERE.matcher(line);
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }

  /** Whether a block is run in a kernel by those who test lessons; solutions among them. */
  static boolean runs(Kernel kernel, Block.Code code) {
    return isCell(kernel, code) && !Boxes.flags(code.attributes()).contains("skip-execution");
  }

  /** Whether a block is a cell that people can run; solutions among them. */
  static boolean isCell(Kernel kernel, Block.Code code) {
    List<String> flags = Boxes.flags(code.attributes());
    boolean mayRun = code.cell() || kernel.fences().contains(code.language());
    return mayRun
        && (code.language().isEmpty() || kernel.fences().contains(code.language()))
        && !code.code().isBlank()
        && flags.stream().noneMatch(NOT_RUN::contains)
        && !code.attributes().getOrDefault("eval", "").equalsIgnoreCase("false");
  }
}
