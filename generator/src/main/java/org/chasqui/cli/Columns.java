package org.chasqui.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.diagnostic.DisplayWidth;

/** Tables in plain text. */
final class Columns {
  private Columns() {}

  /** The same in the user's language. */
  static List<String> align(List<String[]> rows, Words words) {
    return align(
        rows.stream().map(row -> Stream.of(row).map(words::say).toArray(String[]::new)).toList());
  }

  /** One line for each row, every column but the last padded to its widest cell. */
  static List<String> align(List<String[]> rows) {
    int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], DisplayWidth.of(row[i]));
      }
    }
    List<String> lines = new ArrayList<>();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.length; i++) {
        line.append(row[i]).append(" ".repeat(widths[i] - DisplayWidth.of(row[i]) + 2));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
