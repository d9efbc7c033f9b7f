package org.chasqui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.notebook.NotebookChanges.BodyEdit;
import org.chasqui.notebook.NotebookChanges.FieldEdit;
import org.chasqui.notebook.NotebookChanges.Given;
import org.chasqui.notebook.NotebookChanges.Request;
import org.chasqui.notebook.NotebookChanges.Result;
import org.chasqui.site.Episode;
import org.chasqui.site.Lesson;
import org.chasqui.site.NotebookStyle;
import org.chasqui.site.Site;
import org.junit.jupiter.api.Test;

/** What somebody changed in a notebook, carried over to the source. */
class NotebookChangesTest {
  private static final int EPISODES = 100;
  private static final SourceFile FILE = new SourceFile("01-intro.ipynb", "{}\n");

  private final Diagnostics diagnostics = new Diagnostics();
  private final List<Given> cells = new ArrayList<>();
  private Optional<List<Given>> published = Optional.empty();
  private boolean delete;
  private Site site = TestLessons.of("").site();
  private Result result = new Result(List.of(), List.of(), 0, 0);

  private static final class Anywhere implements NotebookChanges.Destination {
    @Override
    public Optional<String> refusal(List<BodyEdit> edits, String markdown) {
      return Optional.empty();
    }

    @Override
    public Optional<String> refusal(FieldEdit edit) {
      return Optional.empty();
    }
  }

  private static Episode episode(Site site) {
    return site.episodes(lesson(site), TestLessons.EN).get(0);
  }

  private static Lesson lesson(Site site) {
    return NotebookWriter.lessons(site).get(0);
  }

  private void open(String markdown) {
    site = TestLessons.of(markdown).site();
    cells.clear();
    for (TracedCell cell :
        NotebookWriter.traced(site, Map.of(), lesson(site), episode(site), NotebookStyle.PLAIN)) {
      cells.add(given(cell.cell().id(), cell.isCode() ? "code" : "markdown", cell.cell().source()));
    }
  }

  private static Given given(String id, String type, String source) {
    return new Given(id, type, source, FILE.top());
  }

  private int indexOf(String part) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).source().contains(part)) {
        return i;
      }
    }
    throw new AssertionError("no cell has " + part + ": " + cells);
  }

  private void change(String from, String to) {
    int at = indexOf(from);
    Given old = cells.get(at);
    cells.set(at, given(old.id(), old.type(), old.source().replace(from, to)));
  }

  private String pulled() {
    Episode episode = episode(site);
    result =
        new NotebookChanges(
                site,
                Map.of(),
                episode,
                NotebookStyle.PLAIN,
                new Request(cells, published, delete),
                new Anywhere(),
                diagnostics)
            .find();
    return BodyEdits.applied(episode.body().markdown(), result.edits());
  }

  private List<String> codes() {
    return diagnostics.sorted().stream().map(Diagnostic::code).toList();
  }

  @Test
  void aNotebookThatNobodyChangedChangesNothing() {
    for (int seed = 0; seed < EPISODES; seed++) {
      open(RandomEpisode.markdown(seed));
      pulled();
      assertEquals(new Result(List.of(), List.of(), 0, 0), result, "seed " + seed);
    }
    assertEquals(List.of(), codes());
  }

  @Test
  void oneChangedCellChangesItsSourceOnlyAndComesBackAsItWas() {
    int took = 0;
    int left = 0;
    for (int seed = 0; seed < EPISODES; seed++) {
      String markdown = RandomEpisode.markdown(seed);
      open(markdown);
      Random random = new Random(seed);
      int at = 1 + random.nextInt(Math.max(1, cells.size() - 2));
      Given old = cells.get(at);
      String source = edited(old.source(), random);
      if (source.equals(old.source()) || at >= cells.size() - 2) {
        continue;
      }
      cells.set(at, given(old.id(), old.type(), source));
      List<String> wanted = cells.stream().map(cell -> Expected.plain(cell.source())).toList();
      String after = pulled();
      if (result.left() > 0) {
        assertEquals(markdown, after, "seed " + seed);
        left++;
        continue;
      }
      took++;
      open(after);
      assertEquals(
          wanted,
          cells.stream().map(cell -> Expected.plain(cell.source())).toList(),
          "seed " + seed);
      int size = result.edits().stream().mapToInt(e -> e.end() - e.start()).sum();
      assertTrue(size <= old.source().length() + 4, "seed " + seed + ": " + result.edits());
    }
    System.getLogger("pull").log(System.Logger.Level.INFO, took + " taken, " + left + " left");
    assertTrue(took > EPISODES / 4, took + " taken, " + left + " left");
    assertTrue(left * 10 < took, took + " taken, " + left + " left " + codes());
  }

  @Test
  void aNewCellComesInItsPlace() {
    int took = 0;
    for (int seed = 0; seed < EPISODES; seed++) {
      open(RandomEpisode.markdown(seed));
      Random random = new Random(seed);
      int at = 1 + random.nextInt(Math.max(1, cells.size() - 2));
      boolean code = random.nextBoolean();
      cells.add(at, given("ab12cd34", code ? "code" : "markdown", code ? "new()" : "New *words*."));
      List<Given> wanted = List.copyOf(cells);
      String after = pulled();
      if (result.left() > 0) {
        assertEquals(List.of(), result.edits(), "seed " + seed);
        continue;
      }
      took++;
      open(after);
      assertEquals(text(wanted), text(cells), "seed " + seed);
    }
    assertTrue(took > EPISODES * 3 / 4, took + " taken");
  }

  // Where one Markdown cell ends and the next begins is not the author's to say.
  private static String text(List<Given> cells) {
    StringBuilder text = new StringBuilder();
    cells.forEach(
        cell ->
            text.append(cell.code() ? "\n[" : "\n")
                .append(Expected.plain(cell.source()))
                .append(cell.code() ? "]\n" : "\n"));
    return text.toString();
  }

  @Test
  void aCellThatIsGoneGoesFromTheSourceIfAskedFor() {
    int took = 0;
    for (int seed = 0; seed < EPISODES; seed++) {
      String markdown = RandomEpisode.markdown(seed);
      open(markdown);
      if (cells.size() < 5) {
        continue;
      }
      int at = 1 + new Random(seed).nextInt(cells.size() - 3);
      cells.remove(at);
      List<Given> wanted = List.copyOf(cells);
      delete = false;
      assertEquals(markdown, pulled());
      assertEquals(1, result.left(), "seed " + seed);
      delete = true;
      String after = pulled();
      if (result.left() == 0) {
        took++;
        open(after);
        assertEquals(text(wanted), text(cells), "seed " + seed);
      }
    }
    assertTrue(took > EPISODES / 4, took + " taken");
    assertTrue(codes().contains("pull-gone"));
  }

  @Test
  void aCellThatMovedIsTold() {
    open("One.\n\n```python\na = 1\n```\n\nTwo.\n\n```python\nb = 2\n```\n\nThree.\n");
    int last = indexOf("b = 2");
    cells.add(indexOf("a = 1"), cells.remove(last));
    pulled();
    assertEquals(List.of(), result.edits());
    assertEquals(List.of("pull-moved"), codes());
  }

  @Test
  void whatAnAuthorWroteInAListOrBoxKeepsItsForm() {
    String markdown =
        """
        > [!NOTE]
        > Take the *red* one.
        > It is warm.

        - Read [the page](../../about.md){.button}
          and go on.

        ::: hint

        Look again.

        :::
        """;
    open(markdown);
    change("red", "blue");
    change("and go on", "and then go on");
    change("Look again", "Look twice");
    assertEquals(
        markdown
            .replace("red", "blue")
            .replace("and go on", "and then go on")
            .replace("Look again", "Look twice"),
        pulled());
    assertEquals(0, result.left());
  }

  private static String edited(String source, Random random) {
    String[] words = source.split("(?<=\\s)|(?=\\s)");
    int[] plain =
        java.util.stream.IntStream.range(0, words.length)
            .filter(i -> words[i].matches("[\\p{L}\\p{N}.]+"))
            .toArray();
    if (plain.length == 0) {
      return source;
    }
    int at = plain[random.nextInt(plain.length)];
    switch (random.nextInt(4)) {
      case 0 -> words[at] = words[at] + " new words";
      case 1 -> words[at] = "other";
      case 2 -> words[at] = "before " + words[at];
      default -> words[at] = words[at] + "2";
    }
    return String.join("", words);
  }
}
