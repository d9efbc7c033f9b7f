package org.chasqui.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LanguageTest {
  @Test
  void tagsAreCanonicalHoweverSpelt() {
    assertEquals("es-LA", Language.of("es_LA").tag());
    assertEquals("pt-BR", Language.of("PT-br").tag());
    assertEquals("es-419", Language.of("es-419").tag());
    assertThrows(IllegalArgumentException.class, () -> Language.of("not a tag"));
    assertThrows(IllegalArgumentException.class, () -> Language.of(""));
  }

  @Test
  void namesAreInTheirOwnLanguage() {
    assertEquals("Español", Language.of("es").ownName());
    assertEquals("Français", Language.of("fr").ownName());
  }

  @Test
  void knowsWhichWayItRuns() {
    assertEquals("ltr", Language.of("fr").direction());
    assertEquals("rtl", Language.of("ar").direction());
    assertEquals("العربية", Language.of("ar").ownName());
    assertEquals("Arabic", Language.of("ar").nameIn(java.util.Locale.ENGLISH));
    assertEquals("Arabic (Pseudo-Bidi)", Language.of("ar-XB").ownName());
    assertEquals("rtl", Language.of("ar-XB").direction());
  }
}
