package org.chasqui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A notebook keeps to what learners already have of it. */
class NextEditionTest {
  private static String notebook(String markdown) {
    return TestLessons.of(markdown).notebooks().get("en/rain/01-intro.ipynb");
  }

  /** The ids between the title and the key points, after an edit. */
  private static List<String> ids(String... editions) {
    String published = notebook(editions[0]);
    for (int i = 1; i < editions.length; i++) {
      published = NextEdition.of(published, notebook(editions[i]));
      assertEquals(published, NextEdition.of(published, notebook(editions[i])), "fitted twice");
    }
    List<String> ids = TestLessons.ids(TestLessons.cellsOf(published));
    return ids.subList(1, ids.size() - 2);
  }

  private static String code(String code) {
    return "```python\n" + code + "\n```\n\n";
  }

  @Test
  void nothingChangesWithoutAChange() {
    for (int seed = 0; seed < 50; seed++) {
      String notebook = notebook(RandomEpisode.markdown(seed));
      assertEquals(notebook, NotebookText.of(notebook).orElseThrow().text());
      assertEquals(notebook, NextEdition.of(notebook, notebook));
    }
  }

  @Test
  void aCellKeepsItsIdWhateverBecomesOfItsText() {
    assertEquals(
        List.of("start-x-text", "start-x", "start-end"),
        ids("One.\n\n" + code("x = 1") + "Two.", "One.\n\n" + code("total = 2") + "Two."));
    assertEquals(
        List.of("start-end", "start-new-cell", "start-end-2"),
        ids("One is here.\n\nTwo.", "One is here.\n\n" + code("new.cell()") + "Two.").stream()
            .map(id -> id.replace("-V2", "-2"))
            .toList());
  }

  @Test
  void ofTwoCellsThatBecomeOneTheFirstKeepsItsId() {
    assertEquals(
        List.of("rain", "sun"),
        ids(
            "## Rain\n\n" + code("x = 1") + "A long text about rain.\n\n## Sun\n",
            "## Rain\n\nA long text about rain.\n\n## Sun\n"));
  }

  @Test
  void newCodeBeforeCodeIsSetApart() {
    String before = "Text.\n\n" + code("first()") + code("second()");
    String after = "Text.\n\n" + code("first()") + code("new()") + code("second()");
    List<String> ids =
        List.of("start-first-text", "start-first", "start-new-space", "start-new", "start-second");
    assertEquals(ids, ids(before, after));
    // What sets it apart stays, and later cells find it.
    assertEquals(ids, ids(before, after, after));
    String later =
        "Text.\n\n" + code("first()") + code("more()") + code("new()") + code("second()");
    assertEquals(
        List.of(
            "start-first-text",
            "start-first",
            "start-more",
            "start-new-space",
            "start-new",
            "start-second"),
        ids(before, after, later));
  }

  @Test
  void aMovedCellGetsAFreshIdEachTime() {
    String a = "## A\n\nAbout a, in some words.\n\n";
    String b = "## B\n\nAbout b, in other words.\n\n";
    String c = "## C\n\nNothing of the kind.\n\n";
    assertEquals(List.of("b", "a", "c-V2"), sorted(ids(c + a + b, a + b + c)));
    assertEquals(List.of("b", "a", "c-V3"), sorted(ids(c + a + b, a + b + c, c + a + b)));
    assertTrue(
        ids(c + a + b, a + b + c, a + b + c + "Edited.\n").contains("c-V2"),
        "it keeps the new one");
  }

  private static List<String> sorted(List<String> ids) {
    return ids.stream()
        .sorted(
            java.util.Comparator.comparing(String::length)
                .thenComparing(java.util.Comparator.reverseOrder()))
        .toList();
  }

  @Test
  void aStrangeNotebookIsNoReasonToStumble() {
    String wanted = notebook("Text.");
    assertEquals(wanted, NextEdition.of("", wanted));
    assertEquals(wanted, NextEdition.of("{}", wanted));
    assertEquals(wanted, NextEdition.of(wanted.replace("\n ", "\n  "), wanted));
    assertEquals(wanted, NextEdition.of(wanted.substring(0, wanted.length() / 2), wanted));
  }

  @Test
  void everyEditionHasIdsOfItsOwn() {
    for (int seed = 0; seed < 100; seed++) {
      String published = notebook(RandomEpisode.markdown(seed));
      for (int next = 1; next < 4; next++) {
        String wanted = notebook(RandomEpisode.markdown(seed + 97L * next));
        published = NextEdition.of(published, wanted);
        assertEquals(published, NextEdition.of(published, wanted), "seed " + seed);
        List<String> ids = TestLessons.ids(TestLessons.cellsOf(published));
        assertEquals(ids.size(), ids.stream().distinct().count(), ids::toString);
        assertTrue(ids.stream().allMatch(id -> id.matches("[a-zA-Z0-9-_]{1,64}")), ids::toString);
        assertEquals("end", ids.get(ids.size() - 1));
      }
    }
  }
}
