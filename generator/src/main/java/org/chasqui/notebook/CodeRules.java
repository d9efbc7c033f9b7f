package org.chasqui.notebook;

import java.util.List;
import java.util.Set;
import org.chasqui.markdown.Block;

/** Which code blocks of a page are cells that can be run. */
final class CodeRules {
  private static final Set<String> NOT_RUN = Set.of("no-run", "norun");

  private CodeRules() {}

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
