package org.chasqui.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {
  private final DiagnosticPrinter printer = new DiagnosticPrinter(false);

  @Test
  void saysWhereWhatAndWhatToDo() {
    Diagnostic diagnostic =
        Diagnostic.error(
                "link-dead",
                mark("Title\n\nRead [it](../setup.md) first.\n", "[it](../setup.md)"),
                "No page answers to ../setup.md.")
            .help("Did you mean ../set-up.md?");
    assertEquals(
        """
        error[link-dead] site-content/about.md:3:6
          No page answers to ../setup.md.
            3 | Read [it](../setup.md) first.
              |      ^^^^^^^^^^^^^^^^^
          help: Did you mean ../set-up.md?
        """,
        printer.print(diagnostic));
  }

  @Test
  void caretsStandBelowWideCombiningAndTabbedText() {
    assertArrow("日本 here", "here", "日本 here", 5, 4);
    assertArrow("e\u0301te\u0301 here", "here", "e\u0301te\u0301 here", 4, 4);
    assertArrow("\ta\there", "here", "    a   here", 8, 4);
    assertArrow("x 日本 y", "日本", "x 日本 y", 2, 4);
    assertArrow("👩‍💻 here", "here", "👩‍💻 here", 5, 4);
  }

  @Test
  void aSpanOverSeveralLinesIsMarkedToTheEndOfItsFirst() {
    assertArrow("one two\nthree", "two\nthree", "one two", 4, 3);
  }

  @Test
  void aPointHasOneCaretEvenAtTheEndOfTheLine() {
    SourceFile file = new SourceFile("a.md", "abc\n");
    assertEquals(new SourceArrow("abc", 3, 1), SourceArrow.of(file.span(3, 3)));
  }

  @Test
  void ofALongLineOnlyThePlaceIsShown() {
    String line = "a".repeat(500) + "HERE" + "b".repeat(500);
    SourceArrow arrow = SourceArrow.of(mark(line, "HERE"));
    assertTrue(arrow.line().startsWith("…aaa") && arrow.line().endsWith("b…"), arrow.line());
    assertTrue(DisplayWidth.of(arrow.line()) <= 104, arrow.line());
    assertEquals("HERE", arrow.line().substring(arrow.indent(), arrow.indent() + arrow.width()));
  }

  @Test
  void aFileCannotSteerTheTerminal() {
    String evil = "\u001b]0;owned\u0007 \u202egnp.exe\u009b31m";
    String printed =
        printer.print(Diagnostic.warning("x", mark("a " + evil, "a"), "m " + evil).help(evil));
    assertFalse(printed.chars().anyMatch(c -> c == 0x1b || c == 7 || c == 0x9b || c == 0x202e));
    assertTrue(printed.contains("\uFFFD]0;owned\uFFFD"));
  }

  @Test
  void anEmptyFileShowsNoLine() {
    SourceSpan top = new SourceFile("a.yaml", "").top();
    assertEquals(
        "info[empty] a.yaml:1:1\n  It is empty.\n",
        printer.print(Diagnostic.info("empty", top, "It is empty.")));
  }

  @Test
  void coloursAreOptional() {
    String printed =
        new DiagnosticPrinter(true).print(Diagnostic.error("x", mark("ab", "b"), "Bad."));
    assertTrue(printed.startsWith("\u001b[1;31merror[x]\u001b[0m "), printed);
  }

  private static void assertArrow(String text, String marked, String line, int indent, int width) {
    assertEquals(new SourceArrow(line, indent, width), SourceArrow.of(mark(text, marked)));
  }

  private static SourceSpan mark(String text, String marked) {
    int at = text.indexOf(marked);
    return new SourceFile("site-content/about.md", text).span(at, at + marked.length());
  }
}
