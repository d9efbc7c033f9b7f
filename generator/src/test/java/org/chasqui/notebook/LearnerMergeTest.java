package org.chasqui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Learners work in a notebook, authors publish its next edition, and the hub merges as nbgitpuller
 * does: {@code git merge -Xours}. Whatever a learner wrote must be there afterwards; what is
 * published may be missing only as rarely as the limits below say.
 */
@Tag("slow")
class LearnerMergeTest {
  private static final int NOTEBOOKS = 500;
  private static final double MAY_BE_DOUBLE = 0.002;

  /** Learners, as Python with Jupyter's own library saves their notebooks. */
  private static final String LEARNER =
      """
      import sys, glob, random, nbformat
      from nbformat.v4 import new_output, new_code_cell, new_markdown_cell
      kind, folder, seed = sys.argv[1], sys.argv[2], int(sys.argv[3])

      def output(r):
          return r.choice([
              [new_output("stream", name="stdout", text="\\n".join(str(r.random()) for _ in range(r.randint(1, 5))))],
              [new_output("execute_result", {"text/plain": "array([%s])" % r.random(), "text/html": "<b>\\n%s\\n</b>" % r.random()}, execution_count=1)],
              [new_output("display_data", {"image/png": "iVBORw0KGgo%s" % r.random(), "text/plain": "<Figure size 640x480>"})],
              [new_output("error", ename="NameError", evalue="x", traceback=["a", "b"])],
              []])

      def run(cells, r):
          for count, cell in enumerate([c for c in cells if c.cell_type == "code"]):
              cell.execution_count = count + 1
              cell.outputs = output(r)
              for o in cell.outputs:
                  if o.output_type == "execute_result": o.execution_count = count + 1

      def scratch(notebook, r, n):
          cell = new_code_cell("MINE%d = %s\\nprint(MINE%d)" % (n, r.random(), n))
          cell.execution_count, cell.outputs = 99, output(r)
          notebook.cells.append(cell)

      def edit(cell, r, n):
          lines = cell.source.split("\\n")
          at = r.randrange(len(lines))
          how = r.randrange(3)
          if how == 0: lines[at] += " # MINE%d" % n
          elif how == 1: lines.insert(at + 1, "MINE%d = 1" % n)
          else: lines.append("MINE%d" % n)
          cell.source = "\\n".join(lines)

      for number, name in enumerate(sorted(glob.glob(folder + "/*.ipynb"))):
          r = random.Random(number + seed)
          notebook = nbformat.read(name, as_version=4)
          code = [c for c in notebook.cells if c.cell_type == "code"]
          if kind in ("run", "scratch"):
              run(notebook.cells, r)
          else:
              run([c for c in notebook.cells if r.random() < 0.6], r)
              for n in range(r.randrange(3)):
                  edit(r.choice(notebook.cells), r, n)
              if r.random() < 0.3:
                  where = r.randrange(1, len(notebook.cells) + 1)
                  notebook.cells.insert(where, new_code_cell("MINE7 = 7"))
              if r.random() < 0.2:
                  where = r.randrange(1, len(notebook.cells) + 1)
                  notebook.cells.insert(where, new_markdown_cell("A note: MINE8"))
          if kind == "scratch" or kind == "mixed" and r.random() < 0.5:
              scratch(notebook, r, 9)
          if any(c.get("execution_count") for c in notebook.cells):
              notebook.metadata.language_info = {"codemirror_mode": {"name": "ipython", "version": 3},
                  "file_extension": ".py", "mimetype": "text/x-python", "name": "python",
                  "nbconvert_exporter": "python", "pygments_lexer": "ipython3", "version": "3.11.2"}
          nbformat.write(notebook, name)
      """;

  private static final String VALID =
      """
      import sys, glob, nbformat, warnings
      warnings.simplefilter("ignore", nbformat.warnings.DuplicateCellId)
      for name in sorted(glob.glob(sys.argv[1] + "/*.ipynb")):
          try:
              nbformat.validate(nbformat.reads(open(name).read(), as_version=4))
          except Exception as e:
              print(name, str(e).split("\\n")[0])
      """;

  @TempDir Path temp;

  private final List<String> first = new ArrayList<>();
  private final List<String> published = new ArrayList<>();

  // The limits are the contract's; a lost change is one whose words are nowhere in the learner's
  // file after the merge.
  @ParameterizedTest
  @CsvSource({
    "run, 0, 0.003, 0.003",
    "scratch, 0, 0.001, 0.001",
    "mixed, 0, 0.037, 0.011",
    // The layout was found with the seeds above; these it had never seen.
    "run, 7000000, 0.003, 0.003",
    "scratch, 7000000, 0.001, 0.001",
    "mixed, 7000000, 0.037, 0.011"
  })
  void learnersKeepWhatTheyWroteAndReceiveWhatIsPublished(
      String learner, int seed, double mayBeLost, double mayBeLostInUntouched) throws IOException {
    Jupyter.needs("nbformat", "python3-nbformat");
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/git")), "NEEDS: git");
    Path files = Files.createDirectories(temp.resolve("repository/notebooks"));
    List<String> next = editions(files, seed);
    git("init", "-q", "-b", "main", ".");
    commit("published");
    git("checkout", "-q", "-b", "learner");
    Jupyter.python(LEARNER, learner, files.toString(), Integer.toString(seed));
    List<String> worked = new ArrayList<>();
    for (int i = 0; i < NOTEBOOKS; i++) {
      worked.add(Files.readString(file(files, i)));
    }
    commit("work");
    git("checkout", "-q", "main");
    for (int i = 0; i < next.size(); i++) {
      Files.writeString(file(files, i), next.get(i));
    }
    commit("next edition");
    git("checkout", "-q", "learner");
    git("merge", "-q", "-Xours", "-m", "pull", "main");
    judge(files, worked, mayBeLost, mayBeLostInUntouched);
  }

  private void judge(Path files, List<String> worked, double mayBeLost, double untouchedMayBeLost)
      throws IOException {
    int changes = 0;
    int lost = 0;
    int lostInUntouched = 0;
    List<String> which = new ArrayList<>();
    List<Integer> doubleIn = new ArrayList<>();
    for (int i = 0; i < NOTEBOOKS; i++) {
      String merged = Files.readString(file(files, i));
      for (String text : marks(worked.get(i), "MINE\\d")) {
        assertTrue(merged.contains(text), "a learner's " + text + " is gone from notebook " + i);
      }
      for (String change : marks(published.get(i), "PUB[A-Z]+\\d+")) {
        changes++;
        if (!merged.contains(change)) {
          boolean untouched = !touched(i, worked.get(i), change);
          lost++;
          lostInUntouched += untouched ? 1 : 0;
          which.add(i + ":" + change + (untouched ? "!" : ""));
        }
      }
      List<String> ids = TestLessons.ids(TestLessons.cellsOf(merged));
      if (new HashSet<>(ids).size() != ids.size()) {
        doubleIn.add(i);
      }
    }
    String said = "lost " + lost + " of " + changes + " " + which + ", double ids in " + doubleIn;
    System.getLogger("merge").log(System.Logger.Level.INFO, said);
    assertTrue(lost <= changes * mayBeLost, said);
    assertTrue(lostInUntouched <= changes * untouchedMayBeLost, said);
    assertTrue(doubleIn.size() <= NOTEBOOKS * MAY_BE_DOUBLE, said);
    assertEquals("", Jupyter.python(VALID, files.toString()));
  }

  // Whether the learner changed the words of the cell that a published change went into, or put a
  // cell of their own at the very place of a new one.
  private boolean touched(int number, String worked, String change) {
    List<String> old = TestLessons.cellsOf(first.get(number));
    List<String> oldIds = TestLessons.ids(old);
    List<String> theirs = TestLessons.cellsOf(worked);
    List<String> theirIds = TestLessons.ids(theirs);
    String before = "";
    for (String cell : TestLessons.cellsOf(published.get(number))) {
      String id = cell.substring(0, cell.indexOf(": "));
      boolean known = oldIds.contains(id);
      if (cell.contains(change)) {
        int there = theirIds.indexOf(known ? id : before);
        return known
            ? there < 0 || !old.contains(theirs.get(there))
            : there + 1 == theirs.size() || !oldIds.contains(theirIds.get(there + 1));
      }
      before = known ? id : before;
    }
    return false;
  }

  // Writes what is published and returns what is published next.
  private List<String> editions(Path files, int seed) throws IOException {
    List<String> next = new ArrayList<>();
    for (int i = 0; i < NOTEBOOKS; i++) {
      List<String> pieces = new ArrayList<>(RandomEpisode.pieces(i + 1000 + seed));
      String before = notebook(pieces);
      Files.writeString(file(files, i), before);
      Random random = new Random(i + seed);
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        change(pieces, random, n);
      }
      String after = NextEdition.of(before, notebook(pieces));
      assertEquals(after, NextEdition.of(after, notebook(pieces)), "fitting twice");
      next.add(after);
      first.add(before);
      published.add(after);
    }
    return next;
  }

  private static void change(List<String> pieces, Random random, int n) {
    int at = random.nextInt(pieces.size() + 1);
    switch (random.nextInt(6)) {
      case 0, 1 -> edit(pieces, random, n);
      case 2 -> pieces.add(at, "```python\nPUBCODE" + n + " = 1\n```\n\n");
      case 3 ->
          pieces.add(at, "New words PUBTEXT" + n + ".\n\n```python\nPUBPAIR" + n + "()\n```\n\n");
      case 4 -> {
        if (!pieces.isEmpty()) {
          String moved = pieces.remove(random.nextInt(pieces.size()));
          pieces.add(random.nextInt(pieces.size() + 1), moved);
        }
      }
      default ->
          pieces.add(
              "## Last PUBLAST" + n + "\n\nIt ends.\n\n```python\nPUBEND" + n + " = 2\n```\n\n");
    }
  }

  private static void edit(List<String> pieces, Random random, int n) {
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).startsWith("Paragraph") || pieces.get(i).startsWith("```python\n")) {
        candidates.add(i);
      }
    }
    if (!candidates.isEmpty()) {
      int at = candidates.get(random.nextInt(candidates.size()));
      String piece = pieces.get(at);
      int end = piece.startsWith("`") ? piece.indexOf('\n', 10) : piece.indexOf(' ');
      pieces.set(
          at,
          piece.substring(0, end)
              + (piece.startsWith("`") ? "  # PUBEDIT" + n : " PUBEDIT" + n)
              + piece.substring(end));
    }
  }

  private static String notebook(List<String> pieces) {
    return TestLessons.of(String.join("", pieces)).notebooks().get("en/rain/01-intro.ipynb");
  }

  private static List<String> marks(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.results().map(found -> found.group()).distinct().toList();
  }

  private static Path file(Path files, int number) {
    return files.resolve("n%04d.ipynb".formatted(number));
  }

  private void commit(String message) {
    git("add", "-A");
    git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "-m", message);
  }

  private void git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=T"));
    command.addAll(List.of("-c", "user.email=t@example.org"));
    command.addAll(List.of(arguments));
    Jupyter.program(temp.resolve("repository"), command);
  }
}
