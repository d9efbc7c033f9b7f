package org.chasqui.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SourceFileTest {
  @Test
  void countsLinesOfEveryKindOfLineEnd() {
    SourceFile file = new SourceFile("a.md", "one\ntwo\r\nthree\rfour");
    assertEquals("one", file.lineText(1));
    assertEquals("two", file.lineText(2));
    assertEquals("three", file.lineText(3));
    assertEquals("four", file.lineText(4));
    assertEquals("", file.lineText(5));
    assertEquals(3, file.line(file.text().indexOf("three")));
    assertEquals(4, file.line(9999));
  }

  @Test
  void countsColumnsInCodePoints() {
    SourceFile file = new SourceFile("a.md", "x\n🌵é z");
    assertEquals(4, file.column(file.text().indexOf('z')));
    assertEquals(2, file.line(file.text().indexOf('z')));
  }

  @Test
  void saysWhereASpanIs() {
    SourceFile file = new SourceFile("site-content/a.md", "title: x\ndate: never\n");
    int at = file.text().indexOf("never");
    assertEquals("site-content/a.md:2:7", file.span(at, at + 5).location());
    assertEquals("never", file.span(at, at + 5).text());
  }

  @Test
  void anEmptyFileHasOneLine() {
    SourceFile file = new SourceFile("a.md", "");
    assertEquals(1, file.line(0));
    assertEquals(1, file.column(0));
    assertEquals("", file.lineText(1));
  }
}
