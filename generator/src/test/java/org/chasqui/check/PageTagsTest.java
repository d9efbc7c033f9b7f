package org.chasqui.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tags of pages, beside what a whole parser of HTML finds. */
class PageTagsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p id=a class='b c' title=\"d &amp; e\">f</p>",
        "<A HREF=/x?a=1&amp;b=2>y</A><img src=z alt>",
        "<img src='a' SRC='b' alt=\"\"><br/><hr />",
        "<!-- <a href=x> --><a href=y>z</a><!--> <a href=w>w</a>",
        "<p>x</p><script>if (a < b) { '<a href=x>' }</script><a href=y>z</a>",
        "<p>x</p><style>a > b { }</style><textarea><a href=x></textarea><p>q",
        "<p>a < b and c <d e=f>g</d>",
        "<a href=\"x\ny\" id = 'z' >q</a>",
        "<p>&lt;a href=x></p><?php <a> ?><!x <b>>",
        "<a href=x/>y</a><div / id=a>b</div>",
        "<p a=1 b='2'c=\"3\">x</p>",
        "<div =a b==c>d</div>",
        "<p>a</ p><b>c</b></>",
        "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg><math><mi>x</mi></math>",
        "<iframe src=a><p id=b></iframe><p id=c>",
        "a<b",
        "<p title='never closed",
        "<p id=\u00e9&eacute;>x"
      })
  void areThoseOfAParser(String html) {
    List<String> wanted = new ArrayList<>();
    for (Element element : Jsoup.parse(html).body().select("*")) {
      if (!element.tagName().equals("body")) {
        wanted.add(
            element.normalName()
                + element.attributes().asList().stream()
                    .map(PageTagsTest::shown)
                    .sorted()
                    .collect(Collectors.joining()));
      }
    }
    List<String> found =
        PageTags.of(html).stream()
            .map(
                tag ->
                    tag.name()
                        + tag.attributes().stream()
                            .filter(name -> tag.attributes().indexOf(name) % 2 == 0)
                            .map(name -> " " + name + "=" + tag.value(name))
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining()))
            .toList();
    assertEquals(String.join("\n", wanted), String.join("\n", found));
  }

  private static String shown(Attribute attribute) {
    return " " + attribute.getKey().toLowerCase(java.util.Locale.ROOT) + "=" + attribute.getValue();
  }

  @Test
  void knowWhereTheTextOfAPageIs() {
    List<PageTags.Tag> tags =
        PageTags.of("<h1>a</h1><main><h2>b <a href=x>c</a> d &amp;\n e</h2></main><article><i>f");
    assertFalse(tags.get(0).content());
    assertTrue(tags.get(2).main());
    assertTrue(tags.get(3).main());
    assertFalse(tags.get(5).main());
    assertTrue(tags.get(5).content());
    String html = "<h2>b <a href=x>c</a> d &amp;\n e<br/>f</h2>g";
    assertEquals("b d & ef", PageTags.ownText(html, PageTags.of(html).get(0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<", "<a ", "<!--", "<script>", "<a b='", "</", "<h2>", "<a b=\"c\" ", "</script"})
  void areReadInTimeThatGrowsWithThePage(String piece) {
    String html = "<script>".repeat(piece.startsWith("</s") ? 1 : 0) + piece.repeat(100_000);
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> PageTags.of(html));
  }
}
