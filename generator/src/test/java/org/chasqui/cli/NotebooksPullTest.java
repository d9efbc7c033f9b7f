package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notebooks that an instructor mended in Jupyter, brought back into the sources. */
class NotebooksPullTest {
  private static final String SOURCE = "lessons/first/01-start.md";
  private static final String EPISODE =
      """
      ---
      title: Start
      questions:
        - What is one and one?
      objectives:
        - "Add: two numbers."
      keypoints:
        - It is two.
      ---

      Let us add, as [about us](../../site-content/about.md) tells.
      {: .lead}

      ```python
      1 + 1
      ```

      ```output
      2
      ```

      ## More {#more}

      :::: challenge

      ### Three

      Add *three* numbers.

      ```python
      1 + 2 + 3
      ```

      ::: solution

      It is six.

      :::
      ::::

      The end comes.
      """;

  @TempDir private Path folder;
  private Session session;

  @BeforeEach
  void aSite() {
    session = Session.withSite(folder);
    session.write(SOURCE, EPISODE);
    session.write(
        "locales/es/lessons/first/start.po",
        """
        msgid ""
        msgstr ""
        "Language: es\\n"
        "Content-Type: text/plain; charset=UTF-8\\n"
        "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

        msgid "The end comes."
        msgstr "Llega el final."

        msgid "It is two."
        msgstr "Son dos."

        msgid "Add *three* numbers."
        msgstr ""
        """);
  }

  private void mended(String language, String... changes) {
    assertEquals(0, session.run("notebooks", "--to", "out"), session.err());
    String text = session.read("out/" + language + "/first/01-start.ipynb");
    for (int i = 0; i < changes.length; i += 2) {
      assertTrue(text.contains(changes[i]), changes[i] + " in " + text);
      text = text.replace(changes[i], changes[i + 1]);
    }
    session.write("mended.ipynb", text);
  }

  private static String cell(String type, String source) {
    String code = type.equals("code") ? "   \"execution_count\": 7,\n" : "";
    String outputs = type.equals("code") ? "   \"outputs\": [],\n" : "";
    return "  {\n   \"cell_type\": \""
        + type
        + "\",\n"
        + code
        + "   \"id\": \"ab12cd34\",\n   \"metadata\": {},\n"
        + outputs
        + "   \"source\": [\n    \""
        + source
        + "\"\n   ]\n  },\n";
  }

  @Test
  void aNotebookThatNobodyChangedChangesNothing() {
    for (String language : new String[] {"en", "es"}) {
      mended(language);
      assertEquals(0, session.run("notebooks", "pull", "mended.ipynb"), session.err());
      assertTrue(session.out().contains("Nothing has changed"), session.out());
      assertEquals(EPISODE, session.read(SOURCE));
    }
  }

  @Test
  void onlyTheWordsOfChangedCellsChange() {
    mended(
        "en",
        "Let us add, as",
        "Let us add up, as",
        "1 + 2 + 3",
        "sum([1, 2, 3])",
        "> Add *three* numbers.",
        "> Add *four* numbers.",
        "Exercise 1: Three",
        "Exercise 1: Four",
        "## More",
        "## Much more",
        "What is one and one?",
        "What are one and one?",
        "Add: two numbers.",
        "Add: \\\"two\\\" numbers.");
    assertEquals(0, session.run("notebooks", "pull", "mended.ipynb"), session.err());
    assertEquals(
        EPISODE
            .replace("Let us add, as", "Let us add up, as")
            .replace("1 + 2 + 3", "sum([1, 2, 3])")
            .replace("*three*", "*four*")
            .replace("### Three", "### Four")
            .replace("## More", "## Much more")
            .replace("What is one and one?", "What are one and one?")
            .replace("\"Add: two numbers.\"", "\"Add: \\\"two\\\" numbers.\""),
        session.read(SOURCE));
    assertTrue(session.out().contains("Brought back 5 cells."), session.out());
    Golden.check("pull-base-unknown", session.err());
    String before = session.read("mended.ipynb");
    assertEquals(0, session.run("notebooks", "--to", "out"), session.err());
    String again = session.read("out/en/first/01-start.ipynb");
    assertEquals(sources(before), sources(again));
  }

  private static String sources(String notebook) {
    return notebook.replaceAll("(?m)^   \"id\": .*\\n", "");
  }

  @Test
  void aDryRunShowsTheChangeAndWritesNothing() {
    mended("en", "The end comes.", "The end is here.");
    assertEquals(0, session.run("notebooks", "pull", "--dry-run", "mended.ipynb"), session.err());
    assertEquals(EPISODE, session.read(SOURCE));
    assertTrue(session.out().contains("--- a/" + SOURCE), session.out());
    assertTrue(session.out().contains("\n-The end comes.\n+The end is here.\n"), session.out());
  }

  @Test
  void newCellsStandBehindTheOneBefore() {
    mended(
        "en",
        "  {\n   \"cell_type\": \"markdown\",\n   \"id\": \"more\"",
        cell("markdown", "Try it.").replace("ab12cd34", "11")
            + cell("code", "2 + 2")
            + "  {\n   \"cell_type\": \"markdown\",\n   \"id\": \"more\"");
    assertEquals(0, session.run("notebooks", "pull", "mended.ipynb"), session.err());
    assertEquals(
        EPISODE.replace(
            "```output\n2\n```\n", "```output\n2\n```\n\nTry it.\n\n```python\n2 + 2\n```\n"),
        session.read(SOURCE));
  }

  @Test
  void whatIsGoneGoesOnlyWhenAskedFor() {
    mended("en");
    String text = session.read("mended.ipynb");
    String gone =
        text.replaceFirst(
            "(?s)  \\{\\n   \"cell_type\": \"code\",(?:(?!\\n  \\}).)*?1 \\+ 1.*?\\n  \\},\\n", "");
    session.write("mended.ipynb", gone);
    assertEquals(1, session.run("notebooks", "pull", "mended.ipynb"), session.err());
    Golden.check("pull-gone", session.err());
    assertEquals(EPISODE, session.read(SOURCE));
    assertEquals(0, session.run("notebooks", "pull", "--delete", "mended.ipynb"), session.err());
    assertEquals(
        EPISODE.replace("```python\n1 + 1\n```\n\n```output\n2\n```\n\n", ""),
        session.read(SOURCE));
  }

  @Test
  void aCellInAnotherPlaceIsNamed() {
    mended("en");
    List<String> cells =
        new ArrayList<>(List.of(session.read("mended.ipynb").split("(?<=\n  \\},\n)")));
    int code = 0;
    while (!cells.get(code).contains("\"1 + 1\"")) {
      code++;
    }
    cells.add(1, cells.remove(code));
    session.write("mended.ipynb", String.join("", cells));
    assertEquals(1, session.run("notebooks", "pull", "mended.ipynb"), session.err());
    Golden.check("pull-moved", session.err());
    assertEquals(EPISODE, session.read(SOURCE));
  }

  @Test
  void outputsThatAreTooBigForAPageAreToldAtTheirCell() {
    session.write(
        "lessons/first/02-big.ipynb",
        """
        {
         "cells": [
          {
           "cell_type": "code",
           "execution_count": 1,
           "metadata": {},
           "outputs": [
            {"name": "stdout", "output_type": "stream", "text": ["%s"]}
           ],
           "source": ["print('rain' * 40000)"]
          }
         ],
         "metadata": {},
         "nbformat": 4,
         "nbformat_minor": 4
        }
        """
            .formatted("rain".repeat(40_000)));
    session.run("check");
    Golden.check("output-size", session.err());
  }

  @Test
  void aTranslationChangesInTheCatalogue() {
    mended(
        "es",
        "Llega el final.",
        "Ya llega el final.",
        "Son dos.",
        "Son *dos*.",
        "> Add *three* numbers.",
        "> Sume *tres* números.");
    assertEquals(0, session.run("notebooks", "pull", "mended.ipynb"), session.err());
    assertEquals(EPISODE, session.read(SOURCE));
    String po = session.read("locales/es/lessons/first/start.po");
    assertTrue(po.contains("msgstr \"Ya llega el final.\""), po);
    assertTrue(po.contains("msgstr \"Son *dos*.\""), po);
    assertTrue(po.contains("msgid \"Add *three* numbers.\"\nmsgstr \"Sume *tres* números.\""), po);
    mended("es");
    assertTrue(session.read("mended.ipynb").contains("> Sume *tres* números."));
  }

  @Test
  void codeIsChangedInTheLanguageItWasWrittenIn() {
    mended("es", "1 + 2 + 3", "sum([1, 2, 3])");
    assertEquals(1, session.run("notebooks", "pull", "mended.ipynb"), session.err());
    Golden.check("pull-left-code", session.err());
    assertEquals(EPISODE, session.read(SOURCE));
  }

  @Test
  void whatChasquiMakesItselfIsLeftAndNamed() {
    mended("en", "**Key points**", "**Remember**", "The end comes.", "The end is near.");
    assertEquals(1, session.run("notebooks", "pull", "mended.ipynb"), session.err());
    Golden.check("pull-left-words", session.err());
    assertEquals(EPISODE.replace("The end comes.", "The end is near."), session.read(SOURCE));
  }

  @Test
  void whatTheSourceSaysSinceThePublicationStays() throws java.io.IOException {
    mended("en", "The end comes.", "The end is here.", "1 + 2 + 3", "6");
    Files.copy(folder.resolve("out/en/first/01-start.ipynb"), folder.resolve("published.ipynb"));
    session.write(
        SOURCE, EPISODE.replace("The end comes.", "It ends.").replace("Let us", "Let them"));
    assertEquals(
        1,
        session.run("notebooks", "pull", "--published", "published.ipynb", "mended.ipynb"),
        session.err());
    Golden.check("pull-conflict", session.err());
    String now = session.read(SOURCE);
    assertTrue(now.contains("It ends."), now);
    assertTrue(now.contains("Let them"), now);
    assertTrue(now.contains("```python\n6\n```"), now);
  }

  @Test
  void windowsLineEndsStay() throws java.io.IOException {
    session.write(SOURCE, EPISODE.replace("\n", "\r\n"));
    mended("en", "\"1 + 1\"", "\"1 +\\n\",\n    \"  1\"");
    assertEquals(0, session.run("notebooks", "pull", "mended.ipynb"), session.err());
    assertEquals(EPISODE.replace("1 + 1", "1 +\n  1").replace("\n", "\r\n"), session.read(SOURCE));
  }

  @Test
  void aHubsCopyComesBack() throws Exception {
    assertEquals(0, session.run("hubs", "push", "west"), session.err());
    Path clone = folder.resolve("clone");
    git(folder, "clone", "-q", folder.resolve(".chasqui/hubs/west.git").toString(), "clone");
    Path file = clone.resolve("en/first/01-start.ipynb");
    Files.writeString(
        file, Files.readString(file).replace("The end comes.", "The hub's end comes."));
    git(clone, "-c", "user.name=I", "-c", "user.email=i@example.org", "commit", "-qam", "Mend");
    git(clone, "push", "-q");
    session.write(SOURCE, EPISODE.replace("Let us", "Let them"));
    assertEquals(0, session.run("notebooks", "pull", "--hub", "west"), session.err());
    assertEquals(
        EPISODE.replace("Let us", "Let them").replace("The end comes.", "The hub's end comes."),
        session.read(SOURCE));
    assertEquals("", session.err());
  }

  private static void git(Path in, String... arguments) throws Exception {
    java.util.List<String> command = new java.util.ArrayList<>(java.util.List.of("git"));
    command.addAll(java.util.List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), said);
  }

  @Test
  void aNotebookOfNobodyIsRefused() {
    session.write(
        "strange.ipynb",
        "{\"cells\": [{\"cell_type\": \"markdown\", \"metadata\": {}, \"source\": \"Hm\"}],"
            + " \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 2}");
    assertEquals(2, session.run("notebooks", "pull", "strange.ipynb"));
    assertTrue(session.err().contains("--episode LESSON/EPISODE"), session.err());
    session.write("strange.ipynb", "<<<<<<< ours\n");
    assertEquals(1, session.run("notebooks", "pull", "strange.ipynb"));
    assertTrue(session.err().contains("notebook-merge-markers"), session.err());
  }
}
