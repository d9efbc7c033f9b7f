package org.chasqui.localize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chasqui.gettext.PoHeader;
import org.junit.jupiter.api.Test;

class TranslatorsTest {
  @Test
  void namesComeWithoutAddresses() {
    PoHeader header = PoHeader.parse("Last-Translator: Luz Díaz <luz@example.org>\n");
    assertEquals(
        List.of("Ana Pérez", "Jean-Luc 2 O'Neil", "Luz Díaz"),
        Translators.names(
            header,
            List.of(
                "Spanish translation of X.",
                "",
                "Translators:",
                "Ana Pérez <ana@example.org>, 2024, 2026.",
                "Jean-Luc 2 O'Neil, 2024–2026",
                "someone@example.org",
                "",
                "A remark.")));
  }

  @Test
  void placeholdersAreNobody() {
    for (String nobody :
        List.of("FULL NAME <EMAIL@ADDRESS>", "Automatically generated", "<a@b.example>")) {
      PoHeader header =
          PoHeader.parse("Last-Translator: " + nobody + "\nPO-Revision-Date: YEAR-MO-DA HO:MI\n");
      assertEquals(List.of(), Translators.names(header, List.of()));
      assertEquals(Optional.empty(), Translators.revised(header));
    }
    PoHeader dated = PoHeader.parse("PO-Revision-Date: 2026-03-04 10:00+0100\n");
    assertEquals(Optional.of(LocalDate.of(2026, 3, 4)), Translators.revised(dated));
  }
}
