package org.chasqui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RenderTest {
  private static final LinkResolver AS_WRITTEN = (target, image, start, end) -> target;

  @Test
  void inputIsFoldedOrLeftOutAsTagsSay() {
    String text =
        "```{code-cell} python\n:tags: [hide-input]\na = 1\n```\n\n"
            + "```python {.remove-input}\nb = 2\n```\n\n"
            + "```{code-cell}\n:tags: [remove-cell, x]\nc = 3\n```\n\n"
            + "```python {.hide-output}\nd = 4\n```\n";
    String html = Markdown.render(text, RenderOptions.PLAIN).html();
    assertTrue(
        html.matches(
            "(?s)<details class=\"callout code\">\n<summary>.*a.*</pre>\n</div>\n</details>\n<pre.*d.*"),
        html);
    assertEquals(2, html.split("<pre", -1).length - 1, html);
  }

  @Test
  void aSolutionMayNameItsExercise() {
    String text =
        "```{exercise} Double\n:label: ex1\nDouble *x*.\n```\n\nText.\n\n"
            + "```{solution} ex1\nIt is 2.\n```\n\n```{solution} Halve\nIt is 1.\n```\n";
    String html = Markdown.render(text, RenderOptions.PLAIN).html();
    assertTrue(
        html.contains(
            "data-for=\"ex1\">\n<summary><span class=\"callout-title\">callout.solution<"),
        html);
    assertTrue(html.contains(">Halve<"), html);
    List<String> messages =
        Markdown.segments(text).stream()
            .filter(Segment.Translatable.class::isInstance)
            .map(segment -> ((Segment.Translatable) segment).message())
            .toList();
    assertEquals(
        List.of("Double", "Double *x*.", "Text.", "It is 2.", "Halve", "It is 1."), messages);
  }

  @Test
  void everyTargetGoesThroughTheResolverWithItsPlace() {
    String text =
        "[a](x.md) ![b](y.png) [c][r] <https://z.org>\n\n{{< figure src=\"f.png\" >}}\n\n"
            + "::: note\n## T\n[in](box.md)\n:::\n\n[r]: ref.md\n";
    List<String> places = new ArrayList<>();
    LinkResolver links =
        (target, image, start, end) -> {
          places.add(target + (image ? " image " : " ") + text.substring(start, end));
          return "/" + target;
        };
    DirectiveRenderer nobody = directive -> Optional.empty();
    String html =
        Markdown.render(
                text,
                new RenderOptions(links, List.of(nobody), List.of(), UnaryOperator.identity(), 1))
            .html();
    assertEquals(
        List.of(
            "x.md x.md",
            "y.png image y.png",
            "ref.md ref.md",
            "https://z.org https://z.org",
            "f.png image f.png",
            "box.md box.md"),
        places);
    assertTrue(html.contains("href=\"/x.md\""), html);
    assertTrue(html.contains("<h3 class=\"callout-title\""), html);
  }

  @Test
  void aRendererIsAskedBeforeTheBuiltIns() {
    DirectiveRenderer own =
        d ->
            d.name().equals("note")
                ? Optional.of(
                    "<x>" + d.positional() + d.html().strip() + d.source().strip() + "</x>")
                : Optional.empty();
    RenderOptions options =
        new RenderOptions(AS_WRITTEN, List.of(own), List.of(), UnaryOperator.identity(), 0);
    String html = Markdown.render(":::{note} Title\nA *b*\n:::\n", options).html();
    assertEquals("<x>[Title]<p>A <em>b</em></p>A *b*</x>\n", html);
    String inline = Markdown.render("A {{< note \"x\" >}}*b*{{< /note >}}.\n", options).html();
    assertEquals("<p>A <x>[x]<em>b</em>*b*</x>.</p>\n", inline);
  }

  @Test
  void stretchesInAnotherLanguageAreMarked() {
    String text = "# Uno\n\nText left\n\n- a\n- b\n\n| c |\n|---|\n";
    int start = text.indexOf("Text");
    LanguageStretch stretch =
        new LanguageStretch(start, text.indexOf("- b"), "en", "ltr", "untranslated");
    RenderOptions options =
        new RenderOptions(AS_WRITTEN, List.of(), List.of(stretch), UnaryOperator.identity(), 0);
    String html = Markdown.render(text, options).html();
    assertTrue(
        html.contains("<p class=\"untranslated\" lang=\"en\" dir=\"ltr\">Text left</p>"), html);
    assertTrue(
        html.contains("<li><span class=\"untranslated\" lang=\"en\" dir=\"ltr\">a</span></li>"),
        html);
    assertTrue(html.contains("<li>b</li>"), html);
  }

  @Test
  void blocksOfATightListItemInAnotherLanguageStandInABlock() {
    DirectiveRenderer video =
        call -> call.name().equals("v") ? Optional.of("<div>film</div>") : Optional.empty();
    String text = "- left {{< v >}}\n- *b*\n";
    RenderOptions options =
        new RenderOptions(
            AS_WRITTEN,
            List.of(video),
            List.of(english(0, text.length())),
            UnaryOperator.identity(),
            0);
    String html = Markdown.render(text, options).html();
    String marked = " class=\"untranslated\" lang=\"en\" dir=\"ltr\">";
    assertTrue(html.contains("<li><div" + marked + "left <div>film</div></div></li>"), html);
    assertTrue(html.contains("<li><span" + marked + "<em>b</em></span></li>"), html);
  }

  @Test
  void commentsInAnotherLanguageSayItAndCodeStaysAsItIs() {
    String text =
        "> ```python\n> # left,\n> # too\n> x = 1  # hecho\n> ```\n\n"
            + "```{code-block} r\n:emphasize-lines: 2\n\n# hecho\ny <- 2 # left\n```\n\n"
            + "```java\r\n/* left\r\n   too */\r\nint z;\r\n```\n";
    int left = text.indexOf("left,");
    int second = text.indexOf("left\n");
    int block = text.indexOf("left\r");
    List<LanguageStretch> stretches =
        List.of(
            english(left, text.indexOf("too") + 3),
            english(second, second + 4),
            english(block, text.indexOf("too */") + 3));
    RenderOptions options =
        new RenderOptions(AS_WRITTEN, List.of(), stretches, UnaryOperator.identity(), 0);
    String html = Markdown.render(text, options).html();
    String mark = "<span class=\"h-c\" lang=\"en\">";
    for (String comment : List.of("# left,", "# too", "# left", "/* left\n   too */")) {
      assertTrue(html.contains(mark + comment + "</span>"), html);
    }
    assertTrue(html.contains("<span class=\"h-c\"># hecho</span>"), html);
    assertEquals(
        Markdown.render(text, RenderOptions.PLAIN).html(),
        html.replace(mark, "<span class=\"h-c\">"));
  }

  private static LanguageStretch english(int start, int end) {
    return new LanguageStretch(start, end, "en", "ltr", "untranslated");
  }

  @Test
  void theMarkOfAnAlertIsNoTextEvenMisspelt() {
    assertEquals("a b", Markdown.plain("> [!NOTE]\n> a\n\nb\n"));
    assertEquals("a b", Markdown.plain("> [!IMPORTNT]\n> a\n\nb\n"));
    assertEquals("[!] a", Markdown.plain("> [!]\n> a\n"));
  }

  @Test
  void linesAndDescriptions() {
    assertEquals("1. An <em>intro</em>", Markdown.inline("1. An *intro*"));
    assertEquals("# x", Markdown.inline("# x"));
    assertEquals("A b c 🎉", Markdown.plain("# A\n\n*b* [c](d.md) :tada:\n"));
  }

  @Test
  void filesAreIncludedInPart() {
    String program = "import os\n# region body\n  a = 1\n  b = 2\n# endregion\nend()\n";
    SiteFiles files =
        path ->
            switch (path) {
              case "count.py" -> Optional.of(program);
              case "part.md" -> Optional.of("---\ntitle: x\n---\n## Part\n\n*Text*\n");
              case "self.md" -> Optional.of("```{include} self.md\n```\n");
              default -> Optional.empty();
            };
    RenderOptions plain = RenderOptions.PLAIN;
    RenderOptions options =
        new RenderOptions(
            plain.links(),
            List.of(),
            List.of(),
            plain.wording(),
            plain.headingShift(),
            files,
            Optional.empty());
    String region = "```{literalinclude} count.py\n:region: body\n```\n";
    assertEquals(
        "<pre tabindex=\"0\"><code class=\"language-py\">a = 1\nb = 2\n</code></pre>\n",
        Markdown.render(region, options).html().replaceAll("</?span[^>]*>", ""));
    RenderedHtml part = Markdown.render("```{include} part.md\n```\n", options);
    assertTrue(part.html().contains("<em>Text</em>"), part.html());
    assertTrue(part.ids().contains("part"));
    RenderedHtml wrong =
        Markdown.render(
            "```{literalinclude} count.py\n:start-after: nowhere\n```\n\n"
                + "```{include} gone.md\n```\n\n```{include} self.md\n```\n",
            options);
    assertEquals(
        List.of("include-region", "include-missing", "include-missing"),
        wrong.problems().stream().map(Problem::code).toList());
  }

  @Test
  void escapedShortcodesInCodeStandForThemselves() {
    String fence = "```\n{{</* toc */>}} {{%/* note */%}}\n```\n\n`{{</* toc */>}}` `/* x */`\n";
    assertEquals(
        "<pre tabindex=\"0\"><code>{{&lt; toc &gt;}} {{% note %}}\n</code></pre>\n"
            + "<p><code>{{&lt; toc &gt;}}</code> <code>/* x */</code></p>\n",
        Markdown.render(fence, RenderOptions.PLAIN).html());
  }

  @Test
  void labelsOfOtherPagesAreFound() {
    LinkResolver links =
        new LinkResolver() {
          @Override
          public String resolve(String target, boolean image, int start, int end) {
            return target;
          }

          @Override
          public Optional<String> title(String target) {
            return Optional.of("The page");
          }

          @Override
          public Optional<String> page(String label) {
            return label.equals("far") ? Optional.of("/far/") : Optional.empty();
          }
        };
    RenderOptions options =
        new RenderOptions(links, List.of(), List.of(), UnaryOperator.identity(), 0);
    assertEquals(
        "<p><a href=\"/far/#far\">The page</a></p>\n",
        Markdown.render("{ref}`far`\n", options).html());
    assertEquals(
        java.util.Map.of("far", "Far", "term-frog", ""),
        Markdown.labels("(far)=\n# Far\n\n:::{glossary}\nFrog\n: Green.\n:::\n"));
  }

  @Test
  void whatIsNestedTooDeepStaysAsTextAndIsTold() {
    for (String opener : List.of("> ", "- ", "1. ", "::: a\n", ":::{note}\n", "```{note}\n")) {
      RenderedHtml rendered = Markdown.render(opener.repeat(500) + "lost?", RenderOptions.PLAIN);
      assertTrue(rendered.html().contains("lost?"), opener);
      long told =
          rendered.problems().stream().filter(p -> p.code().equals("nesting-too-deep")).count();
      assertEquals(1, told, opener);
    }
  }

  @Test
  void shortRowsGetTheirCellsButNotWithoutEnd() {
    String head = "|a".repeat(400) + "|\n" + "|-".repeat(400) + "|\n";
    String html = Markdown.render(head + "|b|\n".repeat(5_000), RenderOptions.PLAIN).html();
    assertTrue(html.length() < 10_000_000, "length " + html.length());
    String small = Markdown.render("|a|b|\n|-|-:|\n|c|\n", RenderOptions.PLAIN).html();
    assertTrue(small.contains("<td>c</td>\n<td class=\"right\"></td>"), small);
  }
}
