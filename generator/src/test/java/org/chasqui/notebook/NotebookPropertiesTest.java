package org.chasqui.notebook;

import static org.chasqui.notebook.TestLessons.EN;
import static org.chasqui.notebook.TestLessons.ES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every notebook, tried on two hundred made-up episodes. */
class NotebookPropertiesTest {
  private static final int EPISODES = 200;
  @TempDir Path temp;

  @Test
  @DisplayName("G11 jupyter finds them valid and writes the same bytes")
  void jupyterFindsThemValidAndWritesTheSameBytes() throws IOException {
    Jupyter.needs("nbformat", "python3-nbformat");
    for (int seed = 0; seed < EPISODES; seed++) {
      int number = seed;
      TestLessons.of(RandomEpisode.markdown(seed))
          .notebooks()
          .forEach((path, text) -> write(number + path.replace('/', '-'), text));
    }
    String program =
        """
        import sys, glob, nbformat
        for name in sorted(glob.glob(sys.argv[1] + "/*.ipynb")):
            before = open(name, "rb").read()
            notebook = nbformat.read(name, as_version=4)
            nbformat.validate(notebook)
            nbformat.write(notebook, name)
            assert open(name, "rb").read() == before, name
            print("good")
        """;
    assertEquals(2 * EPISODES, Jupyter.python(program, temp.toString()).lines().count());
  }

  private void write(String name, String text) {
    try {
      Files.writeString(temp.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("G13 cells have the same ids in every language")
  void cellsHaveTheSameIdsInEveryLanguage() {
    for (int seed = 0; seed < EPISODES; seed++) {
      TestLessons lesson = TestLessons.of(RandomEpisode.markdown(seed));
      assertEquals(
          TestLessons.ids(lesson.cells(EN)), TestLessons.ids(lesson.cells(ES)), "seed " + seed);
    }
  }

  @Test
  void idsAreUniqueAndTheLastCellIsAlwaysTheSame() {
    for (int seed = 0; seed < EPISODES; seed++) {
      Json.Members notebook =
          JsonReader.object(
              TestLessons.of(RandomEpisode.markdown(seed))
                  .notebooks()
                  .get("en/rain/01-intro.ipynb"));
      List<String> ids = new ArrayList<>();
      for (Json cell : ((Json.Items) notebook.members().get("cells")).items()) {
        Map<String, Json> members = ((Json.Members) cell).members();
        ids.add(((Json.Text) members.get("id")).value());
      }
      assertEquals(ids.size(), new HashSet<>(ids).size());
      assertTrue(ids.stream().allMatch(id -> id.matches("[a-zA-Z0-9-_]{1,64}")), ids::toString);
      assertEquals("end", ids.get(ids.size() - 1));
    }
  }

  @Test
  void whatIsNotForLearnersIsNotThere() {
    int hidden = 0;
    for (int seed = 0; seed < EPISODES; seed++) {
      String markdown = RandomEpisode.markdown(seed);
      hidden += markdown.contains("SECRET") ? 1 : 0;
      TestLessons.of(markdown)
          .notebooks()
          .forEach((path, text) -> assertFalse(text.contains("SECRET"), () -> path + text));
    }
    assertTrue(hidden > EPISODES / 3);
  }

  @Test
  @DisplayName("G13 an edit of one paragraph changes one cell and no id")
  void anEditOfOneParagraphChangesOneCellAndNoId() {
    int edits = 0;
    for (int seed = 0; seed < EPISODES; seed++) {
      List<String> pieces = new ArrayList<>(RandomEpisode.pieces(seed));
      List<Integer> paragraphs =
          IntStream.range(0, pieces.size())
              .filter(i -> pieces.get(i).startsWith("Paragraph"))
              .boxed()
              .toList();
      if (paragraphs.isEmpty()) {
        continue;
      }
      List<String> before = TestLessons.of(String.join("", pieces)).cells();
      int at = paragraphs.get(new Random(seed).nextInt(paragraphs.size()));
      pieces.set(at, pieces.get(at).replaceFirst("Paragraph\\d+", "Something else"));
      List<String> after = TestLessons.of(String.join("", pieces)).cells();
      assertEquals(TestLessons.ids(before), TestLessons.ids(after), "seed " + seed);
      long changed =
          IntStream.range(0, before.size())
              .filter(i -> !before.get(i).equals(after.get(i)))
              .count();
      assertEquals(1, changed, "seed " + seed);
      edits++;
    }
    assertTrue(edits > EPISODES / 2);
  }

  @Test
  void aNewCellMovesNoIdOfTheOthers() {
    for (int seed = 0; seed < EPISODES; seed++) {
      List<String> pieces = new ArrayList<>(RandomEpisode.pieces(seed));
      List<String> before = TestLessons.ids(TestLessons.of(String.join("", pieces)).cells());
      int at = new Random(seed).nextInt(pieces.size() + 1);
      pieces.add(at, "New paragraph.\n\n```python\nbrand_new = 1\n```\n\n");
      List<String> after = TestLessons.ids(TestLessons.of(String.join("", pieces)).cells());
      List<String> lost = new ArrayList<>(before);
      lost.removeAll(after);
      // The prose at the place itself may now belong to the new cell.
      assertTrue(
          lost.stream().allMatch(id -> id.endsWith("-end") || id.endsWith("-text")),
          lost::toString);
      assertTrue(lost.size() <= 1, lost::toString);
      List<String> code = before.stream().filter(after::contains).toList();
      List<String> kept = after.stream().filter(before::contains).toList();
      assertEquals(code, kept, "the order of the others changed");
    }
  }

  @Test
  @DisplayName("G14 the same site gives the same bytes")
  void theSameSiteGivesTheSameBytes() {
    TestLessons lesson = new TestLessons();
    for (int i = 0; i < 30; i++) {
      lesson.episode("e" + i, RandomEpisode.markdown(i));
    }
    Map<String, String> first = lesson.notebooks();
    assertEquals(60, first.size());
    assertEquals(first, lesson.notebooks());
  }
}
