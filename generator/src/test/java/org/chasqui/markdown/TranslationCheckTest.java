package org.chasqui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.chasqui.diagnostic.Severity;
import org.junit.jupiter.api.Test;

class TranslationCheckTest {
  /** Lines of words and code are read without a parser: what it finds must be the same. */
  @Test
  void simpleMessagesAreReadAsTheParserReadsThem() {
    String[] pieces = {
      "word",
      " ",
      " ",
      "¿Qué?",
      "`",
      "`code`",
      "``",
      "`a b `",
      "` a `",
      "www.example.org",
      "ftp:",
      "//x",
      ".",
      ",",
      ": ",
      "(a)",
      "-",
      "--",
      "...",
      "%",
      "3",
      "1. ",
      "«",
      "»",
      "\u00a0",
      "'",
      "\"",
      "*",
      "_",
      "{x}",
      "$1$",
      "\n",
      "http://a.example/b",
      "`{x}`",
      "`\\`"
    };
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("A");
      for (int n = random.nextInt(9); n > 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      assertEquals(
          Tokens.parsed(text.toString()).toString(),
          Tokens.of(text.toString()).toString(),
          text::toString);
    }
  }

  private static List<String> errors(String message, String translation) {
    return Markdown.checkTranslation(message, translation).stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .map(TranslationProblem::code)
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void goodTranslationsPass() {
    assertEquals(
        List.of(), errors("Use `ls -F` to *list* files.", "Con `ls -F` se *listan* archivos."));
    assertEquals(
        List.of(), errors("See [a](x.md#y) and [b](z.md).", "Ver [b](z.md) y [a](x.md#y)."));
    assertEquals(List.of(), errors("Costs $5 and $6.", "Cuesta 5 y 6 dólares."));
    assertEquals(
        List.of(),
        errors("[Wiki](https://en.wikipedia.org/)", "[Wiki](https://es.wikipedia.org/)"));
  }

  @Test
  void whatIsLostIsFound() {
    assertEquals(List.of("code-span"), errors("Use `ls`.", "Use ls."));
    assertEquals(List.of("code-span"), errors("Use `ls`.", "Use `sl`."));
    assertEquals(List.of("link-internal"), errors("[a](x.md)", "[a](y.md)"));
    assertEquals(List.of("footnote"), errors("A[^1]", "A[^2]"));
    assertEquals(List.of("math"), errors("Let $x_1$ be", "Sea $x_2$"));
    assertEquals(List.of("html"), errors("Press <kbd>A</kbd>", "Pulse A"));
    assertEquals(List.of("shortcode"), errors("{{< icon a >}} x", "{{< icon b >}} x"));
    assertEquals(List.of("placeholder"), errors("Hello {name}", "Hola {nombre}"));
    assertEquals(List.of("structure"), errors("One", "Uno\n\nDos"));
  }

  @Test
  void nothingDangerousComesIn() {
    for (String wicked :
        List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<b onclick=x>a</b>",
            "<iframe src=//x></iframe>",
            "[a](javascript:alert(1))",
            "[a](JaVaScRiPt:alert(1))",
            "[a](&#106;avascript:alert(1))",
            "<javascript:alert(1)>",
            "![a](javascript:x)",
            "[a](data:text/html;base64,xx)",
            "[a](vbscript:x)",
            "<svg onload=alert(1)>",
            "<style>*{}</style>",
            "<a href=\"javascript:x\">a</a>",
            "{{< evil >}}",
            "<div\nonclick=x>",
            "text <details open ontoggle=alert(1)>",
            "<!--><script>x</script>-->",
            "[a][b]\n\n[b]: javascript:x",
            "<p>\n<script>x</script>")) {
      assertEquals(false, errors("One", wicked).isEmpty(), wicked);
    }
  }
}
