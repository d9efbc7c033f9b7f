package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notebooks in a real Jupyter kernel, as an author runs them. */
class NotebooksTestTest {
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  @TempDir private Path folder;
  private Session session;

  @BeforeEach
  void aSite() {
    session = new Session(folder);
    session.files(
        """
        -- site-content/site.yaml --
        title: Little site
        languages: [en, es]
        -- site-content/index.md --
        ---
        title: Home
        ---

        Welcome.
        -- lessons/first/lesson.yaml --
        title: First lesson
        kernel: python3
        """);
  }

  private void needsJupyter() {
    boolean there =
        Files.isExecutable(PYTHON)
            && org.chasqui.pipeline.NotebookTests.jupyter(java.util.List.of(PYTHON)).isPresent();
    Assumptions.assumeTrue(there, "NEEDS: Debian packages python3-nbclient python3-ipykernel");
  }

  private void episode(String name, String text) {
    session.write("lessons/first/" + name + ".md", "---\ntitle: " + name + "\n---\n\n" + text);
  }

  @Test
  void aFailingCellIsShownAtItsLine() {
    needsJupyter();
    episode(
        "01-fails",
        """
        ```python
        def half(x):
            return x / 0
        ```

        ```python
        y = 1
        half(y)
        ```
        """);
    assertEquals(1, session.run("notebooks", "test"), session.err());
    String said = session.err();
    assertTrue(said.contains("error[notebook-cell-failed] lessons/first/01-fails.md:12:1"), said);
    assertTrue(said.contains("ZeroDivisionError: division by zero"), said);
    assertTrue(said.contains("lessons/first/01-fails.md:7:1: return x / 0"), said);
    // Both languages have the same code, so it was run once and is told once.
    assertTrue(said.contains("1 error, 0 warnings"), said);
    assertTrue(session.out().contains("Tested 2 notebooks: 0 passed, 2 failed."), session.out());
  }

  @Test
  void withoutJupyterItSaysWhatToInstall() {
    episode("01-one", "```python\n1\n```\n");
    assertEquals(4, session.run("notebooks", "test", "--python", "no-such-python"));
    assertTrue(session.err().contains("apt install python3-nbclient"), session.err());
  }

  @Test
  void withoutCodeNothingIsNeeded() {
    episode("01-prose", "Only words.\n");
    assertEquals(0, session.run("notebooks", "test", "--python", "no-such-python"));
  }

  @Test
  void aLessonThatIsNotThereIsNamed() {
    episode("01-one", "```python\n1\n```\n");
    assertEquals(2, session.run("notebooks", "test", "frist"));
    assertTrue(session.err().contains("Did you mean 'first'?"), session.err());
  }

  @Test
  void aNotebookFileAndATextNotebookArePagesToo() {
    session.write(
        "lessons/first/01-file.ipynb",
        """
        {"cells": [
         {"cell_type": "markdown", "metadata": {}, "source": "# From Jupyter\\n\\n[on](02-text.md)"},
         {"cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [],
          "source": ["open('/home/me/x.csv')"]}],
         "metadata": {}, "nbformat": 4, "nbformat_minor": 2}
        """);
    session.write(
        "lessons/first/02-text.md",
        """
        ---
        jupytext:
          text_representation: {extension: .md, format_name: myst}
        kernelspec: {name: python3, display_name: Python 3, language: python}
        ---

        # From MyST

        ```{code-cell} ipython3
        ---
        tags: [hide-input]
        ---
        1 + 1
        ```
        """);
    assertEquals(0, session.run("build"), session.err());
    assertTrue(session.read("public/lessons/first/file/index.html").contains("From Jupyter"));
    assertTrue(session.read("public/lessons/first/file/index.html").contains("../text/"));
    assertTrue(session.err().contains("notebook-path-elsewhere] lessons/first/01-file.ipynb:4:"));
    assertEquals(0, session.run("notebooks", "--to", "nb"), session.err());
    assertTrue(session.read("nb/es/first/01-file.ipynb").contains("open('/home/me/x.csv')"));
    String text = session.read("nb/en/first/02-text.ipynb");
    assertTrue(text.contains("\"1 + 1\"") && text.contains("hide-input"), text);
  }

  @Test
  @Tag("slow")
  void outputsAreComparedAndCanBeWrittenIntoThePage() {
    needsJupyter();
    String before =
        """
        ```python
        print(open("data/x.csv").read().strip())
        print(0.1 + 0.2, object())
        ```

        ```output
        old
        0.3 <object ...>
        ```

        > ## In a quote
        >
        > ```python
        > for i in range(3):
        >     print(i)
        > ```
        >
        > ```output
        > 0
        > ```
        {: .callout}

        ::: challenge

        ::: solution

        ```python
        "solved"
        ```

        ```output
        ```

        :::

        :::

        ```python
        nobody
        ```

        ```error
        NameError: name 'nobody' is not defined
        ```
        """;
    session.write("lessons/first/data/x.csv", "new\n");
    episode("01-out", before);
    assertEquals(1, session.run("notebooks", "test"), session.err());
    assertTrue(session.err().contains("01-out.md:11:1"), session.err());
    assertTrue(session.err().contains("The page shows:\n      old\n"), session.err());
    assertTrue(session.err().contains("3 errors, 0 warnings"), session.err());

    assertEquals(0, session.run("notebooks", "test", "--update"), session.err());
    String after =
        before
            .replace("old\n0.3 <object ...>", "new\n" + real(session))
            .replace("> 0\n", "> 0\n> 1\n> 2\n")
            .replace("```output\n```", "```output\n'solved'\n```");
    assertEquals("---\ntitle: 01-out\n---\n\n" + after, session.read("lessons/first/01-out.md"));
    assertEquals(0, session.run("notebooks", "test", "--json"), session.err());
    assertTrue(session.out().contains("\"cached\":true"), session.out());
  }

  private static String real(Session session) {
    return session
        .read("lessons/first/01-out.md")
        .lines()
        .filter(line -> line.startsWith("0.30000000000000004 <object object at 0x"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Tag("slow")
  void whatRunsWildIsStopped() {
    needsJupyter();
    episode("01-sleeps", "```python\nimport time\ntime.sleep(60)\n```\n");
    episode("02-dies", "```python\nimport os\nos._exit(1)\n```\n");
    episode("03-eats", "```python\nx = bytearray(3 << 30)\n```\n");
    episode(
        "04-spawns",
        """
        ```python
        import subprocess
        subprocess.Popen(["sleep", "61.0625"])
        ```
        """);
    episode(
        "05-calls",
        """
        ```python
        import urllib.request
        urllib.request.urlopen("http://127.0.0.1:9/")
        ```
        """);
    assertEquals(
        1,
        session.run("notebooks", "test", "--cell-timeout", "3", "--memory", "2000"),
        session.err());
    String said = session.err();
    assertTrue(said.contains("error[notebook-timeout] lessons/first/01-sleeps.md:6:1"), said);
    assertTrue(said.contains("error[notebook-kernel-died] lessons/first/02-dies.md:6:1"), said);
    assertTrue(said.contains("This cell fails: MemoryError"), said);
    assertTrue(said.contains("error[notebook-cell-failed] lessons/first/05-calls.md:7:1"), said);
    assertEquals(0, processes("sleep 61.0625"), "what a cell had started is still there");
    assertEquals(0, children("ipykernel"), "a kernel is still there");
  }

  private static long processes(String command) {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().commandLine().orElse("").contains(command))
        .count();
  }

  private static long children(String command) {
    return ProcessHandle.current()
        .descendants()
        .filter(p -> p.info().commandLine().orElse("").contains(command))
        .count();
  }

  @Test
  @Tag("slow")
  void onlyTheTranslationIsBlamedForItsOwnCode() {
    needsJupyter();
    episode("01-one", "```python\nprint(1)\n```\n");
    session.write(
        "locales/es/pages/lessons/first/01-one.md",
        "---\ntitle: Uno\n---\n\n```python\nprint(uno)\n```\n");
    assertEquals(1, session.run("notebooks", "test"), session.err());
    assertTrue(
        session.err().contains("locales/es/pages/lessons/first/01-one.md:6:1"), session.err());
    assertFalse(session.err().contains("] lessons/first/01-one.md"), session.err());
    assertTrue(session.err().contains("Only the notebook in es"), session.err());
    assertEquals(0, session.run("notebooks", "test", "--locale", "en"), session.err());
  }

  @Test
  @Tag("slow")
  void onlyWhatPassedIsPushedAndNothingIsTakenAway() {
    needsJupyter();
    session.write(
        "site-content/hubs/norte.yaml",
        "name: Norte\naddress: https://norte.example.org/\nrepository: embedded\nlanguages: [en]\n");
    episode("01-one", "```python\nprint(1)\n```\n");
    episode("02-two", "```python\nprint(2)\n```\n");
    assertEquals(0, session.run("publish", "--tested"), session.err());
    episode("01-one", "```python\nprint(one)\n```\n");
    episode("02-two", "```python\nprint(22)\n```\n");
    episode("03-three", "```python\nthree\n```\n");

    assertEquals(1, session.run("publish", "--tested"), session.err());
    assertTrue(session.out().contains("Not pushed: en/first/01-one.ipynb"), session.out());
    assertTrue(session.out().contains("Not pushed: en/first/03-three.ipynb"), session.out());
    assertTrue(hub("en/first/01-one.ipynb").contains("print(1)"));
    assertTrue(hub("en/first/02-two.ipynb").contains("print(22)"));
    assertEquals("", hub("en/first/03-three.ipynb"));
  }

  private String hub(String path) {
    try {
      Process git =
          new ProcessBuilder(
                  "git", "-C", folder + "/.chasqui/hubs/norte.git", "show", "HEAD:" + path)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new String(
          git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Tag("slow")
  void recordedOutputsAreShownWithoutJupyter() {
    needsJupyter();
    String png =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    episode(
        "01-one",
        """
        ```python
        print("shown " * 2)
        ```

        ```python {.hide-output}
        print("hidden " * 2)
        ```

        ```python
        #| fig-alt: A dot
        from IPython.display import Image
        import base64
        Image(base64.b64decode("%s"))
        ```

        The end.
        """
            .formatted(png));
    assertEquals(0, session.run("notebooks", "test", "--record"), session.err());
    assertEquals(0, session.run("build"), session.err());
    String page = session.read("public/es/lessons/first/one/index.html");
    assertTrue(page.contains("shown shown"), page);
    assertFalse(page.contains("hidden hidden"), page);
    assertTrue(page.contains("alt=\"A dot\""), page);
    assertTrue(page.indexOf("alt=\"A dot\"") < page.lastIndexOf("The end."), page);
    assertFalse(session.has("public/lessons/first/outputs/one.json"));

    // Of code that has changed nothing is shown.
    episode("01-one", "```python\nprint(\"shown \" * 3)\n```\n");
    assertEquals(0, session.run("build"), session.err());
    assertFalse(session.read("public/lessons/first/one/index.html").contains("shown shown"));
  }

  @Test
  void aNotebookIsMadeAnEpisodeAndNothingIsOverwritten() {
    session.write(
        "My Plot.ipynb",
        """
        {"cells": [
         {"cell_type": "markdown", "metadata": {}, "source": "# A \\"plot\\"\\n\\nText."},
         {"cell_type": "code", "metadata": {"tags": ["hide-input"]}, "execution_count": 1,
          "outputs": [{"output_type": "stream", "name": "stdout", "text": "1\\n"}],
          "source": ["print(1)"]}],
         "metadata": {"kernelspec": {"name": "python3", "language": "python"}},
         "nbformat": 4, "nbformat_minor": 2}
        """);
    assertEquals(0, session.run("notebooks", "import", "My Plot.ipynb", "first"), session.err());
    assertEquals(
        """
        ---
        title: "A \\"plot\\""
        teaching: 10
        exercises: 10
        questions: []
        objectives: []
        keypoints: []
        ---

        Text.

        ```{code-cell} python
        :tags: [hide-input]
        print(1)
        ```

        ```output
        1
        ```
        """,
        session.read("lessons/first/01-my-plot.md"));
    assertEquals(0, session.run("notebooks", "import", "My Plot.ipynb", "first"), session.err());
    assertTrue(session.has("lessons/first/02-my-plot.md"));
    session.write("lessons/first/07-x.md", "mine");
    session.write("07-x.ipynb", session.read("My Plot.ipynb"));
    assertEquals(2, session.run("notebooks", "import", "07-x.ipynb", "first"), session.err());
    assertEquals("mine", session.read("lessons/first/07-x.md"));
    assertEquals(2, session.run("notebooks", "import", "07-x.ipynb", "frist"), session.err());
  }
}
