package org.chasqui.site;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chasqui.diagnostic.SourceSpan;

/**
 * A piece of code that learners run, with what the page says comes of it.
 *
 * @param code the code, as the kernel gets it
 * @param lines where each line of the code was written: in the source page also if only comments
 *     were translated; one place for all if they cannot be told apart
 * @param flags its tags and classes, lower case: {@code raises-exception}, {@code hide-output}
 * @param solution whether it stands in a solution, which learners' notebooks do not have
 * @param output what the page shows as its output, if it does
 * @param error what the page shows as its error, if it does
 */
public record CodeCell(
    String code,
    List<SourceSpan> lines,
    Set<String> flags,
    boolean solution,
    Optional<Expected> output,
    Optional<Expected> error) {

  /**
   * A block of the page that says what running a cell gives.
   *
   * @param text what it says
   * @param block the whole block, with its fences
   * @param content its lines in the file
   * @param tolerance how far numbers may be off, relative to their size
   */
  public record Expected(
      String text, SourceSpan block, List<SourceSpan> content, double tolerance) {
    /** Copies, so that nobody can change it. */
    public Expected {
      content = List.copyOf(content);
    }
  }

  /** Copies, so that nobody can change it. */
  public CodeCell {
    lines = List.copyOf(lines);
    flags = Set.copyOf(flags);
  }

  /** Whether it is meant to fail: it says so, or the page shows an error after it. */
  public boolean mayFail() {
    return flags.contains("raises-exception") || error.isPresent();
  }

  /** Where a line of the code (from 1) was written. */
  public SourceSpan line(int number) {
    return lines.get(Math.max(0, Math.min(number, lines.size()) - 1));
  }

  /** Its first line that says something. */
  public SourceSpan place() {
    return lines.stream().filter(span -> !span.text().isBlank()).findFirst().orElse(lines.get(0));
  }
}
