package org.chasqui.markdown;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of a {@code list-table}: a list of lists, {@code * - cell}. */
final class ListRows {
  private final List<List<DataTable.Cell>> rows = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int start = -1;
  private int end = -1;
  private int indent;

  private ListRows() {}

  static List<List<DataTable.Cell>> read(List<BasedSequence> lines) {
    ListRows reader = new ListRows();
    int outer = -1;
    int inner = -1;
    for (BasedSequence line : lines) {
      int at = blanks(line, 0);
      if (at >= line.length()) {
        reader.blank();
        continue;
      }
      boolean item = isItem(line, at);
      if (item && (outer < 0 || at <= outer)) {
        reader.flush();
        outer = outer < 0 ? at : outer;
        reader.rows.add(new ArrayList<>());
        at = blanks(line, at + 1);
        item = at < line.length() && isItem(line, at);
        inner = item ? at : inner;
      }
      if (item && outer >= 0 && (inner < 0 || at <= inner)) {
        reader.flush();
        inner = inner < 0 ? at : inner;
        reader.begin(line, blanks(line, at + 1));
      } else if (reader.start >= 0) {
        reader.more(line, at);
      }
    }
    reader.flush();
    return reader.rows;
  }

  private static boolean isItem(CharSequence line, int at) {
    boolean alone = at + 1 >= line.length() || " \t\r\n".indexOf(line.charAt(at + 1)) >= 0;
    return "*-+".indexOf(line.charAt(at)) >= 0 && alone;
  }

  private static int blanks(CharSequence line, int from) {
    int at = from;
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private void begin(BasedSequence line, int at) {
    BasedSequence content = line.subSequence(Math.min(at, line.length())).trimEnd();
    indent = at;
    text.setLength(0);
    text.append(content);
    start = content.getStartOffset();
    end = content.getEndOffset();
  }

  private void more(BasedSequence line, int at) {
    BasedSequence content = line.subSequence(Math.min(at, indent)).trimEnd();
    text.append('\n').append(content);
    end = content.getEndOffset();
  }

  private void blank() {
    if (start >= 0) {
      text.append('\n');
    }
  }

  private void flush() {
    if (start >= 0 && !rows.isEmpty()) {
      String whole = text.toString().strip();
      rows.get(rows.size() - 1).add(new DataTable.Cell(whole, start, Math.max(start, end), false));
    }
    start = -1;
  }
}
