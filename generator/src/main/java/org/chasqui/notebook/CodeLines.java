package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.markdown.Block;
import org.chasqui.site.Body;

/** Finds the lines of a code block in the text it was read from. */
final class CodeLines {
  private CodeLines() {}

  /**
   * Where each line of the code was written, without what stands before it: the indentation of a
   * list, the sign of a quotation. One place, the block's, if the lines cannot be found.
   */
  static List<SourceSpan> of(Body body, Block.Code block) {
    List<String> code = block.code().lines().toList();
    List<int[]> written = lines(body.markdown(), block.start(), block.end());
    for (int first = 0; first + code.size() <= written.size(); first++) {
      List<SourceSpan> found = match(body, code, written, first);
      if (found.size() == code.size() && !found.isEmpty()) {
        return found;
      }
    }
    return List.of(body.origin(block.start(), block.end()));
  }

  /** Where the code itself stands in a text, from its first line to its last; else the block. */
  static TracedCell.Stretch inside(String text, Block.Code block) {
    List<String> code = block.code().lines().toList();
    List<int[]> written = lines(text, block.start(), block.end());
    for (int first = 0; first + code.size() <= written.size() && !code.isEmpty(); first++) {
      int i = 0;
      while (i < code.size() && says(text, written.get(first + i), code.get(i))) {
        i++;
      }
      if (i == code.size()) {
        int start = written.get(first)[1] - code.get(0).length();
        return new TracedCell.Stretch(start, written.get(first + i - 1)[1]);
      }
    }
    return TracedCell.Stretch.of(block);
  }

  private static boolean says(String text, int[] line, String code) {
    return text.substring(line[0], line[1]).endsWith(code);
  }

  private static List<SourceSpan> match(
      Body body, List<String> code, List<int[]> written, int first) {
    List<SourceSpan> found = new ArrayList<>();
    for (int i = 0; i < code.size(); i++) {
      int[] line = written.get(first + i);
      String text = body.markdown().substring(line[0], line[1]);
      if (!text.endsWith(code.get(i))) {
        break;
      }
      found.add(body.origin(line[1] - code.get(i).length(), line[1]));
    }
    return found;
  }

  // The line of the opening fence is no line of code, though it may look like one.
  private static List<int[]> lines(String text, int start, int end) {
    List<int[]> lines = new ArrayList<>();
    int at = start;
    while (at < end) {
      int stop = text.indexOf('\n', at);
      stop = stop < 0 || stop > end ? end : stop;
      boolean windows = stop > at && text.charAt(stop - 1) == '\r';
      lines.add(new int[] {at, windows ? stop - 1 : stop});
      at = stop + 1;
    }
    return lines.isEmpty() ? lines : lines.subList(1, lines.size());
  }
}
