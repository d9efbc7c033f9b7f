package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What learners would not receive is known before it is pushed. */
@DisplayName("G10 merge preflight")
class G10MergePreflightTest {
  @TempDir Path folder;
  private Path site;
  private Hub hub;

  @BeforeEach
  void place() {
    Git.needed();
    site = folder.resolve("site");
    hub = Hubs.at("h", Git.bare(folder.resolve("hub.git")));
  }

  /** A notebook in Jupyter's bytes; a text that begins with {@code >} is code. */
  private static String notebook(String... cells) {
    StringBuilder text = new StringBuilder("{\n \"cells\": [\n");
    for (int i = 0; i < cells.length; i++) {
      String id = cells[i].replaceFirst(":.*", "");
      String source = cells[i].replaceFirst("[^:]*:", "");
      boolean code = source.startsWith(">");
      text.append("  {\n   \"cell_type\": \"" + (code ? "code" : "markdown") + "\",\n");
      text.append(code ? "   \"execution_count\": null,\n" : "");
      text.append("   \"id\": \"" + id + "\",\n   \"metadata\": {},\n");
      text.append(code ? "   \"outputs\": [],\n" : "");
      text.append("   \"source\": [\n    \"" + source.replaceFirst(">", "") + "\"\n   ]\n  }");
      text.append(i + 1 < cells.length ? ",\n" : "\n");
    }
    return text
        + " ],\n \"metadata\": {\n  \"kernelspec\": {\n   \"display_name\": \"Python 3\",\n"
        + "   \"language\": \"python\",\n   \"name\": \"python3\"\n  },\n"
        + "  \"language_info\": {\n   \"name\": \"python\"\n  }\n },\n"
        + " \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n";
  }

  private HubContent says(String... cells) {
    return Hubs.content(hub, "es/a.ipynb", notebook(cells));
  }

  private HubReport plan(HubContent content) {
    return new HubPublisher(site, Hubs.options())
        .plan(List.of(content), Hubs.SECOND, r -> {})
        .get(0);
  }

  @Test
  void aCodeCellBeforeACodeCellIsNamed() {
    Hubs.push(site, says("intro:Hola", "one:>1 + 1", "two:>2 + 2", "end:Fin"));
    HubContent more = says("intro:Hola", "one:>1 + 1", "new:>9 + 9", "two:>2 + 2", "end:Fin");
    HubReport planned = plan(more);
    List<MergeLoss> losses = planned.details().losses();
    assertTrue(losses.stream().anyMatch(loss -> loss.cell().equals("new")), losses.toString());

    HubOptions strict = Hubs.options().strictMerge(true);
    HubOutcome.Rejected rejected =
        assertInstanceOf(HubOutcome.Rejected.class, Hubs.push(site, more, Hubs.SECOND, strict));
    assertEquals("MERGE", rejected.code());
    assertTrue(rejected.message().contains("es/a.ipynb#new"), rejected.message());
    assertInstanceOf(
        HubOutcome.Published.class, Hubs.push(site, more, Hubs.SECOND, Hubs.options()));
  }

  @Test
  void aCellAtTheVeryEndIsLostToThoseWhoAddedOneThere() {
    Hubs.push(site, says("intro:Hola", "one:>1 + 1"));
    List<MergeLoss> losses = plan(says("intro:Hola", "one:>1 + 1", "two:Más")).details().losses();
    assertTrue(
        losses.stream()
            .anyMatch(l -> l.cell().equals("two") && l.learner().equals("ran-all-and-added")),
        losses.toString());
  }

  @Test
  void whatFollowsTheRulesArrives() {
    Hubs.push(site, says("intro:Hola", "one:>1 + 1", "two:>2 + 2", "end:Fin"));
    HubContent content =
        says("intro:Buenos días", "one:>1 + 1", "why:Porque", "new:>3", "two:>2 + 2", "end:Fin");
    assertEquals(List.of(), plan(content).details().losses());
    HubOptions strict = Hubs.options().strictMerge(true);
    assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, content, Hubs.SECOND, strict));
  }

  @Test
  void theVirtualLearnerWritesWhatJupyterWrites() {
    String before = notebook("intro:Hola", "one:>1 + 1");
    String run = VirtualLearner.run(before);
    assertTrue(run.contains("   \"execution_count\": 1,\n   \"id\": \"one\""), run);
    assertTrue(run.contains("     \"name\": \"stdout\",\n"), run);
    assertTrue(run.contains("   \"version\": \"3.11.2\"\n"), run);
    String added = VirtualLearner.scratch(run);
    List<Notebook.Cell> cells =
        Notebook.read(added.getBytes(StandardCharsets.UTF_8)).orElseThrow().cells();
    assertEquals(List.of("intro", "one", "5c7a7c4e"), cells.stream().map(c -> c.id()).toList());
  }

  @Test
  void ourMergeIsTheOneThatGitMakes() throws Exception {
    Path repo = folder.resolve("repo");
    Git.mkdirs(repo);
    Random random = new Random(7);
    int same = 0;
    int all = 40;
    for (int i = 0; i < all; i++) {
      List<String> cells = new ArrayList<>();
      for (int c = 0; c < 8; c++) {
        cells.add(
            "cell" + c + ":" + (random.nextBoolean() ? ">" : "") + "text " + random.nextInt());
      }
      String before = notebook(cells.toArray(new String[0]));
      int at = random.nextInt(8);
      if (random.nextBoolean()) {
        cells.add(at, "fresh:" + (random.nextBoolean() ? ">" : "") + "fresh " + i);
      } else {
        cells.set(at, cells.get(at) + " changed");
      }
      String after = notebook(cells.toArray(new String[0]));
      String theirs = VirtualLearner.scratch(VirtualLearner.run(before));
      Git.write(repo.resolve("base"), before);
      Git.write(repo.resolve("theirs"), theirs);
      Git.write(repo.resolve("after"), after);
      // The merge of one file, as "git merge -Xours" does it.
      Git.Said git =
          Git.program(
              repo,
              List.of("git", "merge-file", "-p", "--ours", "--diff3", "theirs", "base", "after"));
      String ours =
          new String(
              MergeCheck.merged(bytes(before), bytes(theirs), bytes(after)),
              StandardCharsets.UTF_8);
      same += git.out().equals(ours) ? 1 : 0;
    }
    // git's merge-file diffs by Myers, its merge of trees by histogram: a few differ.
    assertTrue(same >= all * 9 / 10, same + " of " + all);
    Files.delete(repo.resolve("base"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsNoNotebookIsPassedOver() {
    Hubs.push(site, Hubs.content(hub, "es/a.ipynb", "no notebook\n"));
    HubReport planned = plan(Hubs.content(hub, "es/a.ipynb", notebook("one:x")));
    assertEquals(List.of(), planned.details().losses());
    assertFalse(Notebook.read(bytes("{\"cells\": [")).isPresent());
    assertFalse(Notebook.read(bytes("[]")).isPresent());
  }
}
