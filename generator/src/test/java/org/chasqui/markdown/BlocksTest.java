package org.chasqui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlocksTest {
  @Test
  void blocksAreTheSameIfOnlyHeadingsAreRead() throws IOException {
    for (SpecExamples.Example example : SpecExamples.of("spec.txt")) {
      assertSameBlocks(example.markdown());
    }
    Path golden =
        Path.of(System.getProperty("chasqui.root", ".."), "generator/src/test/resources/markdown");
    try (Stream<Path> files = Files.walk(golden)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertSameBlocks(Files.readString(file));
      }
    }
  }

  private static void assertSameBlocks(String text) {
    assertEquals(BlockReader.read(text, Dialect.parse(text)), BlockReader.read(text), text);
  }

  @Test
  void cutsALessonForANotebook() {
    List<Block> blocks =
        Markdown.blocks(
            """
            ## Read *data* {#read}

            Some text.

            - a list

            ```python
            x = 1
            ```

            ```{code-cell} python
            :tags: [hide]
            y = 2
            ```

            ::: challenge
            ### Try
            Do it.
            :::: solution
            ```{.python .no-run}
            z
            ```
            ::::
            :::

            > [!TIP] Mind
            > the gap
            """);
    Block.Heading heading = assertInstanceOf(Block.Heading.class, blocks.get(0));
    assertEquals("Read *data*", heading.markdown());
    assertEquals("read", heading.id());
    assertEquals("Some text.\n\n- a list", ((Block.Prose) blocks.get(1)).markdown());
    assertEquals("x = 1\n", ((Block.Code) blocks.get(2)).code());
    Block.Code cell = (Block.Code) blocks.get(3);
    assertEquals(
        "python true y = 2\n [hide]",
        cell.language()
            + " "
            + cell.cell()
            + " "
            + cell.code()
            + " "
            + cell.attributes().get("tags"));
    Block.Container challenge = (Block.Container) blocks.get(4);
    assertEquals("challenge", challenge.name());
    Block.Container solution = (Block.Container) challenge.children().get(2);
    Block.Code shown = (Block.Code) solution.children().get(0);
    assertEquals("python", shown.language());
    assertEquals(true, shown.attributes().containsKey(".no-run"));
    Block.Container tip = (Block.Container) blocks.get(5);
    assertEquals("tip Mind", tip.name() + " " + tip.title().orElse(""));
    assertEquals("the gap", ((Block.Prose) tip.children().get(0)).markdown());
  }

  @Test
  void notebooksGetWhatJupyterShows() {
    List<Block> blocks =
        Markdown.blocks(
            "Pond\n: Still water.\n\n% secret\n\nText.\n{: .lead}\n\n"
                + "> ## Count\n> How many?\n{: .challenge}\n");
    assertEquals("- **Pond**: Still water.", ((Block.Prose) blocks.get(0)).markdown());
    assertEquals("Text.", ((Block.Prose) blocks.get(1)).markdown());
    Block.Container box = (Block.Container) blocks.get(2);
    assertEquals("challenge", box.name());
    assertEquals("Count", ((Block.Heading) box.children().get(0)).markdown());
    assertEquals("How many?", ((Block.Prose) box.children().get(1)).markdown());
    assertEquals(3, blocks.size());
  }

  @Test
  void tablesOfListsAndValuesArePipeTables() {
    String list = "```{list-table} Ponds\n:header-rows: 1\n\n* - a\n  - b\n* - c|d\n```\n";
    Block.Prose prose = (Block.Prose) Markdown.blocks(list).get(0);
    assertEquals("**Ponds**\n\n| a | b |\n| --- | --- |\n| c\\|d |  |", prose.markdown());
    String file = "```{csv-table} Rain\n:file: rain.csv\n```\n";
    assertEquals("[Rain](<rain.csv>)", ((Block.Prose) Markdown.blocks(file).get(0)).markdown());
  }
}
