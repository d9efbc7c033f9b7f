package org.chasqui.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
  private final SourceFile a = new SourceFile("a.md", "text");
  private final SourceFile b = new SourceFile("b.md", "text");

  @Test
  void sortsByPlaceAndKeepsEachOnce() {
    Diagnostics diagnostics = new Diagnostics();
    Diagnostic late = Diagnostic.warning("w", b.top(), "late");
    Diagnostic second = Diagnostic.error("e", a.span(2, 3), "second");
    Diagnostic first = Diagnostic.info("i", a.span(1, 1), "first");
    diagnostics.addAll(List.of(late, second, first, late));
    assertEquals(List.of(first, second, late), diagnostics.sorted());
    assertEquals(1, diagnostics.count(Severity.WARNING));
  }

  @Test
  void onlyAnErrorIsAnError() {
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.add(Diagnostic.warning("w", a.top(), "w"));
    assertFalse(diagnostics.hasErrors());
    diagnostics.add(Diagnostic.error("e", a.top(), "e"));
    assertTrue(diagnostics.hasErrors());
  }
}
