package org.chasqui.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.hub.HubDiff.CellDiff;
import org.chasqui.hub.HubDiff.FileDiff;
import org.chasqui.hub.HubDiff.Kind;
import org.chasqui.site.Hub;
import org.chasqui.site.OutputPath;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.ObjectId;

/** Tells what a push would change, as people read it. */
final class Differences {
  private final Hub hub;
  private final Remote remote;
  private final Base base;

  Differences(Hub hub, Remote remote, Base base) {
    this.hub = hub;
    this.remote = remote;
    this.base = base;
  }

  HubDiff of(Comparison comparison) throws IOException, Trouble {
    remote.fetchBlobs(old(comparison));
    SortedMap<OutputPath, FileDiff> files = new TreeMap<>();
    for (OutputPath path : comparison.blobs().keySet()) {
      Kind kind =
          comparison.added().contains(path)
              ? Kind.ADDED
              : comparison.removed().contains(path) ? Kind.REMOVED : Kind.CHANGED;
      files.put(path, file(path, kind, before(path), comparison.bytes(path), comparison));
    }
    for (OutputPath path : comparison.kept()) {
      files.put(
          path, new FileDiff(path, Kind.KEPT, List.of(), "changed on the hub's side; it stays"));
    }
    return new HubDiff(hub, List.copyOf(files.values()), Optional.empty());
  }

  private List<ObjectId> old(Comparison comparison) throws IOException {
    List<ObjectId> blobs = new ArrayList<>();
    for (OutputPath path : comparison.published()) {
      there(path).ifPresent(blobs::add);
    }
    return blobs;
  }

  private Optional<ObjectId> there(OutputPath path) throws IOException {
    return base.tree().file(Comparison.inRepository(hub, path.value()));
  }

  private byte[] before(OutputPath path) throws IOException, Trouble {
    Optional<ObjectId> blob = there(path);
    return blob.isPresent() ? remote.blob(blob.get()) : new byte[0];
  }

  private static FileDiff file(
      OutputPath path, Kind kind, byte[] before, byte[] after, Comparison comparison) {
    String note = comparison.overwritten().containsKey(path) ? "theirs gives way" : "";
    if (kind == Kind.REMOVED) {
      return new FileDiff(path, kind, List.of(), "a notebook of one cell takes its place");
    }
    Optional<Notebook> now = Notebook.read(after);
    if (now.isEmpty() || !StubNotebook.replaces(path)) {
      String size = before.length == 0 ? "" : before.length + " → ";
      return new FileDiff(path, kind, List.of(), (size + after.length + " bytes " + note).strip());
    }
    Notebook then = Notebook.read(before).orElse(new Notebook(List.of()));
    return new FileDiff(path, kind, cells(then, now.get()), note);
  }

  // In the order of the new notebook; cells that go stand after the one they followed.
  static List<CellDiff> cells(Notebook then, Notebook now) {
    Map<String, Notebook.Cell> old = new LinkedHashMap<>();
    then.cells().forEach(cell -> old.put(cell.id(), cell));
    Map<String, Notebook.Cell> fresh = new LinkedHashMap<>();
    now.cells().forEach(cell -> fresh.put(cell.id(), cell));
    List<CellDiff> cells = new ArrayList<>();
    for (Notebook.Cell cell : now.cells()) {
      Notebook.Cell before = old.get(cell.id());
      if (before == null) {
        cells.add(new CellDiff(cell.id(), cell.type(), Kind.ADDED, lines("", cell.source())));
      } else if (!before.equals(cell)) {
        cells.add(
            new CellDiff(
                cell.id(), cell.type(), Kind.CHANGED, lines(before.source(), cell.source())));
      }
    }
    for (Notebook.Cell cell : then.cells()) {
      if (!fresh.containsKey(cell.id())) {
        cells.add(new CellDiff(cell.id(), cell.type(), Kind.REMOVED, lines(cell.source(), "")));
      }
    }
    return cells;
  }

  /** The lines of a change, with a line of what stays around it. */
  static List<String> lines(String then, String now) {
    RawText a = text(then);
    RawText b = text(now);
    List<String> lines = new ArrayList<>();
    int shown = 0;
    for (Edit edit : new HistogramDiff().diff(RawTextComparator.DEFAULT, a, b)) {
      for (int i = Math.max(shown, edit.getBeginA() - 1); i < edit.getBeginA(); i++) {
        lines.add("  " + a.getString(i));
      }
      for (int i = edit.getBeginA(); i < edit.getEndA(); i++) {
        lines.add("- " + a.getString(i));
      }
      for (int i = edit.getBeginB(); i < edit.getEndB(); i++) {
        lines.add("+ " + b.getString(i));
      }
      shown = Math.min(a.size(), edit.getEndA() + 1);
      if (edit.getEndA() < a.size()) {
        lines.add("  " + a.getString(edit.getEndA()));
      }
    }
    return lines;
  }

  private static RawText text(String text) {
    String whole = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    return new RawText(whole.getBytes(StandardCharsets.UTF_8));
  }
}
