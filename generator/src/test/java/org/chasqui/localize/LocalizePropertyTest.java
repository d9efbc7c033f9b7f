package org.chasqui.localize;

import static org.chasqui.localize.TestSite.EN;
import static org.chasqui.localize.TestSite.ES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.markdown.LanguageStretch;
import org.chasqui.markdown.Markdown;
import org.chasqui.markdown.RenderOptions;
import org.chasqui.site.Body;
import org.chasqui.site.Page;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

/** What must hold for every document, tried on many from a seed. */
class LocalizePropertyTest {
  private static final String FILE = "locales/es/page.po";
  private static final SourceFile UI = new SourceFile("themes/x/ui.pot", "");
  private static final List<String> WORDS =
      List.of(
          "open",
          "the",
          "hub",
          "*now*",
          "**or**",
          "`ls -F`",
          "[later](../setup.md)",
          "read",
          "tables",
          "of",
          "rivers",
          "and",
          "lakes",
          "ñandú",
          "<kbd>Tab</kbd>",
          "3.5",
          "a\\_b");

  private final Random random = new Random(2026);

  private String sentence(String word) {
    StringBuilder text = new StringBuilder(word);
    for (int i = 2 + random.nextInt(9); i > 0; i--) {
      text.append(random.nextInt(7) == 0 ? "\n" : " ");
      text.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }

  private static String indented(String text, String first, String rest) {
    return first + text.replace("\n", "\n" + rest);
  }

  private String block(int number) {
    String text = sentence("Nr" + number);
    String line = text.replace('\n', ' ');
    return switch (random.nextInt(11)) {
      case 0 -> "## " + line;
      case 1 -> indented(text, "- ", "  ") + "\n- " + sentence("item").replace('\n', ' ');
      case 2 -> indented(text, "> ", "> ");
      case 3 ->
          "| " + line + " | B |\n|---|---|\n| 1 | " + sentence("cell").replace('\n', ' ') + " |";
      case 4 -> "::: challenge\n\n" + text + "\n\n:::";
      case 5 -> "```python\n# " + indented(text, "", "# ") + "\nprint(1)  # " + line + "\n```";
      case 6 -> "1. " + line + "\n2. two";
      case 7 -> line + "\n: " + sentence("means").replace('\n', ' ');
      default -> text;
    };
  }

  private String document() {
    List<String> blocks = new ArrayList<>();
    for (int i = 4 + random.nextInt(12); i > 0; i--) {
      blocks.add(block(i));
    }
    return String.join("\n\n", blocks) + "\n";
  }

  /** A catalogue of the page with some entries translated by a function. */
  private String catalogue(String body, int of100, java.util.function.UnaryOperator<String> how) {
    TestSite site = new TestSite().page("page", "Page", body);
    site.languages = List.of(EN, ES);
    Map<String, String> files =
        Extractor.update(site.site(), List.of(), UI, site.diagnostics, Instant.EPOCH);
    PoFile file = PoFile.parse(new SourceFile(FILE, files.get(FILE)), d -> {});
    List<PoEntry> entries =
        file.entries().stream()
            .map(
                e ->
                    e.isHeader() || random.nextInt(100) >= of100
                        ? e
                        : e.withTranslations(List.of(how.apply(e.id()))))
            .toList();
    return file.withEntries(entries).text();
  }

  private static TestSite site(String body, String catalogue) {
    TestSite site = new TestSite().page("page", "Page", body);
    site.languages = List.of(EN, ES);
    return site.file(FILE, catalogue);
  }

  private static String flowed(String markdown) {
    String html = Markdown.render(markdown, RenderOptions.PLAIN).html();
    return html.replaceAll("\\s+", " ");
  }

  @Test
  void translatingEverythingToItselfChangesNothing() {
    for (int round = 0; round < 120; round++) {
      String body = document();
      TestSite site = site(body, catalogue(body, 100, id -> id));
      Page page = site.localized("page", ES);
      assertEquals(flowed(body), flowed(page.body().markdown()), body);
      assertEquals(List.of(), page.body().fallbacks());
      assertTrue(page.header().coverage().complete());
      assertEquals(List.of(), site.said());
    }
  }

  @Test
  void whatIsNotTranslatedIsMarkedAndEverythingElseIsNot() {
    for (int round = 0; round < 120; round++) {
      String body = document();
      TestSite site = site(body, catalogue(body, 50, id -> "ES" + id));
      Page page = site.localized("page", ES);
      Body said = page.body();
      int end = 0;
      for (Body.Fallback stretch : said.fallbacks()) {
        assertTrue(stretch.start() >= end && stretch.end() > stretch.start());
        end = stretch.end();
      }
      Document html = Jsoup.parseBodyFragment(rendered(said));
      html.body()
          .traverse(
              (node, depth) -> {
                if (node instanceof TextNode text && text.text().contains("Nr")) {
                  boolean spanish = text.text().contains("ESNr");
                  Element parent = text.parent();
                  boolean marked = parent.closest("[lang=en]") != null;
                  assertEquals(!spanish, marked, text.text() + "\n" + html.body().html());
                }
              });
      assertEquals(List.of(), site.said());
    }
  }

  private static String rendered(Body body) {
    List<LanguageStretch> stretches =
        body.fallbacks().stream()
            .map(f -> new LanguageStretch(f.start(), f.end(), "en", "ltr", "untranslated"))
            .toList();
    RenderOptions plain = RenderOptions.PLAIN;
    return Markdown.render(
            body.markdown(),
            new RenderOptions(plain.links(), plain.directives(), stretches, plain.wording(), 0))
        .html();
  }

  @Test
  void everyWordPointsAtTheFileItStandsIn() {
    for (int round = 0; round < 60; round++) {
      String body = document();
      Page page = site(body, catalogue(body, 50, id -> "ES" + id)).localized("page", ES);
      String markdown = page.body().markdown();
      for (int at = markdown.indexOf("Nr"); at >= 0; at = markdown.indexOf("Nr", at + 1)) {
        boolean spanish = markdown.startsWith("ES", Math.max(0, at - 2));
        SourceSpan origin = page.body().origin(at, at + 3);
        assertEquals(spanish ? FILE : "site-content/page.md", origin.file().path());
        if (!spanish) {
          assertEquals(markdown.substring(at, at + 3), origin.text());
        }
      }
    }
  }

  @Test
  void noTranslationWhateverItIsChangesTheStructureOrBringsInAScript() {
    List<String> evil =
        List.of(
            "<script>alert(1)</script>",
            "<a onclick=x>y</a>",
            "[x](javascript:alert(1))",
            "\\n\\n# x",
            "`",
            "```",
            "\\n- x",
            "| |",
            ":::",
            "<!--",
            "-->",
            "</div>",
            "\\n\\n",
            "{{< x >}}",
            "$$",
            "<",
            "[",
            "](",
            "![](data:text/html,x)",
            "    x",
            "\\n1. x",
            "***",
            "# ",
            "> ",
            "&#60;script&#62;",
            "<svg/onload=x>",
            "[^1]: x",
            "[r]: javascript:x",
            "{#id onclick=x}");
    for (int round = 0; round < 150; round++) {
      String body = document();
      String text =
          catalogue(
              body,
              70,
              id -> {
                String bad = evil.get(random.nextInt(evil.size())).replace("\\n", "\n");
                return random.nextBoolean() ? bad + id : id + bad;
              });
      Page page = site(body, text).localized("page", ES);
      String markdown = page.body().markdown();
      assertTrue(Markdown.sameStructure(body, markdown), body + "\n=====\n" + markdown);
      Document html =
          Jsoup.parseBodyFragment(Markdown.render(markdown, RenderOptions.PLAIN).html());
      assertEquals(0, html.select("script, svg, [onclick], [onload]").size(), markdown);
      for (Element link : html.select("[href], [src]")) {
        String target = link.attr("href") + link.attr("src");
        assertFalse(target.matches("(?i)\\s*(javascript|data):.*"), markdown);
      }
    }
  }

  @Test
  void theSourceCanBeReformattedAtWill() {
    String before =
        """
        # One

        Words in _one_ and __two__ lines that
        go on.

        - first item
        - second item

        Sub
        ---

        > said so

        See [there][t].

        [t]: there.md
        """;
    String after =
        """
        ## One ##

        Words in *one* and **two**
        lines that go on.

        * first item

        * second item

        ### Sub

        > said
        > so

        See [there](there.md).
        """;
    String catalogue = catalogue(before, 100, id -> "ES " + id);
    Page page = site(after, catalogue).localized("page", ES);
    assertEquals(List.of(), page.body().fallbacks());
    assertTrue(page.header().coverage().complete(), page.body().markdown());
  }
}
