package org.chasqui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs no parser must be what the parser would say. */
class UnmarkedTest {
  private static final String LETTERS = "ab1é’ -:,;?.!ñAw";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your first notebook",
        "Qué es un hub y qué no es",
        "L’ADN avec Python",
        "Page 0 es",
        "Pages to measure. And more!"
      })
  void mostTitlesAreWordsAlone(String title) {
    assertTrue(Unmarked.is(title));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " a",
        "a ",
        "a  b",
        "1. a",
        "*a*",
        "a_b_",
        "www.a.org",
        "a <b>",
        "a & b",
        "a:b:",
        "a. b",
        "see a.org now",
        "Wait ...",
        "a\nb",
        "# a"
      })
  void whatMayBeMarkupIsRead(String text) {
    assertFalse(Unmarked.is(text));
  }

  @Test
  void theParserSaysTheSame() {
    Random random = new Random(20261121);
    int seen = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--) {
        text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      if (Unmarked.is(text.toString())) {
        seen++;
        assertEquals(PlainText.of(Dialect.parse(text.toString())), text.toString());
        assertEquals(Inlines.render(text.toString(), RenderOptions.PLAIN), text.toString());
      }
    }
    assertTrue(seen > 1_000, seen + " texts were compared");
  }
}
