package org.chasqui.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tables in comma-separated values (RFC 4180): the first row names the columns. Spreadsheets of
 * many countries write semicolons; they count if the first row has no comma.
 */
final class Csv {
  private final String text;
  private final char mark;
  private int at;

  private Csv(String text) {
    this.text = text;
    int line = text.indexOf('\n');
    String first = line < 0 ? text : text.substring(0, line);
    this.mark = first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
  }

  /** The rows, each by the names of its columns. */
  static List<Map<String, Object>> rows(String text) {
    Csv csv = new Csv(text);
    List<Map<String, Object>> rows = new ArrayList<>();
    List<String> names = csv.at < text.length() ? csv.row() : List.of();
    while (csv.at < text.length()) {
      List<String> cells = csv.row();
      Map<String, Object> row = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
        row.put(names.get(i), cells.get(i));
      }
      if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
        rows.add(row);
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
