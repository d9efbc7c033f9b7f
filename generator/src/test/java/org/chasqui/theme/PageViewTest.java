package org.chasqui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageViewTest {
  private static PageView page(String language, String body) {
    return new PageView(
        "post",
        "blog/a",
        language,
        "ltr",
        Html.EMPTY,
        "",
        Html.EMPTY,
        List.of(),
        List.of(),
        null,
        new Html(body),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        "",
        Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "en, 2280, 0, 10",
    "en-GB, 2280, 0, 10",
    "es, 2180, 0, 10",
    "fr, 1950, 0, 10",
    "ar, 1380, 0, 10",
    "sw, 2000, 0, 10",
    "en, 0, 300, 3",
    "en, 456, 200, 4",
    "en, 20, 0, 0"
  })
  void readingTakesAsLongAsInThatLanguage(String language, int words, int code, int minutes) {
    String text = "<p class=\"no word\">" + "one, – ".repeat(words) + "</p>";
    String listing = "<pre tabindex=\"0\"><code>" + "x = ".repeat(code) + "</code></pre>";
    assertEquals(minutes, page(language, text + listing).readingMinutes());
  }
}
