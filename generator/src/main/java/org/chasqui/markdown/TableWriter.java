package org.chasqui.markdown;

import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;

/** Writes tables, in a region that scrolls by itself on narrow screens. */
final class TableWriter {
  // Only a text made to be large reaches it: wide heads above many short rows.
  private static final int MOST_ADDED = 200_000;

  private final Rendering rendering;
  private final StringBuilder out;
  private int added;

  TableWriter(Rendering rendering) {
    this.rendering = rendering;
    this.out = rendering.out;
  }

  void table(Node table) {
    open(AttributeWriter.write(BlockAttributes.of(table)));
    List<String> columns = List.of();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      if (part instanceof TableHead) {
        columns = columns(part);
        rows(part, "thead", "th", columns);
      } else if (part instanceof TableBody && part.hasChildren()) {
        rows(part, "tbody", "td", columns);
      }
    }
    close();
  }

  /** Opens a table and what scrolls around it; no landmark, of which a page should have few. */
  void open(String attributes) {
    rendering.line();
    out.append("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\"")
        .append(Html.attribute("aria-label", rendering.word("table.label")))
        .append(">\n<table")
        .append(attributes)
        .append(">\n");
  }

  /** Closes what {@link #open} opened. */
  void close() {
    out.append("</table>\n</div>\n");
  }

  // The class of each column.
  private static List<String> columns(Node head) {
    List<String> columns = new ArrayList<>();
    Node row = head.getFirstChild();
    for (Node c = row == null ? null : row.getFirstChild(); c != null; c = c.getNext()) {
      if (c instanceof TableCell cell) {
        columns.add(alignment(cell));
      }
    }
    return columns;
  }

  private void rows(Node part, String tag, String cellTag, List<String> columns) {
    out.append('<').append(tag).append(">\n");
    for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
      if (row instanceof TableRow) {
        out.append("<tr>\n");
        int cells = 0;
        for (Node child = row.getFirstChild(); child != null; child = child.getNext()) {
          if (child instanceof TableCell cell) {
            cell(cell, cellTag);
            cells++;
          }
        }
        missing(cells, columns, cellTag);
        out.append("</tr>\n");
      }
    }
    out.append("</").append(tag).append(">\n");
  }

  private void missing(int from, List<String> columns, String tag) {
    for (int i = from; i < columns.size() && added < MOST_ADDED; i++) {
      out.append('<').append(tag).append(Html.attribute("class", columns.get(i)));
      out.append("></").append(tag).append(">\n");
      added++;
    }
  }

  private void cell(TableCell cell, String tag) {
    String scope = tag.equals("th") ? " scope=\"col\"" : "";
    rendering.open(tag, cell.getText().getStartOffset(), alignment(cell), scope);
    rendering.inlines.children(cell);
    out.append("</").append(tag).append(">\n");
  }

  private static String alignment(TableCell cell) {
    if (cell.getAlignment() == null) {
      return "";
    }
    return switch (cell.getAlignment()) {
      case LEFT -> "left";
      case RIGHT -> "right";
      case CENTER -> "center";
    };
  }
}
