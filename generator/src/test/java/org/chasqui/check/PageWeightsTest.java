package org.chasqui.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.chasqui.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

/** Pages are weighed as they travel, and what is too heavy is told with what it is made of. */
class PageWeightsTest {
  private static TestSite site() {
    return new TestSite().page("about", "Text").page("set-up", "Text");
  }

  /** Words of a language that has two thousand. */
  private static String words(Random random, int letters) {
    Random language = new Random(0);
    List<String> all = new ArrayList<>();
    while (all.size() < 2000) {
      StringBuilder word = new StringBuilder();
      for (int i = 2 + language.nextInt(7); i > 0; i--) {
        word.append((char) ('a' + language.nextInt(26)));
      }
      all.add(word.append(' ').toString());
    }
    StringBuilder text = new StringBuilder();
    while (text.length() < letters) {
      text.append(all.get(random.nextInt(all.size())));
    }
    return text.toString();
  }

  @Test
  void aHeavyPageIsToldOnceWithItsLargestParts() {
    Random random = new Random(1);
    String text =
        "<p>"
            + words(random, 5000)
            + "</p><h2>Reading <i>data</i></h2><p>"
            + words(random, 20_000)
            + "</p><h2>Drawing</h2><p>"
            + words(random, 10_000)
            + "</p>";
    Diagnostic heavy = only(site().main("about", text));
    assertEquals("page-heavy site-content/about.md:1:1", said(heavy));
    assertEquals(
        "The page weighs 16.2 KB before its pictures, 16.2 KB of it is HTML.", heavy.message());
    assertEquals(
        "Readers on slow lines need it below 20.0 KB, the HTML below 12.0 KB. Its largest parts:"
            + " 'Reading data' 9.1 KB, 'Drawing' 3.8 KB, <h1> 2.9 KB, <head>, <header>"
            + " 0.1 KB.",
        heavy.help().orElseThrow());
  }

  @Test
  void aPictureWrittenIntoThePageIsSeenThoughThePageIsShort() {
    byte[] picture = new byte[12_500];
    new Random(2).nextBytes(picture);
    String data = Base64.getEncoder().encodeToString(picture);
    Diagnostic heavy =
        only(site().main("about", "<img alt=\"x\" src=\"data:image/png;base64," + data + "\">"));
    assertEquals("page-heavy", heavy.code());
    assertTrue(heavy.help().orElseThrow().endsWith("Save what is in it as data in files."));
  }

  @Test
  void aHeavyStyleSheetIsTheThemesAndToldOnce() {
    TestSite site = site().file("theme/a.css", words(new Random(3), 12_000));
    everywhere(site, "<link rel=\"stylesheet\" href=\"/sub/theme/a.css\">");
    Diagnostic heavy = only(site);
    assertEquals("theme-heavy theme/a.css:1:1", said(heavy));
    assertEquals(
        "The style sheet weighs 6.3 KB, more than 5.0 KB. (So it is in 3 more places.)",
        heavy.message());
  }

  @Test
  void scriptsAreWeighedTogether() {
    Random random = new Random(4);
    TestSite site =
        site().file("a.js", words(random, 5000)).file("theme/b.js", words(random, 5000));
    everywhere(
        site, "<script src=\"/sub/a.js\"></script><script src=\"/sub/theme/b.js\"></script>");
    assertEquals(
        "The scripts of a page weigh 5.6 KB, more than 4.0 KB: a.js 2.8 KB, theme/b.js 2.8 KB."
            + " (So it is in 3 more places.)",
        only(site).message());
  }

  @Test
  void filesAreCounted() {
    TestSite site = site();
    StringBuilder head = new StringBuilder();
    for (String name : List.of("a.css", "b.css", "c.css", "d.css")) {
      site.file(name, "p{}");
      head.append("<link rel=stylesheet href=/sub/").append(name).append(">");
    }
    everywhere(site, head.toString());
    assertTrue(
        only(site)
            .message()
            .startsWith("A page comes in 5 files before its pictures, more than 4:"),
        only(site).message());
  }

  @Test
  void whatStylesAndScriptsTakeIsNotThereForThePage() {
    Random random = new Random(5);
    TestSite site =
        site()
            .main("about", "<p>" + words(random, 24_300) + "</p>")
            .file("a.css", words(random, 9000))
            .file("b.js", words(random, 7000));
    assertEquals(List.of(), site.check());
    everywhere(site, "<link rel=stylesheet href=/sub/a.css><script src=/sub/b.js></script>");
    assertEquals(
        "The page weighs 20.4 KB before its pictures, 11.8 KB of it is HTML.",
        only(site).message());
  }

  /** Most pages are never compressed to weigh them; the verdict is the same. */
  @Test
  void theVerdictIsThatOfGzip() throws IOException {
    Random random = new Random(6);
    int heavy = 0;
    for (int i = 0; i < 60; i++) {
      int kind = i % 4;
      int first = new int[] {0, '0', 'а', '一'}[kind];
      int letters = new int[] {0, 10, 32, 600}[kind];
      int length = 2000 + random.nextInt(kind == 3 ? 12_000 : 40_000);
      StringBuilder text = new StringBuilder(kind == 0 ? words(random, length) : "");
      while (text.length() < length) {
        text.append((char) (random.nextInt(6) == 0 ? ' ' : first + random.nextInt(letters)));
      }
      String html =
          "<!doctype html><html lang=\"en\"><body><main id=\"main\"><h1>T</h1><p>"
              + text
              + "</main></body></html>";
      TestSite site = site().file("about/index.html", html);
      boolean told = site.check().stream().anyMatch(said -> said.startsWith("page-heavy"));
      boolean really = gzip(html) > 12 * 1024;
      assertEquals(really, told, "turn " + i + ": " + gzip(html) + " of " + html.length());
      heavy += really ? 1 : 0;
    }
    assertTrue(heavy > 10 && heavy < 50, heavy + " of 60 were heavy");
  }

  private static int gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out =
        new GZIPOutputStream(bytes) {
          {
            def.setLevel(9);
          }
        }) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }

  private static void everywhere(TestSite site, String head) {
    for (String page : List.of("about", "set-up", "es/about", "es/set-up")) {
      site.change(page + "/index.html", "<title>", head + "<title>");
    }
  }

  private static Diagnostic only(TestSite site) {
    List<Diagnostic> all = site.diagnostics();
    assertEquals(1, all.size(), all.toString());
    return all.get(0);
  }

  private static String said(Diagnostic diagnostic) {
    return diagnostic.code() + " " + diagnostic.span().location();
  }
}
