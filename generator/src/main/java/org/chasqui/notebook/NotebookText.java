package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A notebook that {@link NotebookFormat} wrote, taken apart at its lines: what stands before the
 * cells, the cells, and what stands after them. Since every byte of such a file is determined,
 * lines are enough, and joining the parts again gives the file back.
 *
 * @param head everything before the first cell
 * @param cells the cells, in order
 * @param tail everything after the last cell
 */
record NotebookText(List<String> head, List<CellText> cells, List<String> tail) {
  private static final String CELLS = " \"cells\": [";
  private static final String CELL = "  {";
  private static final String CELL_END = "  }";
  private static final String CELLS_END = " ],";
  private static final String ID = "   \"id\": \"";
  private static final String CODE = "   \"cell_type\": \"code\",";
  private static final String SOURCE = "   \"source\": [";

  /**
   * A cell.
   *
   * @param id its id
   * @param code whether it is code
   * @param source the lines of its text, as JSON has them
   * @param lines all its lines between the braces
   */
  record CellText(String id, boolean code, List<String> source, List<String> lines) {
    /** The same cell under another id. */
    CellText withId(String other) {
      return new CellText(
          other,
          code,
          source,
          lines.stream().map(line -> line.startsWith(ID) ? ID + other + "\"," : line).toList());
    }

    /** A Markdown cell of one line. */
    static CellText markdown(String id, String line) {
      String text = "    \"" + line + "\"";
      return new CellText(
          id,
          false,
          List.of(text),
          List.of(
              "   \"cell_type\": \"markdown\",",
              ID + id + "\",",
              "   \"metadata\": {},",
              SOURCE,
              text,
              "   ]"));
    }
  }

  /** Takes a file apart; nothing if it is not in the form that we write. */
  static Optional<NotebookText> of(String file) {
    List<String> lines = List.of(file.split("\n", -1));
    int at = lines.indexOf(CELLS) + 1;
    if (at == 0) {
      return Optional.empty();
    }
    List<String> head = lines.subList(0, at);
    List<CellText> cells = new ArrayList<>();
    while (at < lines.size() && lines.get(at).equals(CELL)) {
      int end = at + 1;
      while (end < lines.size() && !lines.get(end).startsWith(CELL_END)) {
        end++;
      }
      Optional<CellText> cell = cell(lines.subList(at + 1, Math.min(end, lines.size())));
      if (cell.isEmpty() || end == lines.size()) {
        return Optional.empty();
      }
      cells.add(cell.get());
      at = end + 1;
    }
    return at < lines.size() && lines.get(at).equals(CELLS_END)
        ? Optional.of(new NotebookText(head, cells, lines.subList(at, lines.size())))
        : Optional.empty();
  }

  private static Optional<CellText> cell(List<String> lines) {
    int source = lines.lastIndexOf(SOURCE);
    Optional<String> id =
        lines.stream()
            .filter(line -> line.startsWith(ID) && line.endsWith("\","))
            .map(line -> line.substring(ID.length(), line.length() - 2))
            .findFirst();
    List<String> text = source < 0 ? List.of() : lines.subList(source + 1, lines.size() - 1);
    return id.map(name -> new CellText(name, lines.contains(CODE), text, lines));
  }

  /** The file. */
  String text() {
    StringBuilder out = new StringBuilder(String.join("\n", head));
    for (int i = 0; i < cells.size(); i++) {
      out.append('\n').append(CELL).append('\n');
      out.append(String.join("\n", cells.get(i).lines()));
      out.append('\n').append(CELL_END).append(i + 1 < cells.size() ? "," : "");
    }
    return out.append('\n').append(String.join("\n", tail)).toString();
  }
}
