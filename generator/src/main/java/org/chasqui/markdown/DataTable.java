package org.chasqui.markdown;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table written as a list or as comma-separated values: MyST's {@code list-table} and {@code
 * csv-table}, with the options that reStructuredText gave them.
 *
 * @param caption what stands above it, inline Markdown; empty if none
 * @param head how many rows are its head
 * @param stub how many columns head their rows
 * @param rows the cells, row by row
 */
record DataTable(String caption, int head, int stub, List<List<Cell>> rows) {
  private static final Set<String> NAMES = Set.of("list-table", "csv-table");
  private static final int MOST_HEADERS = 100;

  /**
   * What stands in a cell.
   *
   * @param text its Markdown
   * @param start where it begins in the document; -1 if it comes from another file
   * @param end where it ends
   * @param quoted whether it stands in double quotes
   */
  record Cell(String text, int start, int end, boolean quoted) {}

  static boolean is(CodeFence fence) {
    return NAMES.contains(fence.directive());
  }

  static boolean isList(CodeFence fence) {
    return fence.directive().equals("list-table");
  }

  /** Reads a table from its own lines, or a csv-table from a file's text. */
  static DataTable of(CodeFence fence, String file) {
    Map<String, String> options = fence.attributes();
    List<List<Cell>> rows;
    int head = number(options.get("header-rows"));
    if (isList(fence)) {
      rows = ListRows.read(fence.lines());
    } else {
      char mark = CsvRows.mark(options.getOrDefault("delim", ","));
      rows = new ArrayList<>();
      String header = options.getOrDefault("header", "");
      if (!header.isEmpty()) {
        rows.addAll(CsvRows.read(header, i -> -1, mark));
        head++;
      }
      rows.addAll(file.isEmpty() ? own(fence, mark) : CsvRows.read(file, i -> -1, mark));
    }
    return new DataTable(fence.argument(), head, number(options.get("stub-columns")), rows);
  }

  private static List<List<Cell>> own(CodeFence fence, char mark) {
    StringBuilder text = new StringBuilder();
    List<Integer> offsets = new ArrayList<>();
    for (BasedSequence line : fence.lines()) {
      for (int i = 0; i < line.length(); i++) {
        text.append(line.charAt(i));
        offsets.add(line.getIndexOffset(i));
      }
    }
    int end = offsets.isEmpty() ? 0 : offsets.get(offsets.size() - 1) + 1;
    return CsvRows.read(text.toString(), i -> i < offsets.size() ? offsets.get(i) : end, mark);
  }

  private static int number(@org.jspecify.annotations.Nullable String digits) {
    boolean number = digits != null && digits.matches("[0-9]{1,3}");
    return number ? Math.min(MOST_HEADERS, Integer.parseInt(digits)) : 0;
  }

  /** How many cells the widest row has. */
  int columns() {
    return rows.stream().mapToInt(List::size).max().orElse(0);
  }

  /** The same as a pipe table, for those who know no other. */
  String piped() {
    if (rows.isEmpty()) {
      return "";
    }
    int columns = columns();
    StringBuilder out = new StringBuilder();
    if (!caption.isEmpty()) {
      out.append("**").append(caption).append("**\n\n");
    }
    if (head == 0) {
      out.append("|").append("   |".repeat(columns)).append('\n');
      out.append("|").append(" --- |".repeat(columns)).append('\n');
    }
    for (int i = 0; i < rows.size(); i++) {
      out.append('|');
      for (int c = 0; c < columns; c++) {
        String text = c < rows.get(i).size() ? rows.get(i).get(c).text() : "";
        out.append(' ').append(PlainText.collapse(text).replace("|", "\\|")).append(" |");
      }
      out.append('\n');
      if (i == 0 && head > 0) {
        out.append("|").append(" --- |".repeat(columns)).append('\n');
      }
    }
    return out.toString().stripTrailing();
  }
}
