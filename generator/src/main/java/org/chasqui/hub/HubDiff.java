package org.chasqui.hub;

import java.util.List;
import java.util.Optional;
import org.chasqui.site.Hub;
import org.chasqui.site.HubOutcome;
import org.chasqui.site.OutputPath;

/**
 * What a push would change in a hub's files, notebooks cell by cell.
 *
 * @param hub the hub
 * @param files the files, by path
 * @param problem why nothing could be found out, if so
 */
public record HubDiff(Hub hub, List<FileDiff> files, Optional<HubOutcome> problem) {
  /** Copies, so that nobody can change it. */
  public HubDiff {
    files = List.copyOf(files);
  }

  static HubDiff problem(Hub hub, HubOutcome problem) {
    return new HubDiff(hub, List.of(), Optional.of(problem));
  }

  /** What happens to a file or a cell. */
  public enum Kind {
    /** It comes. */
    ADDED,
    /** It becomes another. */
    CHANGED,
    /** It goes, or a stub takes its place. */
    REMOVED,
    /** Somebody changed it on the hub's side, and it stays as they left it. */
    KEPT
  }

  /**
   * A file.
   *
   * @param path where
   * @param kind what happens to it
   * @param cells its cells, if it is a notebook
   * @param note what else there is to say; usually empty
   */
  public record FileDiff(OutputPath path, Kind kind, List<CellDiff> cells, String note) {
    /** Copies, so that nobody can change it. */
    public FileDiff {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell of a notebook.
   *
   * @param id its id
   * @param type {@code code}, {@code markdown} or {@code raw}
   * @param kind what happens to it
   * @param lines its lines, each after {@code "+ "}, {@code "- "} or two spaces
   */
  public record CellDiff(String id, String type, Kind kind, List<String> lines) {
    /** Copies, so that nobody can change it. */
    public CellDiff {
      lines = List.copyOf(lines);
    }
  }
}
