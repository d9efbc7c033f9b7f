package org.chasqui.kernels;

import java.util.List;
import org.chasqui.ipynb.CellOutput;

/**
 * What came of running a notebook.
 *
 * @param end how it ended
 * @param cells what each cell gave that was run, in order
 * @param at the cell at which it ended, from 0; -1 if none was begun
 * @param why what the machine said, if it did not even start
 * @param isolated whether the network was out of reach
 * @param cached whether it was run earlier, with the same code and files
 */
public record Run(End end, List<Cell> cells, int at, String why, boolean isolated, boolean cached) {
  /** How a run ends. */
  public enum End {
    /** Every cell was run, and none failed that should not. */
    DONE,
    /** A cell failed. */
    FAILED,
    /** A cell took too long. */
    CELL_TIMEOUT,
    /** All cells together took too long. */
    NOTEBOOK_TIMEOUT,
    /** The kernel went away in the middle of a cell. */
    DIED,
    /** The kernel did not start. */
    NO_START,
    /** There is no such kernel on this machine. */
    NO_KERNEL
  }

  /**
   * What one cell gave.
   *
   * @param outputs its outputs, in order
   * @param frames the way of its error through the cells, outermost first
   */
  public record Cell(List<CellOutput> outputs, List<Frame> frames) {
    /** Copies, so that nobody can change it. */
    public Cell {
      outputs = List.copyOf(outputs);
      frames = List.copyOf(frames);
    }
  }

  /**
   * A line of a cell through which an error went.
   *
   * @param cell the cell, from 0
   * @param line the line of its code, from 1
   */
  public record Frame(int cell, int line) {}

  /** Copies, so that nobody can change it. */
  public Run {
    cells = List.copyOf(cells);
  }

  Run fromCache() {
    return new Run(end, cells, at, why, isolated, true);
  }
}
