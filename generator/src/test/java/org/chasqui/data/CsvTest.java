package org.chasqui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.chasqui.diagnostic.SourceFile;
import org.junit.jupiter.api.Test;

class CsvTest {
  private static List<Csv.Row> rows(String text) {
    return Csv.rows(new SourceFile("data/terms.csv", text));
  }

  @Test
  void quotedCellsHoldCommasLineEndsAndQuotes() {
    List<Csv.Row> rows = rows("term,note\nhub,\"a, \"\"b\"\"\nc\"\n,\ncell,\n");
    assertEquals(Map.of("term", "hub", "note", "a, \"b\"\nc"), rows.get(0).cells());
    assertEquals(Map.of("term", "cell", "note", ""), rows.get(1).cells());
    assertEquals(2, rows.size());
  }

  @Test
  void aRowKnowsItsPlace() {
    List<Csv.Row> rows = rows("a;b\n1;2\n3;4");
    assertEquals("3;4", rows.get(1).span().text());
    assertEquals(3, rows.get(1).span().line());
    assertEquals("4", rows.get(1).cell("b"));
    assertEquals("", rows.get(1).cell("c"));
  }
}
