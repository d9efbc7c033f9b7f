package org.chasqui.kernels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.ipynb.CellOutput;
import org.chasqui.site.CodeCell;
import org.chasqui.site.Language;

/**
 * Says what is wrong with the code of lessons after it was run. What is wrong in every language is
 * said once.
 */
public final class RunFindings {
  private static final int LONGEST_TEXT = 1200;
  private static final String NO_NETWORK =
      "Notebooks are tested without a network: put what the code needs into the lesson's data"
          + " folder, or test with --network.";

  private final Language source;
  private final Map<Told, Heard> told = new LinkedHashMap<>();
  private final SortedMap<Place, Correction> corrections = new TreeMap<>();

  private record Told(SourceSpan span, String code, String message) {}

  private record Heard(Diagnostic diagnostic, TreeSet<String> languages, List<Boolean> solutions) {}

  private record Place(String path, int start) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byPath = path.compareTo(other.path);
      return byPath != 0 ? byPath : Integer.compare(start, other.start);
    }
  }

  /**
   * A block of a page that should say something else.
   *
   * @param expected the block
   * @param text what it should say
   */
  public record Correction(CodeCell.Expected expected, String text) {}

  /**
   * @param source the language that authors write in
   */
  public RunFindings(Language source) {
    this.source = source;
  }

  /**
   * Looks at what came of a program.
   *
   * @return whether all is well with it
   */
  public boolean look(Program program, Run run) {
    boolean good = run.end() == Run.End.DONE;
    if (!good) {
      ended(program, run);
    }
    boolean same = true;
    for (int i = 0; i < run.cells().size(); i++) {
      CodeCell cell = program.code().cells().get(i);
      boolean failed = !good && run.end() == Run.End.FAILED && i == run.at();
      // With solutions everything is run again: only what they give is news.
      if (!failed && (!program.withSolutions() || cell.solution())) {
        same &= compare(program, cell, run.cells().get(i));
      }
    }
    return good && same;
  }

  /** What there is to say. */
  public void tell(Diagnostics diagnostics) {
    told.values().forEach(heard -> diagnostics.add(said(heard)));
  }

  /** The output blocks that do not say what came out, in the order of files and places. */
  public List<Correction> corrections() {
    return List.copyOf(corrections.values());
  }

  private Diagnostic said(Heard heard) {
    List<String> words = new ArrayList<>();
    heard.diagnostic().help().ifPresent(words::add);
    if (!heard.languages().contains(source.tag())) {
      words.add(
          "Only the notebook in "
              + String.join(", ", heard.languages())
              + " has this: look at what its translators wrote.");
    }
    if (!heard.solutions().contains(false)) {
      words.add("It happens when the solutions are run in their places.");
    }
    return heard.diagnostic().help(words.stream().collect(Collectors.joining("\n")));
  }

  private void add(Program program, Diagnostic diagnostic) {
    Told key = new Told(diagnostic.span(), diagnostic.code(), diagnostic.message());
    Heard heard =
        told.computeIfAbsent(key, k -> new Heard(diagnostic, new TreeSet<>(), new ArrayList<>()));
    heard.languages().add(program.code().episode().language().tag());
    heard.solutions().add(program.withSolutions());
  }

  private void ended(Program program, Run run) {
    List<CodeCell> cells = program.code().cells();
    CodeCell at = cells.get(Math.max(0, Math.min(run.at(), cells.size() - 1)));
    switch (run.end()) {
      case FAILED -> failed(program, run, at);
      case CELL_TIMEOUT ->
          add(
              program,
              Diagnostic.error(
                      "notebook-timeout",
                      at.place(),
                      "This cell was still running when its time was over.")
                  .help("Make it quicker, tag it 'skip-execution', or give it --cell-timeout."));
      case NOTEBOOK_TIMEOUT ->
          add(
              program,
              Diagnostic.error(
                      "notebook-timeout",
                      at.place(),
                      "The notebook was at this cell when the time for all of it was over.")
                  .help("Make it quicker, split the episode, or give it --timeout."));
      case DIED ->
          add(
              program,
              Diagnostic.error(
                      "notebook-kernel-died", at.place(), "The kernel went away at this cell.")
                  .help(
                      "It took more memory than --memory allows, or the code ended the kernel."
                          + said(run)));
      case NO_START ->
          add(
              program,
              Diagnostic.error(
                      "notebook-kernel-died",
                      program.kernelPlace(),
                      "The kernel '" + program.code().kernel() + "' could not be started.")
                  .help("Try it: jupyter console --kernel " + program.code().kernel() + said(run)));
      case NO_KERNEL -> missing(program);
      case DONE -> {}
    }
  }

  private static String said(Run run) {
    return run.why().isEmpty() ? "" : "\nIt said: " + shorten(run.why());
  }

  private void missing(Program program) {
    String kernel = program.code().kernel();
    add(
        program,
        Diagnostic.warning(
                "kernel-missing",
                program.kernelPlace(),
                "The kernel '"
                    + kernel
                    + "' is not on this machine: nothing of the lesson was run.")
            .help(Installing.kernel(kernel)));
  }

  private void failed(Program program, Run run, CodeCell cell) {
    Run.Cell ran = run.cells().get(run.at());
    Optional<CellOutput.Failure> failure = failure(ran);
    String line = failure.map(CellOutput.Failure::line).orElse("an error");
    List<String> help = new ArrayList<>();
    if (looksLikeNetwork(line) && run.isolated()) {
      help.add(NO_NETWORK);
    }
    help.add(
        "Mend the code. If it is meant to fail, tag it 'raises-exception', or show the error in a"
            + " block 'error' after it.");
    way(program, run, ran).ifPresent(help::add);
    add(
        program,
        Diagnostic.error(
                "notebook-cell-failed", place(run, ran, cell), "This cell fails: " + shorten(line))
            .help(String.join("\n", help)));
  }

  private static SourceSpan place(Run run, Run.Cell ran, CodeCell cell) {
    return ran.frames().stream()
        .filter(frame -> frame.cell() == run.at())
        .reduce((first, last) -> last)
        .map(frame -> cell.line(frame.line()))
        .orElse(cell.place());
  }

  private static Optional<String> way(Program program, Run run, Run.Cell ran) {
    List<String> places =
        ran.frames().stream()
            .filter(frame -> frame.cell() != run.at())
            .map(frame -> program.code().cells().get(frame.cell()).line(frame.line()))
            .map(span -> span.location() + ": " + span.lineText().strip())
            .toList();
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of("The error came by " + String.join(", ", places));
  }

  private static boolean looksLikeNetwork(String line) {
    return line.matches(
        "(?s).*(URLError|ConnectionError|gaierror|Network is unreachable|Could not resolve|"
            + "name resolution|NewConnectionError).*");
  }

  private boolean compare(Program program, CodeCell cell, Run.Cell ran) {
    Optional<CellOutput.Failure> failure = failure(ran);
    boolean same = true;
    if (cell.error().isPresent()) {
      same = error(program, cell, cell.error().get(), failure);
    }
    if (cell.output().isPresent()) {
      CodeCell.Expected expected = cell.output().get();
      String actual = OutputComparison.text(ran.outputs());
      if (!new OutputComparison(expected.tolerance()).matches(expected.text(), actual)) {
        same = false;
        differs(program, expected, actual);
      }
    }
    return same;
  }

  private boolean error(
      Program program,
      CodeCell cell,
      CodeCell.Expected expected,
      Optional<CellOutput.Failure> failure) {
    if (failure.isEmpty()) {
      add(
          program,
          Diagnostic.error(
                  "notebook-error-missing",
                  cell.place(),
                  "The page shows an error after this cell, but it runs without one.")
              .help("Take the block 'error' away, or write code that fails as it says."));
      return false;
    }
    if (new OutputComparison(expected.tolerance()).matches(expected.text(), failure.get())) {
      return true;
    }
    differs(program, expected, OutputComparison.tidy(failure.get().line()));
    return false;
  }

  private void differs(Program program, CodeCell.Expected expected, String actual) {
    SourceSpan block = expected.block();
    SourceSpan place =
        expected.content().isEmpty() || expected.content().get(0).equals(block)
            ? firstLine(block)
            : different(expected, actual);
    corrections.putIfAbsent(
        new Place(block.file().path(), block.start()), new Correction(expected, actual));
    add(
        program,
        Diagnostic.error(
                "notebook-output-differs",
                place,
                "The code above gives something else than the page shows.")
            .help(
                "The page shows:\n"
                    + indented(OutputComparison.tidy(expected.text()))
                    + "\nThe code gives:\n"
                    + indented(actual)
                    + "\n'chasqui notebooks test --update' writes it into the page; '...' stands"
                    + " for what changes from run to run."));
  }

  private static SourceSpan different(CodeCell.Expected expected, String actual) {
    List<String> given = actual.lines().toList();
    List<SourceSpan> said = expected.content();
    for (int i = 0; i < said.size(); i++) {
      String line = said.get(i).text().stripTrailing();
      if (i >= given.size()
          || !new OutputComparison(expected.tolerance()).lineMatches(line, given.get(i))) {
        return said.get(i);
      }
    }
    return said.get(said.size() - 1);
  }

  private static SourceSpan firstLine(SourceSpan block) {
    int end = block.text().indexOf('\n');
    return end < 0 ? block : block.file().span(block.start(), block.start() + end);
  }

  private static Optional<CellOutput.Failure> failure(Run.Cell ran) {
    return ran.outputs().stream()
        .filter(CellOutput.Failure.class::isInstance)
        .map(CellOutput.Failure.class::cast)
        .findFirst();
  }

  private static String indented(String text) {
    String shown = text.isEmpty() ? "(nothing)\n" : shorten(text);
    return shown.stripTrailing().lines().map(l -> "  " + l).collect(Collectors.joining("\n"));
  }

  private static String shorten(String text) {
    String stripped = text.stripTrailing();
    return stripped.length() <= LONGEST_TEXT
        ? stripped
        : stripped.substring(0, LONGEST_TEXT) + " …";
  }
}
