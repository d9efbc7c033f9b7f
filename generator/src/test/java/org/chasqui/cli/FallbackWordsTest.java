package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AC5: what stands in an element that says it is English is English. */
class FallbackWordsTest {
  private static final String PAGE =
      """
      ---
      title: Boxes
      ---

      ::: challenge

      Try it.

      :::

      ```output
      3
      ```
      """;

  @Test
  void titlesOfBoxesAreInTheLanguageOfTheTextAroundThem(@TempDir Path folder) {
    Session session = Session.withSite(folder);
    session.write("site-content/boxes.md", PAGE);
    assertEquals(0, session.run("build"), session.err());
    String fallback = session.read("public/es/boxes/index.html");
    String body = fallback.substring(fallback.indexOf("<div lang=\"en\""));
    assertTrue(body.contains("Output"), body);
    assertFalse(body.substring(0, body.indexOf("</main>")).contains("Salida"), body);
    // As soon as one paragraph is translated, the page is Spanish and says so with its own words.
    session.write(
        "locales/es/boxes.po",
        "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
            + "msgid \"Boxes\"\nmsgstr \"Recuadros\"\n");
    assertEquals(0, session.run("build"), session.err());
    String partial = session.read("public/es/boxes/index.html");
    assertTrue(partial.contains("Salida"), partial);
  }
}
