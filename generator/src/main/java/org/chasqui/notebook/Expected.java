package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chasqui.notebook.NotebookChanges.Given;

/** What a notebook shall say after changes of its source. */
final class Expected {
  private final List<TracedCell> made;
  private final Map<Integer, String> changed = new TreeMap<>();
  private final Map<Integer, List<Given>> added = new TreeMap<>();

  Expected(List<TracedCell> made) {
    this.made = made;
  }

  /** A cell shall say another text. */
  void change(int place, String text) {
    changed.put(place, text);
  }

  /** A cell shall not be there. */
  void remove(int place) {
    changed.put(place, "");
  }

  /** A cell shall say what it said. */
  void changeBack(int place) {
    changed.remove(place);
  }

  /** Cells shall stand behind another. */
  void add(int behind, List<Given> cells) {
    added.put(behind, cells);
  }

  /** No cells shall stand behind another. */
  void addBack(int behind) {
    added.remove(behind);
  }

  /**
   * Whether cells are what is expected. Where one Markdown cell ends and the next begins may vary.
   */
  boolean isMadeBy(List<TracedCell> cells) {
    List<Piece> wanted = new ArrayList<>();
    for (int i = -1; i < made.size(); i++) {
      if (i >= 0) {
        TracedCell cell = made.get(i);
        append(wanted, cell.isCode(), changed.getOrDefault(i, cell.cell().source()));
      }
      added.getOrDefault(i, List.of()).forEach(c -> append(wanted, c.code(), c.source()));
    }
    List<Piece> there = new ArrayList<>();
    cells.forEach(cell -> append(there, cell.isCode(), cell.cell().source()));
    return wanted.equals(there);
  }

  private record Piece(boolean code, String text) {}

  private static void append(List<Piece> pieces, boolean code, String source) {
    String text = plain(source);
    int last = pieces.size() - 1;
    if (text.isEmpty()) {
      return;
    }
    if (!code && last >= 0 && !pieces.get(last).code()) {
      pieces.set(last, new Piece(false, pieces.get(last).text() + "\n\n" + text));
    } else {
      pieces.add(new Piece(code, text));
    }
  }

  /** A text without what nobody sees: blanks at the ends of lines, empty lines around. */
  static String plain(String source) {
    return source.replaceAll("(?m)[ \\t]+$", "").replaceAll("^\\n+|\\n+$", "");
  }
}
