package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Document;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.markdown.DataTable.Cell;

/**
 * Writes {@code list-table} and {@code csv-table}: caption, head, and the scope of each heading.
 */
final class DataTableWriter {
  private static final Set<String> SIDES = Set.of("left", "right", "center");

  private final Rendering rendering;
  private final StringBuilder out;

  DataTableWriter(Rendering rendering) {
    this.rendering = rendering;
    this.out = rendering.out;
  }

  void write(CodeFence fence, int start, int end) {
    String file = "";
    if (fence.attributes().containsKey("file")) {
      Optional<String> read = new Includes(rendering).file(fence.attributes(), start, end);
      if (read.isEmpty()) {
        return;
      }
      file = read.get();
    }
    DataTable table = DataTable.of(fence, file);
    Map<String, String> options = fence.attributes();
    String side = options.getOrDefault("align", "").toLowerCase(Locale.ROOT);
    String classes =
        (options.getOrDefault("class", "") + (SIDES.contains(side) ? " align-" + side : ""))
            .strip();
    if (!fence.id().isEmpty()) {
      rendering.ids.add(fence.id());
    }
    TableWriter tables = new TableWriter(rendering);
    tables.open(Html.attribute("id", fence.id()) + Html.attribute("class", classes));
    caption(table, start);
    widths(options.getOrDefault("widths", ""));
    rows(table, 0, table.head(), start);
    rows(table, table.head(), table.rows().size(), start);
    tables.close();
  }

  private void caption(DataTable table, int start) {
    if (!table.caption().isEmpty()) {
      out.append("<caption>");
      out.append(Inlines.render(table.caption(), start, rendering)).append("</caption>\n");
    }
  }

  // Numbers are parts of the whole; "auto" leaves it to the browser.
  private void widths(String widths) {
    List<Integer> parts =
        List.of(widths.strip().split("[,\\s]+")).stream()
            .filter(w -> w.matches("[0-9]{1,3}"))
            .map(Integer::valueOf)
            .toList();
    int sum = parts.stream().mapToInt(Integer::intValue).sum();
    if (sum > 0) {
      out.append("<colgroup>");
      parts.forEach(p -> out.append("<col style=\"width:").append(p * 100 / sum).append("%\" />"));
      out.append("</colgroup>\n");
    }
  }

  private void rows(DataTable table, int from, int to, int place) {
    boolean head = from == 0 && table.head() > 0;
    int end = Math.min(to, table.rows().size());
    if (from >= end) {
      return;
    }
    out.append(head ? "<thead>\n" : "<tbody>\n");
    for (List<Cell> row : table.rows().subList(from, end)) {
      out.append("<tr>\n");
      for (int i = 0; i < row.size(); i++) {
        String scope = head ? "col" : i < table.stub() ? "row" : "";
        cell(row.get(i), scope, place);
      }
      out.append("</tr>\n");
    }
    out.append(head ? "</thead>\n" : "</tbody>\n");
  }

  private void cell(Cell cell, String scope, int place) {
    String tag = scope.isEmpty() ? "td" : "th";
    int start = cell.start() < 0 ? place : cell.start();
    rendering.open(tag, cell.start(), "", Html.attribute("scope", scope));
    if (isLine(cell.text())) {
      out.append(Inlines.render(cell.text(), start, rendering));
    } else {
      new Includes(rendering).markdown(cell.text(), start, Math.max(start, cell.end()));
    }
    out.append("</").append(tag).append(">\n");
  }

  private static boolean isLine(String text) {
    if (text.isEmpty() || Unmarked.is(text)) {
      return true;
    }
    Document document = Dialect.parse(text);
    return document.getFirstChild() == null
        || (document.getFirstChild() instanceof Paragraph p && p.getNext() == null);
  }
}
