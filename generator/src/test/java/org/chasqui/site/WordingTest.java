package org.chasqui.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and lists as the languages have them. The expected texts are those of CLDR. */
class WordingTest {
  private static Wording wording(String language) {
    Map<String, List<String>> patterns =
        Map.of(
            "en", List.of("{first} and {last}", "{first}, {last}", "{first}, and {last}"),
            "es", List.of("{first} y {last}", "{first}, {last}", "{first} y {last}"),
            "fr", List.of("{first} et {last}", "{first}, {last}", "{first} et {last}"),
            "ar", List.of("{first} و{last}", "{first} و{last}", "{first} و{last}"));
    return new Wording() {
      @Override
      public Language language() {
        return Language.of(language);
      }

      @Override
      public String text(String id, Map<String, ?> arguments) {
        int which = List.of("join.two", "join.middle", "join.end").indexOf(id);
        List<String> own = patterns.getOrDefault(language, List.of());
        return own.isEmpty()
            ? id
            : own.get(which)
                .replace("{first}", String.valueOf(arguments.get("first")))
                .replace("{last}", String.valueOf(arguments.get("last")));
      }

      @Override
      public String plural(String id, long n, Map<String, ?> arguments) {
        return id;
      }
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Ana|Ana",
        "en|Ana;Bo|Ana and Bo",
        "en|Ana;Bo;Cy|Ana, Bo, and Cy",
        "es|Ana;Bo;Cy|Ana, Bo y Cy",
        "es|Ana;Inés|Ana e Inés",
        "es|Ana;Hilda|Ana e Hilda",
        "es|Ana;Íñigo|Ana e Íñigo",
        "es|Ana;«Irupé»|Ana e «Irupé»",
        "es|agua;hielo|agua y hielo",
        "es|Inés;Ana|Inés y Ana",
        "fr|Ana;Bo;Cy|Ana, Bo et Cy",
        "ar|أنا;بو;سي|أنا وبو وسي",
        "sw|Ana;Bo;Cy|Ana, Bo, Cy"
      })
  void aListIsToldAsInASentence(String language, String items, String told) {
    assertEquals(told, wording(language).list(List.of(items.split(";"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"en|1,200", "es|1.200", "fr|1\u202f200", "ar|١٬٢٠٠"})
  void aNumberHasTheDigitsOfItsLanguage(String language, String told) {
    assertEquals(told, wording(language).number(1200));
    assertEquals("", wording(language).list(List.of()));
  }
}
