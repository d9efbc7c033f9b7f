package org.chasqui.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
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
  void aFileThatIsKnownIsReadOnlyIfMoreThanItsBeginningIsAskedFor() {
    int[] times = {0};
    String whole = "---\nx: y\n---\nText of it.\n";
    SourceFile read = new SourceFile("a.md", whole);
    SourceFile known =
        SourceFile.later(
            "a.md",
            whole.substring(0, 13),
            whole.length(),
            Map.of(13, read.digest(13)),
            () -> {
              times[0]++;
              return whole;
            });
    assertEquals(whole.length(), known.length());
    assertEquals("x: y", known.text(4, 8));
    assertEquals("x: y", known.span(4, 8).text());
    assertEquals(read.digest(13), known.digest(13));
    assertFalse(known.isBlank(13));
    assertEquals(0, times[0]);
    assertEquals("Text", known.text(13, 17));
    assertEquals(4, known.line(13));
    assertEquals(read, known);
    assertEquals(read.digest(4), known.digest(4));
    assertEquals(1, times[0]);
  }

  @Test
  void anEmptyFileHasOneLine() {
    SourceFile file = new SourceFile("a.md", "");
    assertEquals(1, file.line(0));
    assertEquals(1, file.column(0));
    assertEquals("", file.lineText(1));
  }
}
