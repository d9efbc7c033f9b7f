package org.chasqui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.site.CodeCell;
import org.chasqui.site.LessonCode;
import org.chasqui.site.NotebookFile;
import org.chasqui.site.Site;
import org.junit.jupiter.api.Test;

class LessonCodeTest {
  private static List<CodeCell> cells(String markdown) {
    Site site = TestLessons.of(markdown).site();
    return LessonCodeReader.read(site).stream()
        .filter(code -> code.episode().language().equals(TestLessons.EN))
        .flatMap(code -> code.cells().stream())
        .toList();
  }

  @Test
  void whatIsRunIsWhatLearnersGet() {
    for (long seed = 0; seed < 200; seed++) {
      Site site = TestLessons.of(RandomEpisode.markdown(seed)).site();
      List<LessonCode> code = LessonCodeReader.read(site);
      for (NotebookFile notebook : NotebookWriter.notebooks(site, Map.of(), new Diagnostics())) {
        List<String> run = new ArrayList<>();
        code.stream()
            .filter(c -> c.notebook().equals(notebook.path()))
            .flatMap(c -> c.withoutSolutions().cells().stream())
            .forEach(cell -> run.add(cell.code()));
        assertEquals(sources(notebook), run, "seed " + seed + ", " + notebook.path());
      }
    }
  }

  private static List<String> sources(NotebookFile notebook) {
    List<String> sources = new ArrayList<>();
    Json.Members json = JsonReader.object(notebook.content());
    for (Json each : ((Json.Items) json.members().get("cells")).items()) {
      Map<String, Json> cell = ((Json.Members) each).members();
      if (cell.get("cell_type").equals(Json.of("code"))) {
        StringBuilder source = new StringBuilder();
        ((Json.Items) cell.get("source"))
            .items()
            .forEach(line -> source.append(((Json.Text) line).value()));
        sources.add(source.toString());
      }
    }
    return sources;
  }

  @Test
  void whatNotebooksOnlyShowRunsWithTheSolutions() {
    List<CodeCell> cells =
        cells(
            """
            ```python
            a = 1
            ```

            - One:

              ```python
              b = 2
              b
              ```

              ```output
              2
              ```
            - ```python {.no-run}
              never
              ```

            ::: hint

            ```python
            c = 3
            ```

            :::

            ```{solution-start} x
            ```

            ```python
            d = 4
            ```

            ```{solution-end}
            ```
            """);
    assertEquals(
        List.of("a = 1", "b = 2\nb", "c = 3", "d = 4"),
        cells.stream().map(CodeCell::code).toList());
    assertEquals(List.of(false, true, true, true), cells.stream().map(CodeCell::solution).toList());
    assertEquals("  b", "  " + cells.get(1).line(2).text());
    assertEquals("2\n", cells.get(1).output().orElseThrow().text());
    assertEquals(9, cells.get(1).line(2).line());
  }

  @Test
  void linesKnowWhereTheyWereWritten() {
    String page =
        """
        Text.

        ```python
        a = 1
        b = 2
        ```

        > ## In a quote
        >
        > ```python
        > c = 3
        > ```
        {: .challenge}

        ```{code-cell} python
        :tags: [raises-exception]
        d = 4
        ```
        """;
    List<CodeCell> cells = cells(page);
    assertEquals(
        List.of("b = 2", "c = 3", "d = 4"),
        List.of(
            cells.get(0).line(2).text(), cells.get(1).line(1).text(), cells.get(2).line(1).text()));
    assertEquals(List.of(5, 11, 17), lines(cells, 2, 1, 1));
    assertTrue(cells.get(2).mayFail());
  }

  private static List<Integer> lines(List<CodeCell> cells, int... lines) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      found.add(cells.get(i).line(lines[i]).line());
    }
    return found;
  }

  @Test
  void blocksAfterACellSayWhatComesOfIt() {
    List<CodeCell> cells =
        cells(
            """
            ```python
            1/0
            ```

            ```output
            nothing
            ```

            ```error
            ZeroDivisionError
            ```

            Text.

            ```python
            2
            ```

            Text.

            ```output
            of nobody
            ```

            ::: challenge

            Do it.

            ::: solution

            ```python
            3
            ```

            ```output {tolerance=0.5}
            3
            ```

            :::

            :::
            """);
    assertEquals(3, cells.size());
    assertEquals("nothing\n", cells.get(0).output().orElseThrow().text());
    assertEquals("ZeroDivisionError\n", cells.get(0).error().orElseThrow().text());
    assertTrue(cells.get(0).mayFail());
    assertTrue(cells.get(1).output().isEmpty());
    assertTrue(cells.get(2).solution());
    assertEquals(0.5, cells.get(2).output().orElseThrow().tolerance());
  }
}
