package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.markdown.Block;
import org.chasqui.site.Body;
import org.chasqui.site.Episode;
import org.chasqui.site.Language;
import org.chasqui.site.Lesson;
import org.chasqui.site.NotebookStyle;
import org.chasqui.site.Site;
import org.chasqui.site.Text;
import org.chasqui.site.Wording;

/**
 * What somebody changed in the notebook of an episode, as changes of what the episode was written
 * in. Every change is proved: the notebook is made again with it, and must say in that cell what
 * the edited one says, and in all others what it said before. What cannot be proved is reported at
 * its cell and left as it is.
 */
public final class NotebookChanges {
  private static final String SEPARATOR = "<!-- -->";

  /**
   * A cell of the edited notebook, or of the one that was published.
   *
   * @param id its id; empty if it has none
   * @param type {@code code}, {@code markdown} or {@code raw}
   * @param source its text
   * @param place where it stands in its file
   */
  public record Given(String id, String type, String source, SourceSpan place) {
    boolean code() {
      return type.equals("code");
    }
  }

  /**
   * A change of an episode's Markdown.
   *
   * @param start where the stretch begins that goes
   * @param end where it ends
   * @param text what comes in its place
   */
  public record BodyEdit(int start, int end, String text) {}

  /**
   * A change of a text of the front matter.
   *
   * @param field the text as it is
   * @param value what it shall say
   */
  public record FieldEdit(Text field, String value) {}

  /** Knows whether changes can be written where the text came from. */
  public interface Destination {
    /**
     * Why changes cannot be written, if so; a sentence.
     *
     * @param edits the changes of the Markdown, in order
     * @param markdown the Markdown with them
     */
    Optional<String> refusal(List<BodyEdit> edits, String markdown);

    /** Why a text of the front matter cannot be written, if so. */
    Optional<String> refusal(FieldEdit edit);
  }

  /**
   * What is asked.
   *
   * @param edited the cells of the edited notebook
   * @param published the cells of the notebook that was published, if it is known
   * @param delete whether cells that are gone are taken out of the source
   */
  public record Request(List<Given> edited, Optional<List<Given>> published, boolean delete) {
    /** Copies, and drops what only separates cells for git. */
    public Request {
      edited = edited.stream().filter(cell -> !cell.source().equals(SEPARATOR)).toList();
    }
  }

  /**
   * What there is to write.
   *
   * @param edits the changes of the Markdown, in order, not overlapping
   * @param fields the changes of the front matter
   * @param cells how many cells they come from
   * @param left how many cells differ and could not be turned back
   */
  public record Result(List<BodyEdit> edits, List<FieldEdit> fields, int cells, int left) {
    /** Copies, so that nobody can change it. */
    public Result {
      edits = List.copyOf(edits);
      fields = List.copyOf(fields);
    }
  }

  private final Site site;
  private final Map<Language, Wording> wording;
  private final Lesson lesson;
  private final Episode episode;
  private final NotebookStyle style;
  private final Request request;
  private final Destination destination;
  private final Diagnostics diagnostics;
  private final String body;
  private final List<TracedCell> made;
  private final CellPairs pairs;
  private final PublishedCells published;
  private List<BodyEdit> edits = List.of();
  private final List<FieldEdit> fields = new ArrayList<>();
  private final Expected expected;
  private int cells;
  private int left;

  /**
   * @param site the site the episode is part of
   * @param wording what the interface says
   * @param episode the episode in the language of the notebook
   * @param style which of its notebooks was edited
   * @param destination where changes would go
   * @param diagnostics takes what cannot be turned back: {@code pull-left}, {@code pull-moved},
   *     {@code pull-gone}, {@code pull-conflict}
   */
  public NotebookChanges(
      Site site,
      Map<Language, Wording> wording,
      Episode episode,
      NotebookStyle style,
      Request request,
      Destination destination,
      Diagnostics diagnostics) {
    this.site = site;
    this.wording = wording;
    this.lesson = NotebookWriter.lessonOf(site, episode);
    this.episode = episode;
    this.style = style;
    this.request = request;
    this.destination = destination;
    this.diagnostics = diagnostics;
    this.body = episode.body().markdown();
    this.made = NotebookWriter.traced(site, wording, lesson, episode, style);
    this.pairs = CellPairs.of(request.edited(), made);
    this.published = new PublishedCells(request.published());
    this.expected = new Expected(made);
  }

  /** Finds out what to write. */
  public Result find() {
    for (int i = 0; i < request.edited().size(); i++) {
      Given cell = request.edited().get(i);
      if (pairs.moved().contains(i)) {
        say(moved(cell));
      } else if (pairs.partner(i) >= 0) {
        changed(cell, pairs.partner(i));
      }
    }
    added();
    gone();
    return new Result(edits, fields, cells, left);
  }

  private void say(Diagnostic diagnostic) {
    left++;
    diagnostics.add(diagnostic);
  }

  private static Diagnostic moved(Given cell) {
    return Diagnostic.warning(
            "pull-moved", cell.place(), "The cell " + cell.id() + " stands in another place here.")
        .help("Move it in the source by hand; its text was not looked at.");
  }

  private void changed(Given cell, int place) {
    TracedCell ours = made.get(place);
    String now = Expected.plain(cell.source());
    if (now.equals(Expected.plain(ours.cell().source()))) {
      return;
    }
    switch (published.look(cell, ours)) {
      case NOT_THEIRS -> {}
      case BOTH ->
          say(
              Diagnostic.warning(
                      "pull-conflict",
                      cell.place(),
                      "This cell was changed here, and in the source since it was published.")
                  .help(
                      "Put together by hand what " + written(ours) + " says and what this says."));
      case THEIRS -> edit(cell, ours, place);
    }
  }

  private String written(TracedCell cell) {
    return cell.parts().stream()
        .findFirst()
        .map(
            part ->
                part.field()
                    .map(Text::span)
                    .orElseGet(() -> episode.body().origin(part.from().start(), part.from().end())))
        .map(span -> span.file().path() + ":" + span.line())
        .orElse(episode.header().source().path());
  }

  private void edit(Given cell, TracedCell ours, int place) {
    boolean front = ours.parts().stream().anyMatch(part -> part.field().isPresent());
    Optional<String> refusal = front ? field(cell, ours) : body(cell, ours, place);
    if (refusal.isEmpty()) {
      cells++;
      return;
    }
    say(
        Diagnostic.warning(
                "pull-left",
                cell.place(),
                "This change cannot be turned back into what the author wrote.")
            .help(refusal.get() + " Change " + written(ours) + " by hand."));
  }

  private Optional<String> field(Given cell, TracedCell ours) {
    Optional<List<FieldEdit>> found =
        new CellSource(body, ours).fields(cell.source().stripTrailing());
    if (found.isEmpty()) {
      return Optional.of("Only its texts can be changed here, not what stands around them.");
    }
    Optional<String> refusal =
        found.get().stream().flatMap(edit -> destination.refusal(edit).stream()).findFirst();
    if (refusal.isEmpty()) {
      fields.addAll(found.get());
    }
    return refusal;
  }

  private Optional<String> body(Given cell, TracedCell ours, int place) {
    String text = cell.source().stripTrailing();
    String wantedText = ours.quoted() ? TracedCell.unquoted(text) : text;
    CellSource source = new CellSource(body, ours);
    Optional<String> refusal = Optional.of("It stands in what Chasqui makes itself.");
    expected.change(place, text);
    for (CellSource.Side side : CellSource.Side.values()) {
      Optional<List<BodyEdit>> found = source.edits(wantedText, side);
      if (found.isPresent()) {
        refusal = tried(found.get());
        if (refusal.isEmpty()) {
          return refusal;
        }
      }
    }
    expected.changeBack(place);
    return refusal;
  }

  // Takes the changes if the notebook then says what it should; else says why not.
  private Optional<String> tried(List<BodyEdit> more) {
    List<BodyEdit> together = new ArrayList<>(edits);
    together.addAll(more);
    together.sort(Comparator.comparingInt(BodyEdit::start).thenComparingInt(BodyEdit::end));
    for (int i = 1; i < together.size(); i++) {
      if (together.get(i).start() < together.get(i - 1).end()) {
        return Optional.of("It overlaps with another change.");
      }
    }
    String markdown = BodyEdits.applied(body, together);
    if (!expected.isMadeBy(NotebookWriter.traced(site, wording, lesson, with(markdown), style))) {
      return Optional.of("The notebook would not say the same again.");
    }
    Optional<String> refusal = destination.refusal(together, markdown);
    if (refusal.isEmpty()) {
      edits = together;
    }
    return refusal;
  }

  private Episode with(String markdown) {
    Body old = episode.body();
    return new Episode(
        episode.header(), new Body(markdown, old.origins(), List.of()), episode.details());
  }

  private void added() {
    List<Given> all = request.edited();
    int before = -1;
    for (int i = 0; i < all.size(); i++) {
      if (pairs.moved().contains(i) || pairs.partner(i) >= 0) {
        before = pairs.moved().contains(i) ? before : pairs.partner(i);
        continue;
      }
      int end = i;
      while (end < all.size() && pairs.partner(end) < 0) {
        end++;
      }
      List<Given> fresh = all.subList(i, end).stream().filter(this::isTheirs).toList();
      if (!fresh.isEmpty()) {
        added(fresh, before);
      }
      i = end - 1;
    }
  }

  private boolean isTheirs(Given cell) {
    return !cell.source().isBlank() && !published.has(cell);
  }

  private void added(List<Given> fresh, int before) {
    NewCells texts = new NewCells(body, made, Kernel.of(lesson.kernel()));
    Optional<String> refusal = texts.refusal(fresh, before);
    if (refusal.isEmpty()) {
      expected.add(before, fresh);
      refusal = tried(List.of(texts.edit(fresh, before)));
      if (refusal.isPresent()) {
        expected.addBack(before);
      }
    }
    if (refusal.isEmpty()) {
      cells += fresh.size();
      return;
    }
    for (Given cell : fresh) {
      say(
          Diagnostic.warning("pull-left", cell.place(), "This new cell could not be put in place.")
              .help(refusal.get() + " Write it into the source by hand."));
    }
  }

  private void gone() {
    Set<Integer> there = new HashSet<>();
    for (int i = 0; i < request.edited().size(); i++) {
      there.add(pairs.partner(i));
    }
    for (int i = 0; i < made.size(); i++) {
      if (!there.contains(i) && published.knows(made.get(i))) {
        gone(made.get(i), i);
      }
    }
  }

  private void gone(TracedCell cell, int place) {
    Optional<String> refusal = Optional.of("With --delete it goes there too.");
    if (request.delete()) {
      expected.remove(place);
      refusal =
          cell.writtenEnd() < 0 || cell.box().isPresent()
              ? Optional.of("What makes it, makes more than this cell.")
              : tried(removals(cell));
      if (refusal.isEmpty()) {
        cells++;
        return;
      }
      expected.changeBack(place);
    }
    left++;
    SourceSpan top = request.edited().get(0).place().file().top();
    diagnostics.add(
        Diagnostic.warning(
                "pull-gone",
                top,
                "The cell "
                    + cell.cell().id()
                    + " of "
                    + written(cell)
                    + " is not in this notebook.")
            .help(refusal.get()));
  }

  private List<BodyEdit> removals(TracedCell cell) {
    List<BodyEdit> removals = new ArrayList<>();
    for (TracedCell.Part part : cell.parts()) {
      int start = body.lastIndexOf('\n', Math.max(0, part.from().start() - 1)) + 1;
      int end = part.from().end();
      if (part.code().isPresent()) {
        end = BodyEdits.behindOutput(body, end);
      }
      while (end < body.length() && (body.charAt(end) == '\n' || body.charAt(end) == ' ')) {
        end++;
      }
      removals.add(new BodyEdit(start, end, ""));
    }
    return removals;
  }

  /** The kinds of blocks that say what code gives. */
  static boolean isOutput(Block block) {
    return (block instanceof Block.Code code
            && Set.of("output", "error", "warning").contains(code.language()))
        || (block instanceof Block.Container box && box.name().equals("cell-output"));
  }
}
