package org.chasqui.notebook;

import static org.chasqui.notebook.TestLessons.EN;
import static org.chasqui.notebook.TestLessons.ES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.site.Coverage;
import org.chasqui.site.Lesson;
import org.chasqui.site.LessonHome;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.Site;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an episode looks like as a notebook. */
class NotebookWriterTest {
  private static final Path NOWHERE = Path.of("/nowhere");

  /** The cells between the title and the key points. */
  private static List<String> body(TestLessons lesson) {
    List<String> cells = lesson.cells();
    return cells.subList(1, cells.size() - 2);
  }

  private static List<String> body(String markdown) {
    return body(TestLessons.of(markdown));
  }

  @Test
  void theWholeFileIsAsJupyterWritesIt() {
    assertEquals(
        """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "title",
           "metadata": {},
           "source": [
            "# ñEpisode ñintro\\n",
            "\\n",
            "**Questions**\\n",
            "\\n",
            "- ñWhy ñdoes ñit `ñrain`?\\n",
            "\\n",
            "**Objectives**\\n",
            "\\n",
            "- ñWhy ñdoes ñit `ñrain`?\\n",
            "\\n",
            "[Read this episode on the website](https://example.org/sub/es/lessons/rain/intro/)"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": null,
           "id": "start-x",
           "metadata": {},
           "outputs": [],
           "source": [
            "x = 1"
           ]
          },
          {
           "cell_type": "markdown",
           "id": "keypoints",
           "metadata": {},
           "source": [
            "**Key points**\\n",
            "\\n",
            "- ñWhy ñdoes ñit `ñrain`?"
           ]
          },
          {
           "cell_type": "markdown",
           "id": "end",
           "metadata": {},
           "source": [
            "*This is the end of the episode. Add cells of your own below.*"
           ]
          }
         ],
         "metadata": {
          "chasqui": {
           "direction": "ltr",
           "language": "es"
          },
          "kernelspec": {
           "display_name": "Python 3 (ipykernel)",
           "language": "python",
           "name": "python3"
          },
          "language_info": {
           "name": "python"
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }
        """,
        TestLessons.of("```python\nx = 1\n```\n").notebooks().get("es/rain/01-intro.ipynb"));
  }

  @Test
  void proseGathersBetweenHeadingsAndCode() {
    assertEquals(
        List.of(
            "start-end: One.\n\nTwo.\n\n- a\n- b",
            "part: ## Part\n\nThree.",
            "part-import-csv: import csv\n\nx = 1",
            "part-print-x: print(x)",
            "part-end: Four."),
        body(
            "One.\n\nTwo.\n\n- a\n- b\n\n## Part\n\nThree.\n\n```python\nimport csv\n\nx = 1\n```\n"
                + "```output\n```\n```python\nprint(x)\n```\n\nFour.\n"));
  }

  @Test
  void onlyCodeInTheKernelsLanguageRuns() {
    assertEquals(
        List.of(
            "start-end: ```bash\nls\n```\n\n```python\nshown\n```\n\n```\nplain\n```\n\n$$\nx^2\n$$"),
        body(
            "```bash\nls\n```\n```python {.no-run}\nshown\n```\n```\nplain\n```\n```error\nE\n```\n"
                + "```{math}\nx^2\n```\n"));
    assertEquals(
        List.of("start-ls: ls"), body(TestLessons.of("```bash\nls\n```\n").kernel("bash")));
    assertEquals(
        List.of("start-a: a"), body("```{code-cell} ipython3\n:tags: [hide-input]\na\n```\n"));
    String tagged =
        TestLessons.of("```{code-cell}\n:tags: [b, raises-exception]\na\n```\n")
            .notebooks()
            .get("en/rain/01-intro.ipynb");
    assertTrue(
        tagged.contains("\"tags\": [\n     \"b\",\n     \"raises-exception\"\n    ]"), tagged);
  }

  @Test
  void ofTabsJupyterShowsWhatRunsAndFoldsTheOthers() {
    TestLessons lesson =
        TestLessons.of(
            """
            ## Count

            ::::: group-tab

            ## Python

            Add:

            ```python
            total = 1
            ```

            ## Shell

            ```bash
            wc -l
            ```

            :::::

            After.

            :::: tab-set
            ::: tab-item One & two
            First.
            :::
            ::: tab-item Three
            Third.
            :::
            ::::

            ::::: challenge

            ### Try

            :::: group-tab
            ## A
            Text a.
            ## B
            ```python
            b = 1
            ```
            ::::
            :::::
            """);
    assertEquals(
        List.of(
            "count: ## Count",
            "python: **Python**\n\nAdd:",
            "python-total: total = 1",
            "try-text: <details>\n<summary>Shell</summary>\n\n```bash\nwc -l\n```\n\n"
                + "</details>\n\nAfter.\n\n<details>\n<summary>One &amp; two</summary>\n\nFirst."
                + "\n\n</details>\n\n<details>\n<summary>Three</summary>\n\nThird.\n\n</details>",
            "try: > **Challenge 1: Try**\n>\n> <details>\n> <summary>A</summary>\n>\n"
                + "> Text a.\n>\n> </details>\n>\n> **B**",
            "try-b: b = 1"),
        body(lesson));
  }

  @Test
  void referencesBecomeLinksOrSayWhatTheyName() {
    String text =
        """
        (rain)=
        ## How much rain

        See {ref}`rain`, {ref}`the rain <rain>`, {numref}`fig-a`, {numref}`picture {number} <fig-a>`,
        {eq}`sum`, {kbd}`Ctrl`, H{sub}`2`O, {ref}`nowhere` and {doc}`the rest <02-rest>`.

        ```{figure} a.png
        :name: fig-a
        :alt: A pond

        A *green* pond.
        ```

        $$ x = 1 $$ (sum)

        ```{figure} b.png
        :alt: Another

        Plain words.
        ```
        """;
    List<String> cells = new TestLessons().episode("intro", text).episode("rest", "Text.").cells();
    String cell = cells.get(1);
    assertTrue(
        cell.contains(
            "See [How much rain](#How-much-rain), [the rain](#How-much-rain), Figure 1, picture 1,"
                + "\n(1), <kbd>Ctrl</kbd>, H<sub>2</sub>O, nowhere and [the rest](02-rest.ipynb)."),
        cell);
    assertTrue(cell.contains("\n\n_Figure 1. A *green* pond._"), cell);
    assertTrue(cell.contains("\n\n*Plain words.*"), cell);
  }

  @Test
  void referencesToOtherEpisodesSayTheHeadingThatIsMarked() {
    String text =
        """
        (top)=
        Begin at {ref}`top`, {ref}`far` or {ref}`words <far>`.
        """;
    String cell =
        new TestLessons()
            .episode("intro", text)
            .episode("rest", "(far)=\n## How far\n\nText.\n")
            .cells()
            .get(1);
    assertTrue(cell.contains("[How far](02-rest.ipynb) or [words](02-rest.ipynb)"), cell);
    assertFalse(cell.contains("at top"), cell);
  }

  @Test
  void boxesBecomeQuotations() {
    assertEquals(
        List.of(
            "count: > **Challenge 1: Count**\n>\n> How many?",
            "count-x: x = 1",
            "count-end: > Go on.\n>\n> <details>\n> <summary>Hint: Look</summary>\n>\n> Here.\n>\n"
                + "> ```python\n> y\n> ```\n>\n> </details>",
            "start-challenge: > **Challenge 2**\n>\n> Again.",
            "mind: > **Mind**\n>\n> > **Note**\n> >\n> > Inner.",
            "start-end: **Tab**\n\nInside.\n\nAfter."),
        body(
            """
            :::::: challenge

            ### Count

            How many?

            ```python
            x = 1
            ```

            Go on.

            ::: hint

            ### Look

            Here.

            ```python
            y
            ```

            :::

            ::: solution
            No.
            :::

            ::::::

            ::: challenge
            Again.
            :::

            :::: callout

            ### Mind

            ::: note
            Inner.
            :::

            ::::

            ::: instructor
            Hidden.
            :::

            :::{tab} Tab
            Inside.
            :::

            After.
            """));
  }

  @Test
  void linksLeadWhereANotebookCanFollow() {
    TestLessons lesson =
        new TestLessons()
            .asset(NOWHERE, "lessons/rain/images/map.svg", "/lessons/rain/images/map.svg")
            .asset(NOWHERE, "site-content/logo.svg", "/logo.svg")
            .episode(
                "intro",
                """
                ## First part

                [next](02-more.md#x) [url](../more/) [same](#first-part) [page](/about/#us)
                [source](../../site-content/about.md) [out](https://x.org) [gone](nope.md)
                ![map](images/map.svg) ![logo](/logo.svg)

                {{< figure src="images/map.svg" caption="A map" >}}
                """)
            .episode("more", "Text");
    String page = "https://example.org/sub/";
    assertEquals(
        List.of(
            "first-part: ## First part\n\n[next](02-more.ipynb) [url](02-more.ipynb)"
                + " [same](#First-part) [page]("
                + page
                + "about/#us)\n[source]("
                + page
                + "about/) [out](https://x.org) [gone]("
                + page
                + "lessons/rain/intro/nope.md)\n![map](images/map.svg) ![logo]("
                + page
                + "logo.svg)\n\n![A map](images/map.svg)"),
        body(lesson));
  }

  @Test
  void aPageThatIsNotTranslatedSaysSo() {
    Coverage half = new Coverage(Coverage.Mode.CATALOGUE, 4, 3, 0, List.of(), Optional.empty());
    String title = TestLessons.of("Text").coverage(half).cells(ES).get(0);
    assertTrue(title.contains("\n\n> 75 % of this episode is translated"), title);
    Coverage none = new Coverage(Coverage.Mode.FALLBACK, 4, 0, 0, List.of(), Optional.empty());
    title = TestLessons.of("Text").coverage(none).cells(ES).get(0);
    assertTrue(title.contains("\n\n> This episode is not translated yet"), title);
    assertFalse(TestLessons.of("Text").cells(ES).get(0).contains(">"));
  }

  @Test
  void dataAndPicturesLieBesideTheNotebooks() {
    String secret = "::: solution\n![s](images/secret.svg)\n:::\n";
    TestLessons lesson =
        TestLessons.of("![map](images/map.svg)\n\n" + secret)
            .asset(NOWHERE, "lessons/rain/data/x.csv", "/lessons/rain/data/x.csv")
            .asset(NOWHERE, "lessons/rain/files/notes.pdf", "/lessons/rain/files/notes.pdf")
            .asset(NOWHERE, "lessons/rain/images/map.svg", "/lessons/rain/images/map.svg")
            .asset(NOWHERE, "lessons/rain/images/secret.svg", "/lessons/rain/images/secret.svg")
            .asset(
                Path.of("/mapa"),
                "locales/es/assets/lessons/rain/images/map.svg",
                "/es/lessons/rain/images/map.svg");
    assertEquals(
        "{en/rain/data/x.csv=/nowhere, en/rain/images/map.svg=/nowhere}",
        companions(lesson, false));
    assertEquals(
        "{es/rain/data/x.csv=/nowhere, es/rain/images/map.svg=/mapa}", companions(lesson, true));
    lesson.data("files");
    assertEquals(
        "{en/rain/files/notes.pdf=/nowhere, en/rain/images/map.svg=/nowhere}",
        companions(lesson, false));
  }

  private static String companions(TestLessons lesson, boolean spanish) {
    Site site = lesson.site();
    Lesson rain =
        site.page(new PageRef(new PageId("lessons/rain"), EN))
            .map(LessonHome.class::cast)
            .orElseThrow()
            .lesson();
    SortedMap<OutputPath, OutputFile> files =
        NotebookWriter.companions(site, rain, spanish ? ES : EN);
    StringBuilder said = new StringBuilder("{");
    files.forEach(
        (path, file) ->
            said.append(said.length() > 1 ? ", " : "")
                .append(path)
                .append('=')
                .append(((OutputFile.Copy) file).from()));
    return said.append('}').toString();
  }

  @Test
  void tellsWhatCannotWorkInAHub() {
    Diagnostic cell = only(TestLessons.of("Text\n\n```{code-cell} julia\nx\n```\n"));
    assertEquals("code-cell-language lessons/rain/01-intro.md:3:1", said(cell));
    Diagnostic kernel = only(TestLessons.of("Text").kernel("pyhton3"));
    assertEquals("kernel-unknown lessons/rain/lesson.yaml:2:9", said(kernel));
    assertEquals("Did you mean 'python3'?", kernel.help().orElseThrow());
    Diagnostic name =
        only(TestLessons.of("Text").asset(NOWHERE, "lessons/rain/data/año.csv", "/x"));
    assertEquals("companion-name lessons/rain/lesson.yaml:1:1", said(name));
    Diagnostic path = only(TestLessons.of("Text").episode("x".repeat(200), "Text"));
    assertEquals("notebook-path", path.code());
    assertEquals(List.of(), TestLessons.of("Text").diagnostics().sorted());
  }

  @Test
  void tellsWhatIsWrongWithTheCodeOfACell() {
    TestLessons lesson =
        TestLessons.of(
                "```python\nx = 1\n    # BEGIN SOLUTION\nopen('data/rian.csv')\n```\n\n"
                    + "```python\nopen('data/new.csv', 'w')\nopen(\"data/rain.csv\")\n```\n\n"
                    + "```python\n"
                    + "x = 1\n".repeat(20_000)
                    + "```\n")
            .asset(NOWHERE, "lessons/rain/data/rain.csv", "/x");
    assertEquals(
        List.of(
            "solution-region-unclosed lessons/rain/01-intro.md:3:1",
            "cell-data-missing lessons/rain/01-intro.md:4:7",
            "cell-too-large lessons/rain/01-intro.md:13:1"),
        lesson.diagnostics().sorted().stream().map(NotebookWriterTest::said).toList());
    assertEquals(
        "Did you mean 'data/rain.csv'?", lesson.diagnostics().sorted().get(1).help().orElseThrow());
  }

  private static Diagnostic only(TestLessons lesson) {
    List<Diagnostic> all = lesson.diagnostics().sorted();
    assertEquals(1, all.size(), all::toString);
    return all.get(0);
  }

  private static String said(Diagnostic diagnostic) {
    return diagnostic.code() + " " + diagnostic.span().location();
  }

  @Test
  @Tag("slow")
  void aNotebookRunsFromTopToBottom(@TempDir Path temp) throws Exception {
    Jupyter.needs("nbclient, ipykernel", "python3-nbclient and python3-ipykernel");
    String notebook =
        TestLessons.of(
                """
                Read it.

                ```python
                with open("data/x.csv") as file:
                    rows = file.read().split()
                ```

                ::: challenge

                ```python
                assert rows == ["año", "1"]
                ```

                ::: solution
                ```python
                raise SystemExit
                ```
                :::

                :::

                ```{code-cell} python
                :tags: [raises-exception]
                1 / 0
                ```
                """)
            .notebooks()
            .get("en/rain/01-intro.ipynb");
    Files.createDirectories(temp.resolve("data"));
    Files.writeString(temp.resolve("data/x.csv"), "año\n1\n");
    Files.writeString(temp.resolve("a.ipynb"), notebook);
    String program =
        """
        import sys, nbformat, nbclient
        notebook = nbformat.read(sys.argv[1] + "/a.ipynb", as_version=4)
        nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": sys.argv[1]}}).execute()
        print("ran", sum(cell.cell_type == "code" for cell in notebook.cells))
        """;
    String said = Jupyter.python(program, temp.toString());
    assertTrue(said.contains("ran 3"), said);
  }
}
