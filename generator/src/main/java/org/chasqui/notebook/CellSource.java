package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.chasqui.notebook.NotebookChanges.BodyEdit;
import org.chasqui.notebook.NotebookChanges.FieldEdit;
import org.chasqui.notebook.TextChanges.Hunk;
import org.chasqui.notebook.TextChanges.Token;
import org.chasqui.site.Text;

/**
 * The text of one cell beside the Markdown it was made from: carries a change of the cell over to
 * the Markdown. What it gives is a guess, to be proved by making the cell again.
 */
final class CellSource {
  private final String body;
  private final TracedCell cell;
  private final String text;
  private final List<Token> tokens;
  // Where each token stands in the Markdown; -1 if it does not.
  private final int[] start;
  private final int[] end;
  private final BitSet known = new BitSet();

  /** Where what stands between two words of the Markdown goes that the cell does not show. */
  enum Side {
    BEHIND,
    BEFORE
  }

  CellSource(String body, TracedCell cell) {
    this.body = body;
    this.cell = cell;
    this.text = cell.text();
    this.tokens = TextChanges.tokens(text);
    this.start = new int[tokens.size()];
    this.end = new int[tokens.size()];
    java.util.Arrays.fill(start, -1);
    cell.parts().stream().filter(part -> part.field().isEmpty()).forEach(this::align);
  }

  private void align(TracedCell.Part part) {
    int first = 0;
    while (first < tokens.size() && tokens.get(first).start() < part.at()) {
      first++;
    }
    int last = first;
    while (last < tokens.size() && tokens.get(last).end() <= part.end()) {
      last++;
    }
    TracedCell.Stretch from =
        part.code().map(code -> CodeLines.inside(body, code)).orElse(part.from());
    List<Token> written = TextChanges.tokens(body.substring(from.start(), from.end()));
    int[] partner = TextChanges.partners(tokens.subList(first, last), written);
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] >= 0) {
        Token there = written.get(partner[i]);
        start[first + i] = from.start() + there.start();
        end[first + i] = from.start() + there.end();
        known.set(start[first + i], end[first + i]);
      }
    }
  }

  /** The changes of the Markdown that make the cell say another text; nothing if none is seen. */
  Optional<List<BodyEdit>> edits(String wanted, Side side) {
    List<BodyEdit> edits = new ArrayList<>();
    int at = 0;
    for (Hunk hunk : TextChanges.between(tokens, wanted)) {
      Optional<BodyEdit> edit = edit(hunk, side);
      if (edit.isEmpty() || edit.get().start() < at) {
        return Optional.empty();
      }
      edits.add(edit.get());
      at = edit.get().end();
    }
    return Optional.of(edits);
  }

  private Optional<BodyEdit> edit(Hunk hunk, Side side) {
    int before = hunk.from() - 1;
    while (before >= 0 && start[before] < 0) {
      before--;
    }
    int behind = hunk.to();
    while (behind < tokens.size() && start[behind] < 0) {
      behind++;
    }
    String lead = said(before + 1, hunk.from());
    String rest = said(hunk.to(), behind);
    boolean replaces = hunk.to() > hunk.from();
    boolean firstKnown = replaces && start[hunk.from()] >= 0;
    boolean lastKnown = replaces && start[hunk.to() - 1] >= 0;
    if (!firstKnown && !lastKnown && !replaces) {
      return insertion(hunk, side, before, behind);
    }
    if ((!firstKnown && before < 0) || (!lastKnown && behind == tokens.size())) {
      return Optional.empty();
    }
    int from = firstKnown ? start[hunk.from()] : end[before];
    int to = lastKnown ? end[hunk.to() - 1] : start[behind];
    String words = (firstKnown ? "" : lead) + hunk.text() + (lastKnown ? "" : rest);
    return from > to ? Optional.empty() : Optional.of(edit(from, to, words));
  }

  private Optional<BodyEdit> insertion(Hunk hunk, Side side, int before, int behind) {
    boolean behindIsThere = behind < tokens.size();
    if (before >= 0 && (side == Side.BEHIND || !behindIsThere)) {
      String words = said(before + 1, hunk.from()) + hunk.text();
      return Optional.of(edit(end[before], end[before], words));
    }
    return behindIsThere
        ? Optional.of(edit(start[behind], start[behind], hunk.text() + said(hunk.to(), behind)))
        : Optional.empty();
  }

  private String said(int from, int to) {
    return from >= to ? "" : text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
  }

  private BodyEdit edit(int from, int to, String words) {
    return new BodyEdit(from, to, words.replace("\n", "\n" + prefix(from)));
  }

  // What each line begins with that the cell does not show: the sign of a quotation, indentation.
  private String prefix(int at) {
    int line = body.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
    int stop = line;
    while (stop < at && " \t>".indexOf(body.charAt(stop)) >= 0 && !known.get(stop)) {
      stop++;
    }
    return body.substring(line, stop);
  }

  /** The changes of texts of the front matter; nothing if others would have to change. */
  Optional<List<FieldEdit>> fields(String wanted) {
    int[] offset = new int[cell.parts().size()];
    List<StringBuilder> values = new ArrayList<>();
    for (TracedCell.Part part : cell.parts()) {
      values.add(new StringBuilder(text.substring(part.at(), part.end())));
    }
    for (Hunk hunk : TextChanges.between(tokens, wanted)) {
      int from = hunk.from() < tokens.size() ? tokens.get(hunk.from()).start() : text.length();
      int to = hunk.to() == hunk.from() ? from : tokens.get(hunk.to() - 1).end();
      int part = partAt(from, to);
      if (part < 0 || cell.parts().get(part).field().isEmpty() || hunk.text().contains("\n")) {
        return Optional.empty();
      }
      int begin = from - cell.parts().get(part).at() + offset[part];
      values.get(part).replace(begin, begin + to - from, hunk.text());
      offset[part] += hunk.text().length() - (to - from);
    }
    List<FieldEdit> edits = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Text field = cell.parts().get(i).field().orElseThrow();
      String shown = text.substring(cell.parts().get(i).at(), cell.parts().get(i).end());
      String value = values.get(i).toString();
      // What is shown otherwise than it was written has links in it, or the like.
      if (!value.equals(shown) && !shown.equals(field.value().strip())) {
        return Optional.empty();
      }
      if (!value.equals(shown)) {
        edits.add(new FieldEdit(field, value));
      }
    }
    return Optional.of(edits);
  }

  private int partAt(int from, int to) {
    for (int i = 0; i < cell.parts().size(); i++) {
      TracedCell.Part part = cell.parts().get(i);
      if (part.at() <= from && to <= part.end()) {
        return i;
      }
    }
    return -1;
  }
}
