package org.chasqui.markdown;

import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.util.ast.Node;

/** Writes tables, in a region that scrolls by itself on narrow screens. */
final class TableWriter {
  private final Rendering rendering;
  private final StringBuilder out;

  TableWriter(Rendering rendering) {
    this.rendering = rendering;
    this.out = rendering.out;
  }

  void table(Node table) {
    rendering.line();
    out.append("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"")
        .append(Html.attribute("aria-label", rendering.word("table.label")))
        .append(">\n<table")
        .append(AttributeWriter.write(BlockAttributes.of(table)))
        .append(">\n");
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      if (part instanceof TableHead) {
        rows(part, "thead", "th");
      } else if (part instanceof TableBody && part.hasChildren()) {
        rows(part, "tbody", "td");
      }
    }
    out.append("</table>\n</div>\n");
  }

  private void rows(Node part, String tag, String cellTag) {
    out.append('<').append(tag).append(">\n");
    for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
      if (row instanceof TableRow) {
        out.append("<tr>\n");
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          if (cell instanceof TableCell tableCell) {
            cell(tableCell, cellTag);
          }
        }
        out.append("</tr>\n");
      }
    }
    out.append("</").append(tag).append(">\n");
  }

  private void cell(TableCell cell, String tag) {
    String align =
        cell.getAlignment() == null
            ? ""
            : switch (cell.getAlignment()) {
              case LEFT -> " class=\"left\"";
              case RIGHT -> " class=\"right\"";
              case CENTER -> " class=\"center\"";
            };
    String scope = tag.equals("th") ? " scope=\"col\"" : "";
    String classes = align.isEmpty() ? "" : align.substring(8, align.length() - 1);
    rendering.open(tag, cell.getText().getStartOffset(), classes, scope);
    rendering.inlines.children(cell);
    out.append("</").append(tag).append(">\n");
  }
}
