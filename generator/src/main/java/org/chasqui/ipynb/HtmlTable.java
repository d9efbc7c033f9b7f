package org.chasqui.ipynb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of an output as a Markdown table: nothing of the HTML but the text of its cells comes
 * through, so there is nothing in it that could do harm.
 */
final class HtmlTable {
  private static final Pattern TABLE = Pattern.compile("(?is)<table\\b[^>]*>(.*?)</table\\s*>");
  private static final Pattern ROW = Pattern.compile("(?is)<tr\\b[^>]*>(.*?)(?=<tr\\b|$)");
  private static final Pattern CELL =
      Pattern.compile("(?is)<(t[hd])\\b([^>]*)>(.*?)(?=<t[hd]\\b|</tr|</t[hd]|$)");
  private static final Pattern SPAN = Pattern.compile("(?i)colspan\\s*=\\s*[\"']?(\\d{1,3})");
  private static final int MOST_ROWS = 200;

  private HtmlTable() {}

  /** The first table of some HTML, if there is one. */
  static Optional<String> markdown(String html) {
    String safe = html.replaceAll("(?is)<(style|script)\\b.*?</\\1\\s*>", "");
    Matcher table = TABLE.matcher(safe);
    if (!table.find()) {
      return Optional.empty();
    }
    List<List<String>> rows = new ArrayList<>();
    Matcher row = ROW.matcher(table.group(1));
    while (row.find() && rows.size() < MOST_ROWS) {
      List<String> cells = cells(row.group(1));
      if (!cells.isEmpty()) {
        rows.add(cells);
      }
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(markdown(rows));
  }

  private static List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    Matcher cell = CELL.matcher(row);
    while (cell.find()) {
      cells.add(plain(cell.group(3)));
      Matcher span = SPAN.matcher(cell.group(2));
      for (int i = span.find() ? Integer.parseInt(span.group(1)) : 1; i > 1; i--) {
        cells.add("");
      }
    }
    return cells;
  }

  private static String markdown(List<List<String>> rows) {
    int width = rows.stream().mapToInt(List::size).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      for (int column = 0; column < width; column++) {
        text.append("| ");
        text.append(column < rows.get(i).size() ? rows.get(i).get(column) : "").append(' ');
      }
      text.append("|\n");
      if (i == 0) {
        text.append("|---".repeat(width)).append("|\n");
      }
    }
    return text.toString();
  }

  // Every sign that means something to Markdown is made to mean itself.
  private static String plain(String html) {
    String text =
        html.replaceAll("(?s)<[^>]*>", "")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&nbsp;", " ")
            .replace("&amp;", "&")
            .replaceAll("\\s+", " ")
            .strip();
    return text.replaceAll("([\\\\`*_{}\\[\\]<>()#+!|~$&:^=@\"'/-])", "\\\\$1");
  }

  /** Whether some HTML holds a table. */
  static boolean isTable(String html) {
    return html.toLowerCase(Locale.ROOT).contains("<table");
  }
}
