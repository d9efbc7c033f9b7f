package org.chasqui.ipynb;

import java.util.List;
import java.util.Optional;
import org.chasqui.data.Node;
import org.chasqui.data.Node.Mapping;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;

/**
 * The cells of a notebook file, as somebody left them there; outputs do not matter.
 *
 * @param language the language that a published notebook says it is in; empty if it says nothing
 * @param cells the cells, in order
 */
public record NotebookCells(Optional<String> language, List<Cell> cells) {
  /**
   * A cell.
   *
   * @param id its id; empty in old formats
   * @param type {@code code}, {@code markdown} or {@code raw}
   * @param source its text, with line ends of Unix
   * @param place where its text stands in the file
   */
  public record Cell(String id, String type, String source, SourceSpan place) {}

  /** Copies, so that nobody can change it. */
  public NotebookCells {
    cells = List.copyOf(cells);
  }

  /** Reads a notebook; nothing, and an error, if it is none of format 4. */
  public static Optional<NotebookCells> read(SourceFile json, Diagnostics diagnostics) {
    return NotebookDocument.read(json, diagnostics)
        .map(
            notebook ->
                new NotebookCells(
                    language(notebook),
                    NotebookDocument.cells(notebook).stream().map(NotebookCells::cell).toList()));
  }

  private static Optional<String> language(Mapping notebook) {
    return NotebookDocument.mapping(notebook, "metadata")
        .flatMap(metadata -> NotebookDocument.mapping(metadata, "chasqui"))
        .map(ours -> NotebookDocument.text(ours, "language"))
        .filter(tag -> !tag.isEmpty());
  }

  private static Cell cell(Mapping cell) {
    SourceSpan place = NotebookDocument.value(cell, "source").map(Node::span).orElse(cell.span());
    int end = place.text().indexOf('\n');
    return new Cell(
        NotebookDocument.text(cell, "id"),
        NotebookDocument.text(cell, "cell_type"),
        NotebookDocument.text(cell, "source"),
        end < 0 ? place : place.file().span(place.start(), place.start() + end));
  }
}
