package org.chasqui.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;

/**
 * Tables in comma-separated values (RFC 4180): the first row names the columns. Spreadsheets of
 * many countries write semicolons; they count if the first row has no comma.
 */
public final class Csv {
  private final String text;
  private final char mark;
  private int at;

  /**
   * A row below the first.
   *
   * @param cells what stands in it, by the names of the columns
   * @param span where it stands
   */
  public record Row(Map<String, String> cells, SourceSpan span) {
    /** A cell; empty if the row has none in this column. */
    public String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  private Csv(String text) {
    this.text = text;
    int line = text.indexOf('\n');
    String first = line < 0 ? text : text.substring(0, line);
    this.mark = first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
  }

  /** The rows that are not empty. */
  public static List<Row> rows(SourceFile file) {
    Csv csv = new Csv(file.text());
    List<Row> rows = new ArrayList<>();
    List<String> names = csv.at < csv.text.length() ? csv.row() : List.of();
    while (csv.at < csv.text.length()) {
      int start = csv.at;
      List<String> cells = csv.row();
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
        row.put(names.get(i), cells.get(i));
      }
      if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
        int end = csv.text.charAt(csv.at - 1) == '\n' ? csv.at - 1 : csv.at;
        rows.add(new Row(row, file.span(start, end)));
      }
    }
    return rows;
  }

  private List<String> row() {
    List<String> cells = new ArrayList<>();
    do {
      cells.add(cell());
    } while (at < text.length() && text.charAt(at++) == mark);
    return cells;
  }

  private String cell() {
    StringBuilder cell = new StringBuilder();
    boolean quoted = at < text.length() && text.charAt(at) == '"';
    at += quoted ? 1 : 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (quoted && c == '"') {
        at++;
        quoted = at < text.length() && text.charAt(at) == '"';
        if (!quoted) {
          continue;
        }
      } else if (!quoted && (c == mark || c == '\n')) {
        break;
      }
      cell.append(c);
      at++;
    }
    return cell.toString().strip();
  }
}
