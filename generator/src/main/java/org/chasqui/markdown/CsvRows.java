package org.chasqui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Reads comma-separated values by RFC 4180; blanks around a value are not part of it. */
final class CsvRows {
  private final String text;
  private final IntUnaryOperator offsets;
  private final char mark;
  private int at;

  private CsvRows(String text, IntUnaryOperator offsets, char mark) {
    this.text = text;
    this.offsets = offsets;
    this.mark = mark;
  }

  /** The character that separates values: {@code tab}, {@code space} or the character itself. */
  static char mark(String name) {
    return switch (name) {
      case "tab" -> '\t';
      case "space" -> ' ';
      default -> name.isEmpty() ? ',' : name.charAt(0);
    };
  }

  /**
   * The rows of a text; lines without anything are left out.
   *
   * @param offsets where a character stands in the document, or a negative number
   */
  static List<List<DataTable.Cell>> read(String text, IntUnaryOperator offsets, char mark) {
    return new CsvRows(text, offsets, mark).rows();
  }

  private List<List<DataTable.Cell>> rows() {
    List<List<DataTable.Cell>> rows = new ArrayList<>();
    while (at < text.length()) {
      List<DataTable.Cell> row = new ArrayList<>();
      row.add(cell());
      while (at < text.length() && text.charAt(at) == mark) {
        at++;
        row.add(cell());
      }
      while (at < text.length() && !isLineEnd(text.charAt(at))) {
        at++;
      }
      at++;
      if (row.size() > 1 || !row.get(0).text().isEmpty()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private DataTable.Cell cell() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int start = at;
    while (at < text.length() && text.charAt(at) != mark && !isLineEnd(text.charAt(at))) {
      at++;
    }
    int end = at;
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return placed(text.substring(start, end), start, end, false);
  }

  private DataTable.Cell quoted() {
    int start = ++at;
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      if (text.charAt(at) == '"') {
        if (at + 1 >= text.length() || text.charAt(at + 1) != '"') {
          break;
        }
        at++;
      }
      value.append(text.charAt(at));
      at++;
    }
    int end = at;
    at++;
    while (at < text.length() && text.charAt(at) != mark && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return placed(value.toString(), start, Math.min(end, text.length()), true);
  }

  private DataTable.Cell placed(String value, int start, int end, boolean quoted) {
    int from = offsets.applyAsInt(start);
    int to = end > start ? offsets.applyAsInt(end - 1) + 1 : from;
    return new DataTable.Cell(value, from, from < 0 ? -1 : to, quoted);
  }

  private boolean isBlank(char c) {
    return (c == ' ' || c == '\t') && c != mark;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
