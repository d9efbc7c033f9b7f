package org.chasqui.notebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chasqui.notebook.NotebookChanges.BodyEdit;
import org.chasqui.notebook.NotebookChanges.Given;

/** Cells that somebody added to a notebook, as Markdown at their place in the episode. */
final class NewCells {
  private final String body;
  private final List<TracedCell> made;
  private final Kernel kernel;

  NewCells(String body, List<TracedCell> made, Kernel kernel) {
    this.body = body;
    this.made = made;
    this.kernel = kernel;
  }

  /** Why cells cannot be put behind another, if so. */
  Optional<String> refusal(List<Given> fresh, int before) {
    if (before >= 0 && made.get(before).cell().id().equals("end")) {
      return Optional.of("What stands below the end of the episode is its reader's own.");
    }
    return fresh.stream().anyMatch(cell -> !cell.code() && !cell.type().equals("markdown"))
        ? Optional.of("Only code and Markdown cells can be.")
        : Optional.empty();
  }

  /** The change of the Markdown that puts cells behind another. */
  BodyEdit edit(List<Given> fresh, int before) {
    String text = fresh.stream().map(this::markdown).collect(Collectors.joining("\n\n"));
    int at = place(fresh, before);
    if (at < 0) {
      int first = 0;
      while (first < body.length() && Character.isWhitespace(body.charAt(first))) {
        first++;
      }
      int line = body.lastIndexOf('\n', Math.max(0, first - 1)) + 1;
      return new BodyEdit(line, line, text + "\n" + (line < body.length() ? "\n" : ""));
    }
    while (at > 0 && body.charAt(at - 1) == '\n') {
      at--;
    }
    boolean last = at == body.length();
    boolean blankFollows =
        body.startsWith("\n\n", at) || body.startsWith("\n", at) && at + 1 == body.length();
    return new BodyEdit(
        at, at, (at == 0 ? "" : "\n\n") + text + (last || !blankFollows ? "\n" : ""));
  }

  // Behind what the cell before was written in and what its code gives; -1 for the very top.
  private int place(List<Given> fresh, int before) {
    int cell = before;
    while (cell >= 0 && made.get(cell).writtenEnd() < 0) {
      cell--;
    }
    if (cell < 0) {
      return -1;
    }
    TracedCell there = made.get(cell);
    boolean quoted = fresh.get(0).source().startsWith(">");
    boolean boxGoesOn =
        cell + 1 < made.size()
            && there.box().isPresent()
            && made.get(cell + 1).box().equals(there.box());
    if (there.box().isPresent() && !quoted && !boxGoesOn) {
      return there.box().get().end();
    }
    return there.isCode() ? BodyEdits.behindOutput(body, there.writtenEnd()) : there.writtenEnd();
  }

  private String markdown(Given cell) {
    String text = cell.source().stripTrailing();
    if (!cell.code()) {
      // The title of an episode stands in its front matter.
      return text.replaceFirst("^# (?!#)", "## ");
    }
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    String language = kernel.language().toLowerCase(java.util.Locale.ROOT);
    return fence + language + "\n" + text + "\n" + fence;
  }
}
