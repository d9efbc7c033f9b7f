package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.chasqui.site.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the translator's desk says comes from the program's catalogues. */
class DeskWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"es", "fr"})
  void everyWordOfTheScriptIsSaid(String language) throws Exception {
    Set<String> asked = new TreeSet<>();
    try (InputStream in = DeskWords.class.getResourceAsStream("desk.js")) {
      String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Pattern.compile("\\bsay\\(\"([^\"]*)\"\\)")
          .matcher(script)
          .results()
          .forEach(found -> asked.add(found.group(1)));
    }
    Map<String, Object> said = new DeskWords(new Language(language)).page();
    assertEquals(asked, said.keySet());
    said.forEach((english, other) -> assertNotEquals(english, other));
  }

  @Test
  void whereTheProgramDoesNotSpeakTheLanguageItSpeaksEnglish() {
    assertEquals("en", new DeskWords(new Language("sw")).language());
    assertEquals("Save", new DeskWords(new Language("sw")).page().get("Save"));
    assertEquals("es", new DeskWords(new Language("es-419")).language());
  }

  @Test
  void remarksAreSaidAndTextsOfTheSiteAreKept() {
    String message = "The site has no such language.";
    Map<String, Object> remark = Map.of("severity", "error", "message", message);
    Object said =
        new DeskWords(new Language("es")).remarks(Map.of("id", message, "all", List.of(remark, 1)));
    Map<String, Object> spanish =
        Map.of("severity", "error", "message", "El sitio no tiene ese idioma.");
    assertEquals(Map.of("id", message, "all", List.of(spanish, 1)), said);
  }
}
