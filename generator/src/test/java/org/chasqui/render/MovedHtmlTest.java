package org.chasqui.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chasqui.site.SitePath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTML that is shown elsewhere leads to where it led before. */
class MovedHtmlTest {
  private static final SitePath FROM = new SitePath("/es/lessons/a/one/");
  private static final SitePath TO = new SitePath("/es/lessons/a/instructor/one/");

  @ParameterizedTest
  @CsvSource({
    "../two/, ../../two/",
    "../two/#x, ../../two/#x",
    "../../../../lessons/a/images/p.svg?a=1, ../../../../../lessons/a/images/p.svg?a=1",
    "one.ipynb, ../../one/one.ipynb",
    "#here, #here",
    "https://example.org/, https://example.org/",
    "mailto:a@example.org, mailto:a@example.org",
    "/posts/, /posts/",
    "./, ../../one/",
  })
  void addresses(String written, String wanted) {
    assertEquals(
        "<p title=\"a > b\" id=\"x\"><a class=\"k\" href=\"" + wanted + "\">x</a> href=\"no\"</p>",
        MovedHtml.of(
            "<p title=\"a > b\" id=\"x\"><a class=\"k\" href=\""
                + written
                + "\">x</a> href=\"no\"</p>",
            FROM,
            TO));
  }
}
