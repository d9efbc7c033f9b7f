package org.chasqui.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.chasqui.ipynb.CellOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputComparisonTest {
  private static final OutputComparison USUAL = new OutputComparison(1e-6);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "4                 | 4                                  | true",
        "4                 | 5                                  | false",
        "15                | 15.0                               | false",
        "0.3               | 0.30000000000000004                | true",
        "[0.1, 0.2]        | [0.10000000001, 0.2]               | true",
        "0.3               | 0.31                               | false",
        "1e-17             | -3.2e-18                           | true",
        "1000000           | 1000001                            | false",
        "v1.2              | v1.3                               | false",
        "x = ...           | x = 7 and more                     | true",
        "a ... z           | a b c z                            | true",
        "a ... z           | a b c                              | false",
        "0.33...           | 0.3333333                          | true",
        "0.33...           | 0.34                               | false",
        "t: 0.1 s, n: ...  | t: 0.10000000001 s, n: 12          | true",
        "<A at 0x12> b     | <A at 0x7f30ab12> b                | true",
        "árbol             | arbol                              | false",
      })
  void linesAreCompared(String said, String given, boolean same) {
    assertEquals(same, USUAL.matches(said, given), said + " ~ " + given);
  }

  @Test
  void threeDotsAloneStandForAnyLines() {
    assertTrue(USUAL.matches("a\n...\nd\n", "a\nb\nc\nd\n"));
    assertTrue(USUAL.matches("a\n...\nd\n", "a\nd\n"));
    assertTrue(USUAL.matches("...\n", ""));
    assertFalse(USUAL.matches("a\n...\nd\n", "a\nb\nc\n"));
    assertFalse(USUAL.matches("a\n", "a\nb\n"));
  }

  @Test
  void blanksAtLineEndsAndEmptyLinesAroundDoNotCount() {
    assertTrue(USUAL.matches("\na\n\nb\n", "a  \n\nb\t\n\n\n"));
    assertFalse(USUAL.matches("a\nb\n", "a\n\nb\n"));
    assertFalse(USUAL.matches("a\n", " a\n"));
  }

  @Test
  void aToleranceOfItsOwnIsTaken() {
    assertTrue(new OutputComparison(0.1).matches("1.0", "1.05"));
    assertFalse(new OutputComparison(0).matches("0.3", "0.30000000000000004"));
  }

  @Test
  void ofAnErrorTheLastLineCounts() {
    CellOutput.Failure failure =
        new CellOutput.Failure(
            "NameError",
            "name 'x' is not defined",
            "----\nNameError   Traceback (most recent call last)\nNameError: name 'x' is not defined");
    assertTrue(USUAL.matches("NameError: name 'x' is not defined\n", failure));
    assertTrue(USUAL.matches("Traceback: old\n  line 3\nNameError: name ...\n", failure));
    assertFalse(USUAL.matches("NameError: name 'y' is not defined\n", failure));
    assertFalse(USUAL.matches("NameError\n", failure));
  }

  @Test
  void aPageShowsWhatIsPrintedAndValuesButNoPictures() {
    List<CellOutput> outputs =
        List.of(
            new CellOutput.Stream("stdout", "a\nb"),
            new CellOutput.Stream("stderr", "a warning\n"),
            new CellOutput.Data(false, Map.of("image/png", "AA==", "text/plain", "<Figure>")),
            new CellOutput.Data(true, Map.of("text/plain", "7")));
    assertEquals("a\nb\n7\n", OutputComparison.text(outputs));
  }

  // R gives every value that a line shows in four forms, as something displayed.
  @Test
  void valuesThatRShowsAreTextAndHtmlAloneIsNot() {
    Map<String, String> shown =
        Map.of("text/plain", "[1] 4", "text/html", "4", "text/markdown", "4", "text/latex", "4");
    Map<String, String> widget = Map.of("text/plain", "<Map>", "text/html", "<div></div>");
    List<CellOutput> outputs =
        List.of(new CellOutput.Data(false, shown), new CellOutput.Data(false, widget));
    assertEquals("[1] 4\n", OutputComparison.text(outputs));
  }

  @Test
  void aHostileOutputIsComparedInTime() {
    String said = "... a ".repeat(40) + "b";
    String given = "a ".repeat(20_000);
    assertTimeoutPreemptively(Duration.ofSeconds(3), () -> assertFalse(USUAL.matches(said, given)));
    String lines = "...\nx\n".repeat(50) + "end\n";
    String many = "x\n".repeat(50_000);
    assertTimeoutPreemptively(Duration.ofSeconds(3), () -> assertFalse(USUAL.matches(lines, many)));
  }
}
