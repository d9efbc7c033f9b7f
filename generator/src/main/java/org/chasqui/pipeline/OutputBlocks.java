package org.chasqui.pipeline;

import java.util.List;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.kernels.RunFindings;
import org.chasqui.site.CodeCell;

/** Writes what code gave into the output block of a page. */
final class OutputBlocks {
  private OutputBlocks() {}

  /**
   * Puts the lines of a block right.
   *
   * @return false if they cannot stand in that block: a line looks like its end
   */
  static boolean correct(RunFindings.Correction correction, SourceEdits edits) {
    CodeCell.Expected expected = correction.expected();
    SourceFile file = expected.block().file();
    int opening = expected.block().line();
    String fence = file.lineText(opening).strip().replaceFirst("(?s)^[> ]*([`~:]+).*", "$1");
    boolean breaksOut = correction.text().lines().anyMatch(l -> l.strip().startsWith(fence));
    List<SourceSpan> content = expected.content();
    if (breaksOut || (!content.isEmpty() && content.get(0).equals(expected.block()))) {
      return false;
    }
    int start;
    int end;
    String prefix;
    if (content.isEmpty()) {
      int column = expected.block().start() - file.lineStart(opening);
      prefix = file.lineText(opening).substring(0, column);
      start = file.lineStart(opening + 1);
      end = start;
    } else {
      SourceSpan first = content.get(0);
      start = file.lineStart(first.line());
      prefix = file.text().substring(start, first.start());
      end = file.lineStart(content.get(content.size() - 1).line() + 1);
    }
    String text =
        correction
            .text()
            .lines()
            .map(line -> (prefix + line).stripTrailing() + "\n")
            .collect(Collectors.joining());
    edits.replace(file.span(start, end), text);
    return true;
  }
}
