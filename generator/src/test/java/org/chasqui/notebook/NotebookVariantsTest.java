package org.chasqui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.chasqui.site.NotebookStyle;
import org.chasqui.site.NotebookStyle.KernelName;
import org.chasqui.site.NotebookStyle.Variant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What learners get, what they find at the end, and what is for instructors. */
class NotebookVariantsTest {
  private static final String EPISODE =
      """
      :::: challenge

      ### Count

      How many?

      ```{code-cell} python
      def count(rows):
          ### BEGIN SOLUTION
          return SECRET(rows)
          ### END SOLUTION
      ```

      ::: solution

      All of them: SECRET.

      ```python
      len(SECRET)
      ```

      :::

      ::::

      ::: instructor
      NOTE to say.
      :::

      The end.
      """;

  private static String english(String markdown, Variant variant) {
    return TestLessons.of(markdown)
        .notebooks(new NotebookStyle(variant, Map.of()))
        .get("en/rain/01-intro.ipynb");
  }

  private static List<String> cells(Variant variant) {
    List<String> cells = TestLessons.cellsOf(english(EPISODE, variant));
    return cells.subList(1, cells.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* one\n\n  ::: KIND\n  SECRET\n  :::\n\n* two\n",
        "> Said.\n>\n> ::: KIND\n> SECRET\n> :::\n",
        "::: callout\n\n* one\n\n  ::: KIND\n  SECRET\n  :::\n\n:::\n",
        "::::: tab-set\n\n:::: tab-item\n\n### A\n\n::: KIND\nSECRET\n:::\n\n::::\n\n:::::\n",
        "term\n: what it is\n\n  ::: KIND\n  SECRET\n  :::\n",
        "Text.[^n]\n\n[^n]: Note.\n\n    ::: KIND\n    SECRET\n    :::\n",
        "> [!NOTE]\n> Said.\n>\n> ::: KIND\n> SECRET\n> :::\n",
        "1. one\n\n   ```{code-cell} python\n   :tags: [KIND]\n   SECRET()\n   ```\n\n2. two\n",
        "1. one\n\n   ```python\n   def f():\n       ### BEGIN SOLUTION\n       SECRET()\n       ### END SOLUTION\n   ```\n",
        "* {{< KIND >}}SECRET{{< /KIND >}}\n",
        "* one\n\n  {{< KIND >}}\n  SECRET\n  {{< /KIND >}}\n"
      })
  @DisplayName("G18 wherever a solution or a note for instructors stands, learners do not get it")
  void whereverItStandsLearnersDoNotGetIt(String shape) {
    for (String kind : List.of("solution", "instructor")) {
      String markdown = "Before.\n\n" + shape.replace("KIND", kind) + "\nBehind.\n";
      String learner = english(markdown, Variant.LEARNER);
      assertFalse(learner.contains("SECRET"), () -> kind + " in\n" + markdown + learner);
      assertTrue(learner.contains("Before.") && learner.contains("Behind."), learner);
      String teacher = english(markdown, Variant.INSTRUCTOR);
      assertTrue(teacher.contains("SECRET"), () -> kind + " lost of\n" + markdown + teacher);
    }
  }

  @Test
  @DisplayName("G18 learners get no solution")
  void learnersGetNoSolution() {
    assertEquals(
        List.of(
            "count: > **Challenge 1: Count**\n>\n> How many?",
            "count-def-count: def count(rows):\n    # YOUR CODE HERE\n"
                + "    raise NotImplementedError()",
            "start-end: The end.",
            "keypoints: **Key points**\n\n- Why does it `rain`?",
            "end: *This is the end of the episode. Add cells of your own below.*"),
        cells(Variant.LEARNER));
  }

  @Test
  void solutionsMayStandAtTheEnd() {
    List<String> cells = cells(Variant.SOLUTIONS);
    assertEquals(cells(Variant.LEARNER).subList(0, 4), cells.subList(0, 4));
    assertEquals("solutions: ## Solutions", cells.get(4));
    assertEquals(
        "count-solution: <details>\n<summary>Solution: Challenge 1: Count</summary>\n\n"
            + "```python\ndef count(rows):\n    return SECRET(rows)\n```\n\n</details>",
        cells.get(5));
    assertEquals(
        "count-solution-2: <details>\n<summary>Solution: Challenge 1: Count</summary>\n\n"
            + "All of them: SECRET.\n\n```python\nlen(SECRET)\n```\n\n</details>",
        cells.get(6));
    assertFalse(cells.toString().contains("NOTE"), cells::toString);
  }

  @Test
  void instructorsGetEverythingInItsPlace() {
    assertEquals(
        List.of(
            "count: > **Challenge 1: Count**\n>\n> How many?",
            "count-def-count: def count(rows):\n    ### BEGIN SOLUTION\n"
                + "    return SECRET(rows)\n    ### END SOLUTION",
            "count-solution-len-secret-text: > **Solution**\n>\n> All of them: SECRET.",
            "count-solution-len-secret: len(SECRET)",
            "start-instructor-end: **For instructors**\n\nNOTE to say.",
            "start-end: The end."),
        cells(Variant.INSTRUCTOR).subList(0, 6));
  }

  @Test
  void learnersGetNoSolutionHoweverItIsWritten() {
    for (String hidden :
        List.of(
            "```{solution-start} count\n```\n\nSECRET\n\n```{code-cell} python\nSECRET\n```\n\n"
                + "```{solution-end}\n```\n",
            ":::{solution} count\nSECRET\n:::\n",
            "```{solution} count\nSECRET\n```\n",
            "::: {.solution}\nSECRET\n:::\n",
            "> ## Answer\n>\n> SECRET\n{: .solution}\n",
            "> ## Count\n>\n> How many?\n>\n> > ## Answer\n> >\n> > SECRET\n> {: .solution}\n{: .challenge}\n",
            "{{< solution >}}\nSECRET\n{{< /solution >}}\n",
            "```{admonition} Answer\n:class: solution\nSECRET\n```\n",
            "```python {.solution}\nSECRET\n```\n",
            "```{code-cell} python\n:tags: [solution]\nSECRET\n```\n",
            "```python\nx = 1\n# BEGIN SOLUTION\nSECRET\n```\n",
            "```python\n### BEGIN HIDDEN TESTS\nassert SECRET\n### END HIDDEN TESTS\n```\n",
            "```{code-cell} python\n# comment\n    #BEGIN SOLUTION\n    SECRET\n    #END SOLUTION\n```\n",
            "<!-- SECRET -->\n")) {
      String learner = english("Text.\n\n" + hidden + "\nAfter.\n", Variant.LEARNER);
      assertFalse(learner.contains("SECRET"), () -> hidden + learner);
      assertTrue(learner.contains("After."), () -> hidden + learner);
    }
  }

  @Test
  void everyVariantOfAnyEpisodeIsSound() {
    for (int seed = 0; seed < 60; seed++) {
      String markdown = RandomEpisode.markdown(seed);
      for (Variant variant : Variant.values()) {
        List<String> ids = TestLessons.ids(TestLessons.cellsOf(english(markdown, variant)));
        assertEquals(ids.size(), ids.stream().distinct().count(), ids::toString);
        assertEquals("end", ids.get(ids.size() - 1));
      }
      assertEquals(
          TestLessons.of(markdown).notebooks(),
          TestLessons.of(markdown).notebooks(NotebookStyle.PLAIN));
    }
  }

  @Test
  void tagsAreKeptAndUnderstood() {
    String notebook =
        english(
            """
            ```{code-cell} python
            :tags: [hide-input, my-tag, skip-execution]
            :nbgrader: tests
            :points: 2
            a
            ```
            """,
            Variant.LEARNER);
    assertTrue(
        notebook.contains(
            """
               "metadata": {
                "deletable": false,
                "editable": false,
                "jupyter": {
                 "source_hidden": true
                },
                "nbgrader": {
                 "grade": true,
                 "grade_id": "start-a",
                 "locked": true,
                 "points": 2,
                 "schema_version": 3,
                 "solution": false,
                 "task": false
                },
                "tags": [
                 "hide-input",
                 "my-tag",
                 "skip-execution"
                ]
               },
            """),
        notebook);
  }

  @Test
  void kernelsAreCalledAsTheHubCallsThem() {
    NotebookStyle style =
        new NotebookStyle(
            Variant.LEARNER,
            Map.of("ir", new KernelName("r-4", "R 4"), "python3", new KernelName("bio", "Bio")));
    String notebook =
        TestLessons.of("```r\nx <- 1\n```\n")
            .kernel("ir")
            .notebooks(style)
            .get("en/rain/01-intro.ipynb");
    assertTrue(
        notebook.contains(
            "\"display_name\": \"R 4\",\n   \"language\": \"R\",\n   \"name\": \"r-4\""),
        notebook);
    assertTrue(notebook.contains("x <- 1"));
  }
}
