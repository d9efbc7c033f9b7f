package org.chasqui.notebook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.notebook.NotebookChanges.Given;

/** The cells of a notebook as it was published: who changed one since, its user or its author. */
final class PublishedCells {
  private final Optional<Map<String, String>> byId;

  PublishedCells(Optional<List<Given>> cells) {
    this.byId =
        cells.map(
            all -> {
              Map<String, String> map = new HashMap<>();
              all.forEach(cell -> map.putIfAbsent(cell.id(), Expected.plain(cell.source())));
              all.forEach(
                  cell -> map.putIfAbsent(CellIds.keyOf(cell.id()), Expected.plain(cell.source())));
              return map;
            });
  }

  /** Who changed a cell. */
  enum Who {
    /** Only the source has changed, or nothing. */
    NOT_THEIRS,
    /** Only the notebook has changed, as far as is known. */
    THEIRS,
    /** Both have. */
    BOTH
  }

  /** Who changed a cell that we make otherwise now. */
  Who look(Given edited, TracedCell made) {
    Optional<String> then = byId.map(known -> known.get(edited.id()));
    if (then.isEmpty()) {
      return Who.THEIRS;
    }
    if (then.get().equals(Expected.plain(edited.source()))) {
      return Who.NOT_THEIRS;
    }
    return then.get().equals(Expected.plain(made.cell().source())) ? Who.THEIRS : Who.BOTH;
  }

  /** Whether a cell was published; then it was not its user who added it. */
  boolean has(Given cell) {
    return byId.filter(known -> known.containsKey(cell.id())).isPresent();
  }

  /** Whether a cell that we make may have been published, so that its user took it out. */
  boolean knows(TracedCell cell) {
    return byId.isEmpty() || byId.get().containsKey(CellIds.keyOf(cell.cell().id()));
  }
}
