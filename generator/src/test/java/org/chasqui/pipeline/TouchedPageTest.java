package org.chasqui.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.chasqui.site.Coverage.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TouchedPageTest {
  private static final Fingerprint ONE = new Fingerprint("sha256:11", List.of("aa", "bb"));
  private static final Fingerprint TWO = new Fingerprint("sha256:22", List.of("cc"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\ntitle: Hola # sí\n---\n\nTexto\n",
        "+++\ntitle = \"Hola\"\n[params]\na = 1\n+++\n\nTexto\n",
        "{\n  \"title\": \"Hola\"\n}\n\nTexto\n",
        "# Hola\n\nTexto\n\n---\n\nMás\n",
      })
  void aLaterFingerprintTakesThePlaceOfAFormerOneAndNothingElseChanges(String page) {
    String once = TouchedPage.text(page, ONE);
    assertEquals(TouchedPage.text(page, TWO), TouchedPage.text(once, TWO));
    assertEquals(once, TouchedPage.text(once, ONE));
    String without =
        once.replaceAll("(?m)^\\s*\"?source(_parts)?\"?( =|:).*\\n?", "").replace("{  ", "{\n  ");
    assertEquals(page.replaceAll("\\s", ""), without.replaceAll("^---\n---\n|\\s", ""));
  }

  @Test
  void yamlIsWrittenBelowTheOtherKeys() {
    assertEquals(
        "---\ntitle: Hola\nsource: \"sha256:11\"\nsource_parts: \"aa bb\"\n---\nTexto\n",
        TouchedPage.text("---\ntitle: Hola\n---\nTexto\n", ONE));
  }

  @Test
  void whatOthersMeanBySourceIsNotTouched() {
    String page = "---\ntitle: Hola\nsource: un libro\n---\nTexto\n";
    // Two keys of one name would be a fault, which reading the page tells.
    assertEquals(
        "---\ntitle: Hola\nsource: un libro\nsource: \"sha256:22\"\nsource_parts: \"cc\"\n---\nTexto\n",
        TouchedPage.text(page, TWO));
  }
}
